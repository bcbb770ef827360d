package org.vicinal.gcode;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Packs a program as gzip or as binary G-code, soundly or with wrong checksums and lengths. */
final class Packing {
  private static final byte[] MAGIC = {'G', 'C', 'D', 'E', 1, 0, 0, 0, 1, 0};

  private Packing() {}

  static byte[] pack(Random random, byte[] program) {
    byte[] packed = random.nextInt(3) == 0 ? gzip(program) : bgcode(random, program);
    return random.nextBoolean() ? packed : AnyProgram.damaged(random, packed);
  }

  static byte[] gzip(byte[] program) {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(program);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  /** Blocks of all types and compressions; with no checksums in one of three. */
  private static byte[] bgcode(Random random, byte[] program) {
    var file = new ByteArrayOutputStream();
    byte[] magic = MAGIC.clone();
    boolean checksums = random.nextInt(3) > 0;
    magic[8] = (byte) (checksums ? 1 : 0);
    file.writeBytes(magic);
    int blocks = 1 + random.nextInt(3);
    for (int i = 0; i < blocks; i++) {
      int compression = random.nextInt(4);
      byte[] data = compression == 1 ? deflated(program) : program;
      int type = random.nextInt(4) == 0 ? random.nextInt(7) : 1;
      int size = random.nextInt(10) == 0 ? random.nextInt() : program.length;
      byte[] bytes = block(type, compression, random.nextInt(4), data, size, checksums);
      if (random.nextInt(10) == 0) {
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
      }
      file.writeBytes(bytes);
    }
    return file.toByteArray();
  }

  static byte[] block(
      int type, int compression, int encoding, byte[] data, int size, boolean checksum) {
    int head = (compression == 0 ? 8 : 12) + (type == 5 ? 6 : 2);
    byte[] bytes = new byte[head + data.length + (checksum ? 4 : 0)];
    ByteBuffer block = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    block.putShort((short) type).putShort((short) compression).putInt(size);
    if (compression != 0) {
      block.putInt(data.length);
    }
    block.putShort((short) encoding);
    if (type == 5) {
      block.putShort((short) 16).putShort((short) 16);
    }
    block.put(data);
    if (checksum) {
      var crc = new CRC32();
      crc.update(bytes, 0, block.position());
      block.putInt((int) crc.getValue());
    }
    return bytes;
  }

  static byte[] deflated(byte[] plain) {
    try (var deflater = new Deflater()) {
      deflater.setInput(plain);
      deflater.finish();
      byte[] out = new byte[plain.length + 100];
      return Arrays.copyOf(out, deflater.deflate(out));
    }
  }
}
