package org.vicinal.gcode.time;

/**
 * Classic jerk: a corner may be taken as fast as no axis has to jump by more than its jerk.
 *
 * <p>Two readings of "safe speed", the speed from which the machine may stop at once: Marlin scales
 * the whole vector until every axis is within its jerk; the MK3's firmware (and PrusaSlicer, which
 * imitates it) takes the least jerk of the axes that are too fast. Marlin ends at 0.05 mm/s, the
 * MK3 at the safe speed.
 */
public final class MarlinJerkPlanner extends MarlinPlanner {
  private static final double MINIMUM_PLANNER_SPEED = 0.05;
  private final boolean mk3;

  private double previousSpeed;
  private double previousSafe;
  private double previousX;
  private double previousY;
  private double previousZ;
  private double previousE;

  /** For Marlin 2.0 to 2.1.2 and Prusa's Buddy boards, or for the MK3 family. */
  public MarlinJerkPlanner(Limits limits, boolean mk3) {
    super(limits, mk3 ? 5 : 6);
    this.mk3 = mk3;
  }

  @Override
  void corner(double d, double a, double v, double ux, double uy, double uz, double ue) {
    double vx = ux * v;
    double vy = uy * v;
    double vz = uz * v;
    double ve = ue * v;
    double safe = safe(v, Math.abs(vx), Math.abs(vy), Math.abs(vz), Math.abs(ve));
    double junction = safe;
    if (previousSpeed > 0) {
      junction = junction(v, vx, vy, vz, ve);
      double threshold = junction * 0.99;
      if (previousSafe > threshold && safe > threshold) {
        junction = safe;
      }
    }
    double end = mk3 ? safe : MINIMUM_PLANNER_SPEED;
    add(d, a, v, junction * junction, end * end);
    previousSpeed = v;
    previousSafe = safe;
    previousX = vx;
    previousY = vy;
    previousZ = vz;
    previousE = ve;
  }

  private double junction(double v, double vx, double vy, double vz, double ve) {
    double slower = v < previousSpeed ? v : previousSpeed;
    double scale = v < previousSpeed ? v / previousSpeed : 1;
    double[] jerk = limits().jerk;
    double factor = limited(1, previousX * scale, vx, jerk[0]);
    factor = limited(factor, previousY * scale, vy, jerk[1]);
    factor = limited(factor, previousZ * scale, vz, jerk[2]);
    factor = limited(factor, previousE * scale, ve, jerk[3]);
    return slower * factor;
  }

  /**
   * The factor that keeps this axis within its jerk too. A reversal counts as the greater of both
   * speeds.
   */
  static double limited(double factor, double exit, double entry, double max) {
    double jump = Math.abs(exit - entry) * factor;
    if (jump <= max) {
      return factor; // nearly always so for z and e; a reversal counts less than the difference
    }
    if (exit * entry < 0) {
      jump = Math.max(Math.abs(exit), Math.abs(entry)) * factor;
    }
    return jump > max ? factor * max / jump : factor;
  }

  /** The speed from which it may stop at once. */
  private double safe(double v, double vx, double vy, double vz, double ve) {
    double[] jerk = limits.jerk;
    if (!mk3) {
      return v * least(1, vx, vy, vz, ve, jerk);
    }
    double safe = v;
    safe = vx > jerk[0] && jerk[0] < safe ? jerk[0] : safe;
    safe = vy > jerk[1] && jerk[1] < safe ? jerk[1] : safe;
    safe = vz > jerk[2] && jerk[2] < safe ? jerk[2] : safe;
    return ve > jerk[3] && jerk[3] < safe ? jerk[3] : safe;
  }

  @Override
  public void stop() {
    drain();
    previousSpeed = 0;
  }

  @Override
  protected int chords(Arc arc, double feed) {
    if (!mk3) {
      return super.chords(arc, feed);
    }
    double length = arc.length();
    double full = Math.max(1, Math.floor(length));
    double least = Math.floor(20 * Math.abs(arc.sweep) / (2 * Math.PI));
    return (int) Math.min(100_000, Math.max(full, Math.min(least, Math.floor(length / 0.5))));
  }
}
