package org.vicinal.coordinator.photo;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;

/** Pictures as cameras write them. */
public final class Pictures {
  private Pictures() {}

  /** A picture whose upper left quarter is red and whose rest is blue. */
  public static byte[] of(String format, int width, int height) throws IOException {
    var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        boolean corner = x < width / 2 && y < height / 2;
        picture.setRGB(x, y, (corner ? Color.RED : Color.BLUE).getRGB());
      }
    }
    var bytes = new ByteArrayOutputStream();
    if (!ImageIO.write(picture, format, bytes)) {
      throw new IOException("Nobody here writes " + format);
    }
    return bytes.toByteArray();
  }

  /** A JPEG whose camera says how it was held, what it is, and where it was. */
  public static byte[] withExif(int width, int height, int orientation) throws IOException {
    byte[] plain = of("jpeg", width, height);
    byte[] camera = "SpyPhone 12\0".getBytes(StandardCharsets.US_ASCII);
    var tiff = ByteBuffer.allocate(200).order(ByteOrder.LITTLE_ENDIAN);
    tiff.put(new byte[] {'I', 'I', 42, 0}).putInt(8);
    tiff.putShort((short) 3);
    entry(tiff, 0x0110, 2, camera.length, 50); // model
    entry(tiff, 0x0112, 3, 1, orientation);
    entry(tiff, 0x8825, 4, 1, 62); // place
    tiff.putInt(0);
    tiff.position(50);
    tiff.put(camera);
    tiff.position(62);
    tiff.putShort((short) 1);
    entry(tiff, 0x0001, 2, 2, 'N');
    tiff.putInt(0);
    int length = tiff.position();
    var whole = ByteBuffer.allocate(plain.length + length + 10);
    whole.put(plain, 0, 2);
    whole.put((byte) 0xff).put((byte) 0xe1).putShort((short) (length + 8));
    whole.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII)).put(tiff.array(), 0, length);
    whole.put(plain, 2, plain.length - 2);
    return whole.array();
  }

  private static void entry(ByteBuffer tiff, int tag, int type, int count, int value) {
    tiff.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
  }

  /** A PNG of a few bytes that says it is enormous. */
  public static byte[] bomb() throws IOException {
    byte[] png = of("png", 16, 16);
    var header = ByteBuffer.wrap(png, 16, 8);
    header.putInt(60_000).putInt(60_000);
    var crc = new java.util.zip.CRC32();
    crc.update(png, 12, 17);
    ByteBuffer.wrap(png, 29, 4).putInt((int) crc.getValue());
    return png;
  }
}
