package org.vicinal.gcode.time;

/**
 * Marlin's classic jerk since autumn 2024 (2.1.3, bugfix-2.1.x): in a corner no axis may jump by
 * more than its jerk, reversal or not, and no move is taken faster only because it could stop at
 * once. A run begins and ends at the speed of its first and last step. Inside an arc the radius
 * decides. That an arc need not slow down for an empty queue is not imitated.
 */
public final class MarlinPlainJerkPlanner extends MarlinPlanner {
  private double previousSpeed;
  private double previousX;
  private double previousY;
  private double previousZ;
  private double previousE;

  /** For limits with jerk and steps per mm. */
  public MarlinPlainJerkPlanner(Limits limits) {
    super(limits, 6);
  }

  @Override
  void corner(double d, double a, double v, double ux, double uy, double uz, double ue) {
    double least = Math.min(v * v, a / (2 * stepsPerMm(ux, uy, uz, ue)));
    double squared = least;
    if (previousSpeed > 0) {
      double slower = Math.min(v, previousSpeed);
      double corner = bend > 0 ? slower : slower * factor(slower, ux, uy, uz, ue);
      squared = bend > 0 ? Math.min(slower * slower, a * bend) : corner * corner;
    }
    add(d, a, v, squared, least);
    previousSpeed = v;
    previousX = ux;
    previousY = uy;
    previousZ = uz;
    previousE = ue;
  }

  private double stepsPerMm(double ux, double uy, double uz, double ue) {
    double[] steps = limits.stepsPerMm;
    double ofTwo = Math.max(Math.abs(ux) * steps[0], Math.abs(uy) * steps[1]);
    return Math.max(ofTwo, Math.max(Math.abs(uz) * steps[2], Math.abs(ue) * steps[3]));
  }

  private double factor(double v, double ux, double uy, double uz, double ue) {
    double factor = limited(1, Math.abs(ux - previousX) * v, limits.jerk[0]);
    factor = limited(factor, Math.abs(uy - previousY) * v, limits.jerk[1]);
    factor = limited(factor, Math.abs(uz - previousZ) * v, limits.jerk[2]);
    return limited(factor, Math.abs(ue - previousE) * v, limits.jerk[3]);
  }

  private static double limited(double factor, double jump, double most) {
    return jump * factor > most ? most / jump : factor;
  }

  @Override
  public void stop() {
    drain();
    previousSpeed = 0;
  }
}
