package org.vicinal.gcode.time;

/**
 * Klipper's toolhead: corners by square corner velocity and by the circle that fits between two
 * moves, and a second, softer look-ahead ("smoothed" by the minimum cruise ratio) that keeps short
 * moves from racing up and down.
 *
 * <p>Klipper lets moves go as soon as nothing that follows can change them. So does this, in
 * batches; only a run of moves longer than the buffer that never settles is cut.
 */
public final class KlipperPlanner extends Planner {
  private static final int MOST = 4096;
  private static final double INSTANT_CORNER = 1;

  private final double[] length = new double[MOST];
  private final double[] acceleration = new double[MOST];
  private final double[] deviation = new double[MOST];
  private final double[] maxStart = new double[MOST];
  private final double[] maxCruise = new double[MOST];
  private final double[] gain = new double[MOST];
  private final double[] maxSmoothed = new double[MOST];
  private final double[] smoothedGain = new double[MOST];
  private final double[] start = new double[MOST];
  private final double[] end = new double[MOST];
  private final double[] cruise = new double[MOST];
  private final Ramps ramps = new Ramps(layers, Ramps.NO_LOSSES);
  private int count;

  private boolean previousMoves;
  private double previousX;
  private double previousY;
  private double previousZ;
  private double previousE;

  public KlipperPlanner(Limits limits) {
    super(limits);
  }

  @Override
  protected boolean plan(
      double dx, double dy, double dz, double written, double feed, boolean rapid) {
    double de = written * limits().flow;
    double squared = dx * dx + dy * dy + dz * dz;
    boolean moves = squared > 1e-18;
    double d = moves ? Math.sqrt(squared) : Math.abs(de);
    if (d == 0) {
      return true;
    }
    if (count == MOST) {
      settle(false);
    }
    Limits l = limits();
    double v = moves ? Math.min(feed, l.speed[0]) : Math.min(feed, l.speed[3]);
    double a = moves ? Math.min(l.printAcceleration, l.travelAcceleration) : l.acceleration[3];
    double smooth = a * (1 - l.minCruiseRatio);
    if (moves && dz != 0) {
      double share = d / Math.abs(dz);
      v = Math.min(v, l.speed[2] * share);
      a = Math.min(a, l.acceleration[2] * share);
      smooth = Math.min(smooth, a);
    }
    int i = count;
    length[i] = d;
    acceleration[i] = a;
    deviation[i] = deviation(l);
    maxCruise[i] = v * v;
    gain[i] = 2 * a * d;
    smoothedGain[i] = 2 * smooth * d;
    maxStart[i] = 0;
    maxSmoothed[i] = 0;
    corner(i, moves, dx / d, dy / d, dz / d, de / d);
    count++;
    return true;
  }

  private void corner(int i, boolean moves, double ux, double uy, double uz, double ue) {
    if (i > 0 && moves && previousMoves) {
      double cosine = -(ux * previousX + uy * previousY + uz * previousZ);
      double half = Math.sqrt(Math.max(0.5 * (1 - cosine), 0));
      double other = Math.sqrt(Math.max(0.5 * (1 + cosine), 0));
      double most =
          Math.min(Math.min(maxCruise[i], maxCruise[i - 1]), maxStart[i - 1] + gain[i - 1]);
      double turn = Math.abs(ue - previousE);
      if (turn > 0) {
        most = Math.min(most, INSTANT_CORNER / turn * (INSTANT_CORNER / turn));
      }
      if (half < 1 && other > 0) {
        double ratio = half / (1 - half);
        double quarterTangent = 0.25 * half / other;
        most = Math.min(most, ratio * deviation[i] * acceleration[i]);
        most = Math.min(most, ratio * deviation[i - 1] * acceleration[i - 1]);
        most = Math.min(most, gain[i] * quarterTangent);
        most = Math.min(most, gain[i - 1] * quarterTangent);
      }
      maxStart[i] = most;
      maxSmoothed[i] = Math.min(most, maxSmoothed[i - 1] + smoothedGain[i - 1]);
    }
    previousMoves = moves;
    previousX = ux;
    previousY = uy;
    previousZ = uz;
    previousE = ue;
  }

  /** How far a corner may stray, so that a square one is taken at its velocity. */
  private static double deviation(Limits l) {
    double corner = l.squareCornerVelocity;
    double toolhead = Math.min(l.printAcceleration, l.travelAcceleration);
    return corner * corner * (Math.sqrt(2) - 1) / Math.max(1e-9, toolhead);
  }

  /** Fixes speeds from the last move back; lets those go that nothing later can change. */
  private void settle(boolean all) {
    int settled = all ? count : 0;
    double nextEnd = 0;
    double nextSmoothed = 0;
    double peak = 0;
    int delayedFrom = -1;
    int delayedTo = -1;
    for (int i = count - 1; i >= 0; i--) {
      double reachable = nextEnd + gain[i];
      double from = Math.min(maxStart[i], reachable);
      double reachableSmoothed = nextSmoothed + smoothedGain[i];
      double smoothed = Math.min(maxSmoothed[i], reachableSmoothed);
      start[i] = from;
      end[i] = nextEnd;
      if (smoothed < reachableSmoothed) {
        if (smoothed + smoothedGain[i] > nextSmoothed || delayedFrom >= 0) {
          if (settled == 0 && peak > 0) {
            settled = i;
          }
          peak = Math.min(maxCruise[i], (smoothed + reachableSmoothed) * 0.5);
          double falling = peak;
          for (int j = delayedFrom; j >= 0 && j <= delayedTo; j++) {
            falling = Math.min(falling, start[j]); // they only slow down
            fix(j, falling);
          }
          delayedFrom = -1;
        }
        fix(i, Math.min(Math.min((from + reachable) * 0.5, maxCruise[i]), peak));
      } else {
        delayedTo = delayedFrom < 0 ? i : delayedTo;
        delayedFrom = i;
        fix(i, Math.min((from + reachable) * 0.5, maxCruise[i]));
      }
      nextEnd = from;
      nextSmoothed = smoothed;
    }
    release(settled == 0 ? count / 2 : settled);
  }

  private void fix(int i, double cruiseSquared) {
    cruise[i] = cruiseSquared;
    start[i] = Math.min(start[i], cruiseSquared);
    end[i] = Math.min(end[i], cruiseSquared);
  }

  private void release(int settled) {
    for (int i = 0; i < settled; i++) {
      ramps.add(length[i], acceleration[i], Math.sqrt(cruise[i]), start[i], end[i]);
    }
    int left = count - settled;
    for (double[] of :
        new double[][] {
          length, acceleration, deviation, maxStart, maxCruise, gain, maxSmoothed, smoothedGain
        }) {
      System.arraycopy(of, settled, of, 0, left);
    }
    count = left;
  }

  @Override
  public void stop() {
    settle(true);
    previousMoves = false;
  }

  @Override
  public double seconds() {
    return ramps.seconds();
  }

  @Override
  long blocks() {
    return ramps.blocks() + count;
  }

  @Override
  protected int chords(Arc arc, double feed) {
    return (int) Math.clamp(Math.floor(arc.planeLength()), 1, 1_000_000);
  }
}
