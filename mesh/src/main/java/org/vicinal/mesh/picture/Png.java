package org.vicinal.mesh.picture;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes PNG files (RFC 2083): 8 bits of red, green, blue and alpha, rows as they are. */
final class Png {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
  private static final byte BITS = 8;
  private static final byte RGBA = 6;

  private Png() {}

  static byte[] of(Picture picture) {
    int side = picture.side();
    var head = ByteBuffer.allocate(13).putInt(side).putInt(side).put(BITS).put(RGBA);
    var out = new ByteArrayOutputStream();
    out.writeBytes(SIGNATURE);
    chunk(out, "IHDR", head.array());
    chunk(out, "IDAT", packed(rows(picture)));
    chunk(out, "IEND", new byte[0]);
    return out.toByteArray();
  }

  /** Each row begins with its filter, which is none. */
  private static byte[] rows(Picture picture) {
    int side = picture.side();
    var pixels = picture.pixels();
    var rows = ByteBuffer.allocate(side * (1 + 4 * side));
    for (int y = 0; y < side; y++) {
      rows.put((byte) 0);
      for (int x = 0; x < side; x++) {
        int pixel = pixels[y * side + x];
        rows.putInt(pixel << 8 | pixel >>> 24); // PNG has alpha last
      }
    }
    return rows.array();
  }

  private static byte[] packed(byte[] plain) {
    try (var deflater = new Deflater()) {
      deflater.setInput(plain);
      deflater.finish();
      var out = new ByteArrayOutputStream();
      var some = new byte[8192];
      while (!deflater.finished()) {
        out.write(some, 0, deflater.deflate(some));
      }
      return out.toByteArray();
    }
  }

  private static void chunk(ByteArrayOutputStream out, String type, byte[] data) {
    var name = type.getBytes(StandardCharsets.US_ASCII);
    var crc = new CRC32();
    crc.update(name);
    crc.update(data);
    out.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
    out.writeBytes(name);
    out.writeBytes(data);
    out.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
  }
}
