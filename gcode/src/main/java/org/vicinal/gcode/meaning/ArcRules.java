package org.vicinal.gcode.meaning;

import org.vicinal.gcode.time.Arc;

/** When an arc is possible. Tolerances are GRBL's, which LinuxCNC shares closely. */
final class ArcRules {
  /** How far 4 R&sup2; may lie below the square of the chord, as part of it. */
  private static final double HALF_CIRCLE = 1e-9;

  private ArcRules() {}

  /**
   * Finds the centre for a radius, which is negative for arcs over half a circle; says what is
   * wrong, or nothing.
   */
  static String centerFromRadius(Arc arc, double radius, boolean clockwise) {
    if (Double.isNaN(radius)) {
      return "Expected a centre (I, J, K) or a radius (R) of the arc, found neither";
    }
    double dx = arc.to[arc.axis0] - arc.from[arc.axis0];
    double dy = arc.to[arc.axis1] - arc.from[arc.axis1];
    double chord = Math.hypot(dx, dy);
    if (chord == 0) {
      return "Expected an end other than the start for an arc with R; write a full circle with I and J";
    }
    double height = 4 * radius * radius - dx * dx - dy * dy;
    if (height < 0 && height > -HALF_CIRCLE * chord * chord) {
      height = 0; // half a circle whose radius was rounded
    }
    if (height < 0) {
      double least = chord / 2;
      arc.center0 = arc.from[arc.axis0] + dx / 2;
      arc.center1 = arc.from[arc.axis1] + dy / 2;
      return "Expected a radius of at least %.4f mm to reach the end, found %.4f mm"
          .formatted(least, Math.abs(radius));
    }
    double side = Math.sqrt(height) / chord / 2;
    boolean left = clockwise == radius < 0;
    side = left ? side : -side;
    arc.center0 = arc.from[arc.axis0] + dx / 2 - dy * side;
    arc.center1 = arc.from[arc.axis1] + dy / 2 + dx * side;
    return "";
  }

  /**
   * Whether start and end are as far from the centre as a machine wants them; what is wrong, or
   * nothing.
   */
  static String mismatch(Arc arc) {
    double start = Math.hypot(arc.from[arc.axis0] - arc.center0, arc.from[arc.axis1] - arc.center1);
    double end = Math.hypot(arc.to[arc.axis0] - arc.center0, arc.to[arc.axis1] - arc.center1);
    double off = Math.abs(end - start);
    if (start == 0 && end == 0) {
      return "Expected a radius above 0, found a centre on the start";
    }
    if (off > 0.5 || (off > 0.005 && off > 0.001 * start)) {
      return "Expected start and end equally far from the centre, found %.4f mm and %.4f mm"
          .formatted(start, end);
    }
    return "";
  }
}
