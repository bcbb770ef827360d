package org.vicinal.agent.simulation;

/** How long arcs are, and whether GRBL would take them. */
final class GrblGeometry {

  private GrblGeometry() {}

  /** A length, or the error for which the arc is refused. */
  record Arc(double length, int error) {}

  /** The way of G2 (clockwise) or G3 from one point to another in the selected plane. */
  static Arc arc(
      GrblBlock block, int plane, double unit, boolean clockwise, double[] from, double[] to) {
    int first = plane == 17 ? 0 : plane == 18 ? 2 : 1;
    int second = plane == 17 ? 1 : plane == 18 ? 0 : 2;
    double dx = to[first] - from[first];
    double dy = to[second] - from[second];
    double ox;
    double oy;
    if (block.has('R')) {
      double radius = block.use('R') * unit;
      if (dx == 0 && dy == 0) {
        return new Arc(0, 33);
      }
      double under = 4 * radius * radius - dx * dx - dy * dy;
      if (under < 0) {
        return new Arc(0, 34);
      }
      double h = -Math.sqrt(under) / Math.hypot(dx, dy);
      if (!clockwise) {
        h = -h;
      }
      if (radius < 0) {
        h = -h;
      }
      ox = 0.5 * (dx - dy * h);
      oy = 0.5 * (dy + dx * h);
    } else {
      char i = "IJK".charAt(first);
      char j = "IJK".charAt(second);
      if (!block.has(i) && !block.has(j)) {
        return new Arc(0, 35);
      }
      ox = block.has(i) ? block.use(i) * unit : 0;
      oy = block.has(j) ? block.use(j) * unit : 0;
      double radius = Math.hypot(ox, oy);
      double off = Math.abs(Math.hypot(dx - ox, dy - oy) - radius);
      if (off > 0.5 || (off > 0.005 && off > 0.001 * radius)) {
        return new Arc(0, 33);
      }
    }
    double angle = Math.atan2(dy - oy, dx - ox) - Math.atan2(-oy, -ox);
    if (clockwise && angle >= -1e-9) {
      angle -= 2 * Math.PI;
    } else if (!clockwise && angle <= 1e-9) {
      angle += 2 * Math.PI;
    }
    return new Arc(Math.abs(angle) * Math.hypot(ox, oy), 0);
  }
}
