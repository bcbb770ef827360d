package org.vicinal.gcode.meaning;

/** LinuxCNC's G5 (cubic) and G5.1 (quadratic) in the XY plane, as chords. */
final class Spline {
  private static final int CHORDS = 64;
  private final double[] to = new double[3];
  private double lastP;
  private double lastQ;

  /** Whether a motion is one of them. */
  static boolean isSpline(int motion) {
    return motion == 50 || motion == 51;
  }

  /** Cuts along the curve; false if words are missing. */
  boolean run(int motion, MillBlock block, double[] end, boolean again, MillMotion mill) {
    double unit = mill.unit();
    double startX = mill.where().at[0];
    double startY = mill.where().at[1];
    boolean controlled = block.has('I') || block.has('J');
    if ((motion == 51 && !controlled)
        || (motion == 50 && (!block.has('P') || !block.has('Q') || (!controlled && !again)))) {
      return false;
    }
    double firstX = startX + (controlled ? block.value('I', 0) * unit : -lastP);
    double firstY = startY + (controlled ? block.value('J', 0) * unit : -lastQ);
    double secondX;
    double secondY;
    if (motion == 50) {
      lastP = block.value('P') * unit;
      lastQ = block.value('Q') * unit;
      secondX = end[0] + lastP;
      secondY = end[1] + lastQ;
    } else { // a quadratic curve is a cubic one whose control points lie two thirds of the way
      secondX = end[0] + (firstX - end[0]) * 2 / 3;
      secondY = end[1] + (firstY - end[1]) * 2 / 3;
      firstX = startX + (firstX - startX) * 2 / 3;
      firstY = startY + (firstY - startY) * 2 / 3;
    }
    double endX = end[0];
    double endY = end[1];
    for (int i = 1; i <= CHORDS; i++) {
      double t = (double) i / CHORDS;
      to[0] = point(t, startX, firstX, secondX, endX);
      to[1] = point(t, startY, firstY, secondY, endY);
      to[2] = mill.where().at[2];
      mill.line(to, false);
    }
    return true;
  }

  /** One coordinate of a cubic curve at {@code t} from 0 to 1. */
  static double point(double t, double a, double b, double c, double d) {
    double u = 1 - t;
    return u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d;
  }
}
