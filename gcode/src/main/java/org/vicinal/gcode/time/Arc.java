package org.vicinal.gcode.time;

/**
 * One arc or helix. Mutable and used again for every arc of a program. Axes are 0 x, 1 y, 2 z;
 * lengths are mm, angles radians.
 */
public final class Arc {
  /** Start and end. */
  public final double[] from = new double[3];

  public final double[] to = new double[3];

  /** The plane's axes in their right-handed order, then the axis across. */
  public int axis0;

  public int axis1 = 1;
  public int axis2 = 2;

  public double center0;
  public double center1;
  public double radius;

  /** The angle from the centre to the start. */
  public double startAngle;

  /** How far it turns; clockwise is negative. */
  public double sweep;

  /** What the extruder moves on the way. */
  public double extrusion;

  /** Sets the plane by G17, G18 or G19; in the second one z comes before x. */
  public void plane(int code) {
    axis0 = code == 17 ? 0 : code == 18 ? 2 : 1;
    axis1 = code == 17 ? 1 : code == 18 ? 0 : 2;
    axis2 = 3 - axis0 - axis1;
  }

  /**
   * Derives radius, start angle and sweep from the ends and the centre; an arc back to its start is
   * a full circle.
   */
  public void derive(boolean clockwise, int turns) {
    double fromA = from[axis0] - center0;
    double fromB = from[axis1] - center1;
    double toA = to[axis0] - center0;
    double toB = to[axis1] - center1;
    radius = Math.hypot(fromA, fromB);
    startAngle = Math.atan2(fromB, fromA);
    sweep = Math.atan2(fromA * toB - fromB * toA, fromA * toA + fromB * toB);
    if (clockwise) {
      if (sweep >= -5e-7) {
        sweep -= 2 * Math.PI;
      }
      sweep -= 2 * Math.PI * (turns - 1);
    } else {
      if (sweep <= 5e-7) {
        sweep += 2 * Math.PI;
      }
      sweep += 2 * Math.PI * (turns - 1);
    }
  }

  /** Length in the plane. */
  public double planeLength() {
    return Math.abs(sweep) * radius;
  }

  /** Length of the helix. */
  public double length() {
    return Math.hypot(planeLength(), to[axis2] - from[axis2]);
  }

  /** A point on the arc; {@code part} runs from 0 to 1. */
  public void point(double part, double[] out) {
    double angle = startAngle + sweep * part;
    out[axis0] = center0 + radius * Math.cos(angle);
    out[axis1] = center1 + radius * Math.sin(angle);
    out[axis2] = from[axis2] + (to[axis2] - from[axis2]) * part;
  }
}
