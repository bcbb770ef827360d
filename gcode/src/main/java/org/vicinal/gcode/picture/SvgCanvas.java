package org.vicinal.gcode.picture;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** Writes an SVG as it is drawn; lines that follow each other in one colour become one path. */
final class SvgCanvas implements Canvas {
  private static final int MOST_POINTS = 2000;

  private final PrintWriter out;
  private int colour = -1;
  private double width;
  private double penX = Double.NaN;
  private double penY;
  private int points;

  SvgCanvas(int size, OutputStream stream) {
    out = new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
    out.println(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 "
            + size
            + " "
            + size
            + "\" fill=\"none\" stroke-linecap=\"round\" stroke-linejoin=\"round\">");
    out.println("<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>");
  }

  @Override
  public void line(double x1, double y1, double x2, double y2, int rgb, double thickness) {
    if (rgb != colour || thickness != width || points > MOST_POINTS) {
      close();
      out.print(
          "<path stroke=\"#%06x\" stroke-width=\"%s\" d=\"".formatted(rgb, tenths(thickness)));
      colour = rgb;
      width = thickness;
    }
    if (x1 != penX || y1 != penY) {
      out.print("M" + tenths(x1) + " " + tenths(y1));
    }
    out.print("L" + tenths(x2) + " " + tenths(y2));
    penX = x2;
    penY = y2;
    points++;
  }

  private void close() {
    if (colour >= 0) {
      out.println("\"/>");
    }
    colour = -1;
    penX = Double.NaN;
    points = 0;
  }

  private static String tenths(double value) {
    long tenths = Math.round(value * 10);
    String sign = tenths < 0 ? "-" : "";
    long rest = Math.abs(tenths) % 10;
    return sign + Math.abs(tenths) / 10 + (rest == 0 ? "" : "." + rest);
  }

  @Override
  public void text(double x, double y, String text) {
    close();
    out.println(
        "<text x=\""
            + tenths(x)
            + "\" y=\""
            + tenths(y)
            + "\" font-family=\"sans-serif\" font-size=\"14\" fill=\"#444\">"
            + text
            + "</text>");
  }

  void end() throws IOException {
    close();
    out.println("</svg>");
    out.flush();
    if (out.checkError()) {
      throw new IOException(
          "Expected to write the whole picture, but the disk or stream refused. Look for space.");
    }
  }
}
