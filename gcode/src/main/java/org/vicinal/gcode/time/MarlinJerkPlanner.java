package org.vicinal.gcode.time;

/**
 * Classic jerk: a corner may be taken as fast as no axis has to jump by more than its jerk.
 *
 * <p>Two readings of "safe speed", the speed from which the machine may stop at once: Marlin scales
 * the whole vector until every axis is within its jerk; the MK3's firmware (and PrusaSlicer, which
 * imitates it) takes the least jerk of the axes that are too fast. Marlin ends at 0.05 mm/s, the
 * MK3 at the safe speed.
 */
public final class MarlinJerkPlanner extends WindowPlanner {
  private static final double MINIMUM_PLANNER_SPEED = 0.05;
  private final boolean mk3;
  private final int minSteps;

  private double previousSpeed;
  private double previousSafe;
  private double previousX;
  private double previousY;
  private double previousZ;
  private double previousE;

  /** For Marlin 2.0 to 2.1.2 and Prusa's Buddy boards, or for the MK3 family. */
  public MarlinJerkPlanner(Limits limits, boolean mk3) {
    super(limits);
    this.mk3 = mk3;
    this.minSteps = mk3 ? 5 : 6;
  }

  @Override
  protected boolean plan(
      double dx, double dy, double dz, double written, double feed, boolean rapid) {
    double de = written * limits().flow;
    double squared = dx * dx + dy * dy + dz * dz;
    if (tooShort(dx, dy, dz, de)) {
      return false;
    }
    boolean extruderOnly = squared == 0;
    double d = extruderOnly ? Math.abs(de) : Math.sqrt(squared);
    Limits l = limits();
    double v = Math.max(feed, de == 0 ? l.minTravelFeed : l.minFeed);
    double perMm = 1 / d;
    double ux = dx * perMm;
    double uy = dy * perMm;
    double uz = dz * perMm;
    double ue = de * perMm;
    double ax = Math.abs(ux);
    double ay = Math.abs(uy);
    double az = Math.abs(uz);
    double ae = Math.abs(ue);
    v = least(v, ax, ay, az, ae, l.speed);
    double a;
    if (extruderOnly) {
      a = l.retractAcceleration;
    } else {
      a =
          least(
              de != 0 ? l.printAcceleration : l.travelAcceleration, ax, ay, az, ae, l.acceleration);
    }
    double safe =
        mk3 ? safeOfMk3(v, ax * v, ay * v, az * v, ae * v) : least(v, ax, ay, az, ae, l.jerk);
    corner(d, a, v, safe, ux * v, uy * v, uz * v, ue * v);
    return true;
  }

  private void corner(
      double d, double a, double v, double safe, double vx, double vy, double vz, double ve) {
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

  private double safeOfMk3(double v, double vx, double vy, double vz, double ve) {
    double[] jerk = limits().jerk;
    double safe = v;
    safe = vx > jerk[0] ? Math.min(safe, jerk[0]) : safe;
    safe = vy > jerk[1] ? Math.min(safe, jerk[1]) : safe;
    safe = vz > jerk[2] ? Math.min(safe, jerk[2]) : safe;
    return ve > jerk[3] ? Math.min(safe, jerk[3]) : safe;
  }

  /** The greatest value at most {@code wanted} whose share on every axis keeps that axis' limit. */
  static double least(double wanted, double ax, double ay, double az, double ae, double[] limit) {
    double value = wanted;
    value = value * ax > limit[0] ? limit[0] / ax : value;
    value = value * ay > limit[1] ? limit[1] / ay : value;
    value = value * az > limit[2] ? limit[2] / az : value;
    return value * ae > limit[3] ? limit[3] / ae : value;
  }

  private boolean tooShort(double dx, double dy, double dz, double de) {
    double[] steps = limits().stepsPerMm;
    double most = minSteps - 0.5;
    return Math.abs(dx) * steps[0] < most
        && Math.abs(dy) * steps[1] < most
        && Math.abs(dz) * steps[2] < most
        && Math.abs(de) * steps[3] < most;
  }

  @Override
  public void stop() {
    drain();
    previousSpeed = 0;
  }

  @Override
  protected int chords(Arc arc, double feed) {
    double length = arc.length();
    if (mk3) {
      double full = Math.max(1, Math.floor(length));
      double least = Math.floor(20 * Math.abs(arc.sweep) / (2 * Math.PI));
      return (int) Math.min(100_000, Math.max(full, Math.min(least, Math.floor(length / 0.5))));
    }
    return MarlinArcs.chords(arc, length);
  }
}
