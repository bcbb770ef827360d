package org.vicinal.gcode.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/** Draws into memory and writes a PNG: signature, header, deflated rows, end. */
final class PngCanvas implements Canvas {
  private final int size;
  private final BufferedImage image;
  private final Graphics2D pen;
  private final Line2D.Double line = new Line2D.Double();
  private int colour = -1;
  private double width = -1;

  PngCanvas(int size) {
    this.size = size;
    image = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
    pen = image.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, size, size);
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
  }

  @Override
  public void line(double x1, double y1, double x2, double y2, int rgb, double thickness) {
    if (rgb != colour) {
      pen.setColor(new Color(rgb));
      colour = rgb;
    }
    if (thickness != width) {
      pen.setStroke(
          new BasicStroke((float) thickness, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
      width = thickness;
    }
    line.setLine(x1, y1, x2, y2);
    pen.draw(line);
  }

  @Override
  public void text(double x, double y, String text) {
    try {
      pen.setColor(Color.DARK_GRAY);
      pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 14));
      pen.drawString(text, (float) x, (float) y);
    } catch (RuntimeException | Error e) {
      colour = -1; // a machine without fonts draws without words
    }
    colour = -1;
  }

  void write(OutputStream out) throws IOException {
    pen.dispose();
    out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
    var header = new ByteArrayOutputStream();
    var data = new DataOutputStream(header);
    data.writeInt(size);
    data.writeInt(size);
    data.write(new byte[] {8, 2, 0, 0, 0});
    chunk(out, "IHDR", header.toByteArray());
    chunk(out, "IDAT", rows());
    chunk(out, "IEND", new byte[0]);
  }

  private byte[] rows() throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var deflated = new DeflaterOutputStream(packed)) {
      int[] pixels = new int[size];
      byte[] row = new byte[1 + 3 * size];
      for (int y = 0; y < size; y++) {
        image.getRGB(0, y, size, 1, pixels, 0, size);
        for (int x = 0; x < size; x++) {
          row[1 + 3 * x] = (byte) (pixels[x] >> 16);
          row[2 + 3 * x] = (byte) (pixels[x] >> 8);
          row[3 + 3 * x] = (byte) pixels[x];
        }
        deflated.write(row);
      }
    }
    return packed.toByteArray();
  }

  private static void chunk(OutputStream out, String type, byte[] data) throws IOException {
    var crc = new CRC32();
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    crc.update(name);
    crc.update(data);
    var stream = new DataOutputStream(out);
    stream.writeInt(data.length);
    stream.write(name);
    stream.write(data);
    stream.writeInt((int) crc.getValue());
    stream.flush();
  }
}
