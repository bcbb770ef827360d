package org.vicinal.gcode.time;

/**
 * What all of Marlin's planners share: how long a move is, how fast and how hard it may be driven,
 * and that a move of a few steps waits for the next one. They differ in their corners.
 */
abstract class MarlinPlanner extends WindowPlanner {
  /** Moves of fewer steps on every axis are added to the next one; half a step is rounding. */
  private final double fewSteps;

  MarlinPlanner(Limits limits, int minSteps) {
    super(limits);
    fewSteps = minSteps - 0.5;
  }

  @Override
  protected final boolean plan(
      double dx, double dy, double dz, double written, double feed, boolean rapid) {
    double de = written * limits.flow;
    if (tooShort(dx, dy, dz, de)) {
      return false;
    }
    double squared = dx * dx + dy * dy + dz * dz;
    boolean extruderOnly = squared == 0;
    double d = extruderOnly ? Math.abs(de) : Math.sqrt(squared);
    Limits l = limits;
    double perMm = 1 / d;
    double ux = dx * perMm;
    double uy = dy * perMm;
    double uz = dz * perMm;
    double ue = de * perMm;
    double ax = Math.abs(ux);
    double ay = Math.abs(uy);
    double az = Math.abs(uz);
    double ae = Math.abs(ue);
    double v =
        least(Math.max(feed, de == 0 ? l.minTravelFeed : l.minFeed), ax, ay, az, ae, l.speed);
    double a = l.retractAcceleration;
    if (!extruderOnly) {
      double wanted = de != 0 ? l.printAcceleration : l.travelAcceleration;
      a = least(wanted, ax, ay, az, ae, l.acceleration);
    }
    corner(d, a, v, ux, uy, uz, ue);
    return true;
  }

  /** Adds a block with what the corner before it allows; u is the way of each axis in a mm. */
  abstract void corner(double d, double a, double v, double ux, double uy, double uz, double ue);

  /** The greatest value at most {@code wanted} whose share on every axis keeps that axis' limit. */
  static double least(double wanted, double ax, double ay, double az, double ae, double[] limit) {
    double value = wanted;
    value = value * ax > limit[0] ? limit[0] / ax : value;
    value = value * ay > limit[1] ? limit[1] / ay : value;
    value = value * az > limit[2] ? limit[2] / az : value;
    return value * ae > limit[3] ? limit[3] / ae : value;
  }

  private boolean tooShort(double dx, double dy, double dz, double de) {
    double[] steps = limits.stepsPerMm;
    return Math.abs(dx) * steps[0] < fewSteps
        && Math.abs(dy) * steps[1] < fewSteps
        && Math.abs(dz) * steps[2] < fewSteps
        && Math.abs(de) * steps[3] < fewSteps;
  }

  @Override
  protected int chords(Arc arc, double feed) {
    return MarlinArcs.chords(arc, arc.length());
  }
}
