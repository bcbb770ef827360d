package org.vicinal.gcode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vicinal.gcode.picture.Picture;

/** The compact way of the tool says where it goes, in a quarter of the text at most. */
class PathSizeTest {
  /** Below this a zlib stream cannot show what it is good for. */
  private static final int SHORT = 4096;

  @TempDir Path folder;

  @Test
  void theWayIsAtMostAQuarterOfAnyRealProgram() throws IOException {
    for (String name : List.of("sliced", "cnc")) {
      try (Stream<Path> files = Files.list(SharedData.folder(name))) {
        for (Path file : files.filter(PathSizeTest::isProgram).sorted().toList()) {
          byte[] path = path(file);
          assertThat((double) path.length / Files.size(file))
              .as("%s: %d bytes", file.getFileName(), path.length)
              .isLessThanOrEqualTo(Files.size(file) < SHORT ? 0.3 : 0.25);
        }
      }
    }
  }

  @Test
  void theWayReadsAsItIsDocumented() throws IOException {
    Path file = Files.writeString(folder.resolve("a.nc"), "G21 G0 X1 Y-2\nG1 Z-0.5 F100\nM2\n");
    byte[] path = path(file);
    assertThat(new String(path, 0, 4, StandardCharsets.US_ASCII)).isEqualTo("VPTH");
    assertThat(path[4]).isEqualTo((byte) 2);
    var in =
        new DataInputStream(
            new InflaterInputStream(new ByteArrayInputStream(path, 5, path.length - 5)));
    assertThat(number(in)).as("dx 1.00 mm, travel, flat").isEqualTo(200 * 4);
    assertThat(number(in)).as("dy -2.00 mm").isEqualTo(399);
    assertThat(number(in)).as("work that sinks").isEqualTo(3);
    assertThat(number(in)).isZero();
    assertThat(number(in)).as("dz -0.50 mm").isEqualTo(99);
    assertThat(in.read()).isEqualTo(-1);
  }

  private static boolean isProgram(Path file) {
    String name = file.getFileName().toString();
    boolean loops = name.contains("genes-encoder"); // a few loops that cut for thousands of lines
    return !loops && (name.endsWith(".gcode") || name.endsWith(".nc") || name.endsWith(".ngc"));
  }

  private static byte[] path(Path program) throws IOException {
    var out = new ByteArrayOutputStream();
    Picture.of(Inspector.anyMachine()).path(program, out);
    return out.toByteArray();
  }

  private static long number(DataInputStream in) throws IOException {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      int b = in.readUnsignedByte();
      value |= (long) (b & 0x7f) << shift;
      if (b < 0x80) {
        return value;
      }
    }
  }
}
