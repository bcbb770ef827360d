package org.vicinal.gcode.picture;

/** Something to draw on. Pixels from the top left; colours are 0xRRGGBB. */
interface Canvas {
  void line(double x1, double y1, double x2, double y2, int colour, double width);

  void text(double x, double y, String text);
}
