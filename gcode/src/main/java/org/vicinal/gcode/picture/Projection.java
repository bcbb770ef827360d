package org.vicinal.gcode.picture;

import org.vicinal.gcode.Box;
import org.vicinal.gcode.picture.Picture.View;

/** Where a point of the machine lies in the picture. */
final class Projection {
  private static final double MARGIN = 0.08;
  private static final double COS_30 = Math.sqrt(3) / 2;

  private final boolean top;
  private final double scale;
  private final double left;
  private final double bottom;
  private final int size;

  Projection(View view, Box box, int size) {
    this.size = size;
    top = view == View.TOP;
    double minX = Double.POSITIVE_INFINITY;
    double maxX = Double.NEGATIVE_INFINITY;
    double minY = Double.POSITIVE_INFINITY;
    double maxY = Double.NEGATIVE_INFINITY;
    for (int corner = 0; corner < 8; corner++) {
      double x = (corner & 1) == 0 ? box.minX() : box.maxX();
      double y = (corner & 2) == 0 ? box.minY() : box.maxY();
      double z = (corner & 4) == 0 ? box.minZ() : box.maxZ();
      minX = Math.min(minX, across(x, y));
      maxX = Math.max(maxX, across(x, y));
      minY = Math.min(minY, up(x, y, z));
      maxY = Math.max(maxY, up(x, y, z));
    }
    double extent = Math.max(1e-6, Math.max(maxX - minX, maxY - minY));
    scale = size * (1 - 2 * MARGIN) / extent;
    left = (minX + maxX) / 2 - size / scale / 2;
    bottom = (minY + maxY) / 2 - size / scale / 2;
  }

  private double across(double x, double y) {
    return top ? x : (x + y) * COS_30;
  }

  private double up(double x, double y, double z) {
    return top ? y : z + (y - x) / 2;
  }

  double pixelX(double x, double y) {
    return (across(x, y) - left) * scale;
  }

  double pixelY(double x, double y, double z) {
    return size - (up(x, y, z) - bottom) * scale;
  }

  /** Pixels per millimetre. */
  double scale() {
    return scale;
  }
}
