package org.vicinal.gcode.time;

/**
 * Marlin 2 with junction deviation: a corner is taken as an arc that strays from the path by no
 * more than the deviation. Short segments of a curve are also held to the centripetal acceleration
 * of that curve (JD_HANDLE_SMALL_SEGMENTS).
 */
public final class MarlinDeviationPlanner extends MarlinPlanner {
  private static final double MINIMUM_PLANNER_SPEED = 0.05;
  private static final double[] ARC_SINE = {
    0.032843707, -1.451838349, 29.66153956, -131.1123477, 262.8130562, -242.7199627, 84.31466202
  };

  private double previousSpeed;
  private double previousX;
  private double previousY;
  private double previousZ;
  private double previousE;

  public MarlinDeviationPlanner(Limits limits) {
    super(limits, 6);
  }

  @Override
  void corner(double d, double a, double v, double dx, double dy, double dz, double de) {
    boolean moves = dx != 0 || dy != 0 || dz != 0;
    double unit = de == 0 || !moves ? 1 : 1 / Math.sqrt(1 + de * de);
    double ux = dx * unit;
    double uy = dy * unit;
    double uz = dz * unit;
    double ue = de * unit;
    double least = MINIMUM_PLANNER_SPEED * MINIMUM_PLANNER_SPEED;
    double squared = least;
    if (previousSpeed > 0) {
      double slower = Math.min(v, previousSpeed);
      squared = Math.min(slower * slower, junction(d, a, ux, uy, uz, ue, least));
    }
    add(d, a, v, squared, least);
    previousSpeed = v;
    previousX = ux;
    previousY = uy;
    previousZ = uz;
    previousE = ue;
  }

  private double junction(
      double d, double a, double ux, double uy, double uz, double ue, double least) {
    double cosine = -(previousX * ux + previousY * uy + previousZ * uz + previousE * ue);
    if (cosine > 0.999999) {
      return least;
    }
    cosine = Math.max(cosine, -0.999999);
    double wx = ux - previousX;
    double wy = uy - previousY;
    double wz = uz - previousZ;
    double we = ue - previousE;
    double norm = Math.sqrt(wx * wx + wy * wy + wz * wz + we * we);
    double most = a;
    if (norm > 0) {
      double perMm = 1 / norm;
      most =
          least(
              a,
              Math.abs(wx) * perMm,
              Math.abs(wy) * perMm,
              Math.abs(wz) * perMm,
              Math.abs(we) * perMm,
              limits().acceleration);
    }
    double sine = Math.sqrt((1 - cosine) / 2);
    double squared = most * limits().junctionDeviation * sine / (1 - sine);
    if (d < 1 && cosine < -0.7071067812) {
      squared = Math.min(squared, d * most / bend(-cosine));
    }
    return squared;
  }

  /** The angle whose cosine this is, as the firmware approximates it. */
  private static double bend(double cosine) {
    double t = Math.abs(cosine);
    double sum = 0;
    for (int i = ARC_SINE.length - 1; i >= 0; i--) {
      sum = sum * t + ARC_SINE[i];
    }
    return Math.PI / 2 - Math.copySign(sum, cosine);
  }

  @Override
  public void stop() {
    drain();
    previousSpeed = 0;
  }
}
