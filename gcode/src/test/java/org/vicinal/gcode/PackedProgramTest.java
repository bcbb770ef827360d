package org.vicinal.gcode;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program is the same however it is packed. */
class PackedProgramTest {
  @TempDir Path folder;

  private static final String CODE = "G28\nM83\nM109 S200\nG1 X10 Y5 E1 F1200\nG1 X1.5 E-.5\n";

  @Test
  void gzip() throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(CODE.getBytes(US_ASCII));
    }
    assertMoves(packed.toByteArray());
  }

  @Test
  void bgcodePlainAndDeflated() throws IOException {
    assertMoves(bgcode(block(1, 0, 0, CODE.getBytes(US_ASCII), CODE.length())));
    assertMoves(bgcode(block(1, 1, 0, deflated(CODE.getBytes(US_ASCII)), CODE.length())));
  }

  @Test
  void bgcodeHeatshrunk() throws IOException {
    assertMoves(bgcode(block(1, 2, 0, literals(CODE), CODE.length())));
    assertMoves(bgcode(block(1, 3, 0, literals(CODE), CODE.length())));
  }

  @Test
  void bgcodeInMeatPackWithoutSpaces() throws IOException {
    byte[] packed = meatPacked("G28\nM83\nM109S200\nG1X10Y5E1F1200\nG1X1.5E-.5\n");
    assertMoves(bgcode(block(1, 0, 1, packed, packed.length)));
  }

  @Test
  void settingsOfBgcodeAreRead() throws IOException {
    byte[] settings =
        "Producer=PrusaSlicer 2.7.1\nestimated printing time (normal mode)=1h 2m 3s\n"
            .getBytes(US_ASCII);
    Inspection part =
        inspect(
            bgcode(
                block(2, 0, 0, settings, settings.length),
                block(1, 0, 0, CODE.getBytes(US_ASCII), CODE.length())));
    assertThat(part.stated().slicer()).isEqualTo("PrusaSlicer");
    assertThat(part.stated().version()).isEqualTo("2.7.1");
    assertThat(part.stated().seconds()).isEqualTo(3723);
  }

  @Test
  void picturesAreFoundInBothForms() throws IOException {
    byte[] picture = {1, 2, 3, 4, 5};
    Path binary = folder.resolve("a.bgcode");
    byte[] size = {16, 0, 32, 0};
    byte[] withSize = new byte[size.length + picture.length];
    System.arraycopy(size, 0, withSize, 0, size.length);
    System.arraycopy(picture, 0, withSize, size.length, picture.length);
    Files.write(binary, bgcode(block(5, 0, 2, withSize, picture.length)));
    Path text = folder.resolve("a.gcode");
    Files.writeString(
        text,
        "; made here\n; thumbnail_QOI begin 16x32 8\n; AQID\n; BAU=\n; thumbnail_QOI end\nG28\n");
    for (Path program : List.of(binary, text)) {
      Thumbnail found = Thumbnail.list(program).getFirst();
      assertThat(found.format()).isEqualTo("qoi");
      assertThat(found.width()).isEqualTo(16);
      assertThat(found.height()).isEqualTo(32);
      assertThat(found.bytes()).isEqualTo(picture);
    }
  }

  @Test
  void aDamagedBlockIsNamed() {
    byte[] file = bgcode(block(1, 0, 0, CODE.getBytes(US_ASCII), CODE.length()));
    file[30] ^= 1;
    assertThatThrownBy(() -> inspect(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("block 1 does not match its checksum");
    assertThatThrownBy(() -> inspect(Arrays.copyOf(file, 40))).hasMessageContaining("cut off");
  }

  private static void assertMoves(byte[] program) throws IOException {
    Inspection part = inspect(program);
    assertThat(part.moves()).isEqualTo(2);
    assertThat(part.end()).containsExactly(1.5, 5.0, 0.0);
    assertThat(part.filament().sumMm()).isEqualTo(0.5);
    assertThat(part.findings()).noneMatch(f -> f.code().equals("scientific-notation"));
  }

  private static Inspection inspect(byte[] program) throws IOException {
    return Inspector.anyMachine()
        .withDialect(Dialect.PRUSA)
        .inspect(new ByteArrayInputStream(program));
  }

  private static byte[] bgcode(byte[]... blocks) {
    var file = new ByteArrayOutputStream();
    file.writeBytes(new byte[] {'G', 'C', 'D', 'E', 1, 0, 0, 0, 1, 0});
    for (byte[] block : blocks) {
      file.writeBytes(block);
    }
    return file.toByteArray();
  }

  private static byte[] block(int type, int compression, int encoding, byte[] data, int size) {
    byte[] bytes = new byte[(compression == 0 ? 8 : 12) + 2 + data.length + 4];
    ByteBuffer block = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    block.putShort((short) type).putShort((short) compression).putInt(size);
    if (compression != 0) {
      block.putInt(data.length);
    }
    block.putShort((short) encoding).put(data);
    var crc = new CRC32();
    crc.update(bytes, 0, block.position());
    block.putInt((int) crc.getValue());
    return bytes;
  }

  private static byte[] deflated(byte[] plain) {
    try (var deflater = new Deflater()) {
      deflater.setInput(plain);
      deflater.finish();
      byte[] out = new byte[1000];
      int length = deflater.deflate(out);
      return Arrays.copyOf(out, length);
    }
  }

  /** Heatshrink without any copy: a 1 before every byte. */
  private static byte[] literals(String text) {
    var bits = new StringBuilder();
    for (byte b : text.getBytes(US_ASCII)) {
      bits.append('1').append(String.format("%8s", Integer.toBinaryString(b)).replace(' ', '0'));
    }
    byte[] out = new byte[(bits.length() + 7) / 8];
    for (int i = 0; i < bits.length(); i++) {
      out[i / 8] |= (byte) ((bits.charAt(i) - '0') << (7 - i % 8));
    }
    return out;
  }

  private static byte[] meatPacked(String text) {
    var out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {-1, -1, (byte) 251, -1, -1, (byte) 247});
    for (String line : text.lines().toList()) {
      String whole = line.length() % 2 == 0 ? line + "\n\n" : line + "\n";
      for (int i = 0; i < whole.length(); i += 2) {
        int first = "0123456789.E\nGX".indexOf(whole.charAt(i));
        int second = "0123456789.E\nGX".indexOf(whole.charAt(i + 1));
        out.write((first < 0 ? 15 : first) | (second < 0 ? 15 : second) << 4);
        if (first < 0) {
          out.write(whole.charAt(i));
        }
        if (second < 0) {
          out.write(whole.charAt(i + 1));
        }
      }
    }
    return out.toByteArray();
  }
}
