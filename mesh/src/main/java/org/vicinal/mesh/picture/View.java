package org.vicinal.mesh.picture;

import org.vicinal.mesh.Box;

/**
 * From where a model is looked at: along (-1, 1, -0.8), without perspective, so that its three
 * visible sides are front, right and top.
 *
 * @param x the middle of the box (mm)
 * @param y likewise
 * @param z likewise
 * @param reach the half of its longest way across the picture (mm)
 */
record View(double x, double y, double z, double reach) {
  private static final double DOWN = 0.8;
  private static final double LENGTH = Math.sqrt(2 + DOWN * DOWN);
  private static final double ROOT = Math.sqrt(2);

  static View of(Box box) {
    var middle =
        new View(
            (box.minX() + box.maxX()) / 2,
            (box.minY() + box.maxY()) / 2,
            (box.minZ() + box.maxZ()) / 2,
            1);
    double reach = 1e-6; // of a point; whatever it is, it is drawn
    for (int corner = 0; corner < 8; corner++) {
      double[] point = {
        (corner & 1) == 0 ? box.minX() : box.maxX(),
        (corner & 2) == 0 ? box.minY() : box.maxY(),
        (corner & 4) == 0 ? box.minZ() : box.maxZ()
      };
      reach = Math.max(reach, Math.max(Math.abs(middle.right(point)), Math.abs(middle.up(point))));
    }
    return new View(middle.x, middle.y, middle.z, reach);
  }

  /** How far right of the middle (mm). */
  double right(double[] point) {
    return (point[0] - x + point[1] - y) / ROOT;
  }

  /** How far above the middle (mm). */
  double up(double[] point) {
    return (DOWN * (x - point[0] + point[1] - y) + 2 * (point[2] - z)) / (ROOT * LENGTH);
  }

  /** How far behind the middle (mm). */
  double behind(double[] point) {
    return (x - point[0] + point[1] - y - DOWN * (point[2] - z)) / LENGTH;
  }
}
