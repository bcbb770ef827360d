package org.vicinal.gcode.time;

/**
 * The time that PrusaSlicer states, reproduced to compare with what a program claims. It imitates
 * the MK3's planner over runs of 256 blocks of which 64 stay behind for the next run.
 *
 * <p>Up to 2.8 it passes forward before it passes backward (so some corners are too fast) and,
 * where an axis is over its acceleration, takes the axis' limit for the whole move. Both were put
 * right by 2.9. Homing counts as a move to zero; pauses and waiting count nothing.
 */
public final class SlicerPlanner extends Planner {
  private static final int FLUSH = 256;
  private static final int KEEP = 64;
  private static final int MOST = FLUSH + 2;

  private final boolean forwardFirst;
  private final boolean buddyArcs;
  private final double[] distance = new double[MOST];
  private final double[] acceleration = new double[MOST];
  private final double[] cruise = new double[MOST];
  private final double[] entry = new double[MOST];
  private final double[] maxEntry = new double[MOST];
  private final double[] safe = new double[MOST];
  private final boolean[] nominal = new boolean[MOST];
  private int count;
  private long spent;
  private float seconds32;
  private double seconds64;

  private double previousFeed;
  private double previousSafe;
  private final double[] previous = new double[4];
  private final double[] now = new double[4];

  /**
   * For a version.
   *
   * @param major of PrusaSlicer, such as 2, and {@code minor}, such as 5
   * @param marlin2 whether the program's flavour is marlin2, which cuts arcs like Buddy firmware
   *     since 2.7
   */
  public SlicerPlanner(Limits limits, int major, int minor, boolean marlin2) {
    super(limits);
    int version = major * 100 + minor;
    forwardFirst = version < 209;
    buddyArcs = version >= 207 && marlin2;
  }

  @Override
  protected boolean plan(double dx, double dy, double dz, double de, double feed, boolean rapid) {
    double squared = dx * dx + dy * dy + dz * dz;
    boolean extruderOnly = squared == 0;
    double d = extruderOnly ? Math.abs(de) : Math.sqrt(squared);
    if (d == 0) {
      return true;
    }
    Limits l = limits();
    double wanted = Math.max(feed, de == 0 ? l.minTravelFeed : l.minFeed);
    now[0] = wanted * dx / d;
    now[1] = wanted * dy / d;
    now[2] = wanted * dz / d;
    now[3] = wanted * de / d * l.flow;
    double factor = 1;
    for (int axis = 0; axis < 4; axis++) {
      double speed = Math.abs(now[axis]);
      if (speed > 0 && l.speed[axis] > 0) {
        factor = Math.min(factor, l.speed[axis] / speed);
      }
    }
    double v = factor * wanted;
    for (int axis = 0; axis < 4 && factor < 1; axis++) {
      now[axis] *= factor;
    }
    double a =
        extruderOnly ? l.retractAcceleration : de == 0 ? l.travelAcceleration : l.printAcceleration;
    a = clamped(a, dx / d, dy / d, dz / d, de / d);
    block(d, a, v, wanted);
    return true;
  }

  private double clamped(double wanted, double ux, double uy, double uz, double ue) {
    double a = wanted;
    for (int axis = 0; axis < 4; axis++) {
      double share = Math.abs(axis == 0 ? ux : axis == 1 ? uy : axis == 2 ? uz : ue);
      double limit = limits().acceleration[axis];
      if (a * share > limit) {
        a = forwardFirst ? limit : limit / share;
      }
    }
    return a;
  }

  private void block(double d, double a, double v, double wanted) {
    double[] jerk = limits().jerk;
    double safeSpeed = v;
    for (int axis = 0; axis < 4; axis++) {
      if (Math.abs(now[axis]) > jerk[axis]) {
        safeSpeed = Math.min(safeSpeed, jerk[axis]);
      }
    }
    double junction = safeSpeed;
    if (count > 0 && previousFeed > 0.0001) {
      junction = junction(v);
      double threshold = junction * 0.99;
      if (previousSafe > threshold && safeSpeed > threshold) {
        junction = safeSpeed;
      }
    }
    double allowable = Math.sqrt(safeSpeed * safeSpeed + 2 * a * d);
    int i = count++;
    distance[i] = d;
    acceleration[i] = a;
    cruise[i] = v;
    entry[i] = Math.min(junction, allowable);
    maxEntry[i] = junction;
    safe[i] = safeSpeed;
    nominal[i] = v <= allowable;
    previousFeed = wanted;
    previousSafe = safeSpeed;
    System.arraycopy(now, 0, previous, 0, 4);
    if (count > FLUSH) {
      spend(KEEP);
    }
  }

  private double junction(double v) {
    boolean slowsDown = previousFeed > v;
    double scale = slowsDown ? v / previousFeed : 1;
    double factor = 1;
    for (int axis = 0; axis < 4; axis++) {
      factor =
          MarlinJerkPlanner.limited(factor, previous[axis] * scale, now[axis], limits().jerk[axis]);
    }
    return (slowsDown ? v : previousFeed) * factor;
  }

  /** Fixes the speeds of all blocks and takes out all but the last {@code keep}. */
  private void spend(int keep) {
    if (forwardFirst) {
      forward();
      backward();
    } else {
      backward();
      forward();
    }
    int done = Math.max(0, count - keep);
    for (int i = 0; i < done; i++) {
      if (spent >= layers.nextBlock) {
        layers.reach(spent, seconds());
      }
      spent++;
      double exit = i + 1 < count ? entry[i + 1] : safe[i];
      double t = time(distance[i], entry[i], exit, cruise[i], acceleration[i]);
      seconds64 += t;
      seconds32 += (float) t;
    }
    int left = count - done;
    for (double[] of : new double[][] {distance, acceleration, cruise, entry, maxEntry, safe}) {
      System.arraycopy(of, done, of, 0, left);
    }
    System.arraycopy(nominal, done, nominal, 0, left);
    count = left;
  }

  private void forward() {
    for (int i = 0; i + 1 < count; i++) {
      if (!nominal[i] && entry[i] < entry[i + 1]) {
        entry[i + 1] =
            Math.min(
                entry[i + 1], Math.sqrt(entry[i] * entry[i] + 2 * acceleration[i] * distance[i]));
      }
    }
  }

  private void backward() {
    for (int i = count - 2; i >= 0; i--) {
      if (entry[i] != maxEntry[i]) {
        entry[i] = maxEntry[i];
        if (!nominal[i] && maxEntry[i] > entry[i + 1]) {
          entry[i] =
              Math.min(
                  maxEntry[i],
                  Math.sqrt(entry[i + 1] * entry[i + 1] + 2 * acceleration[i] * distance[i]));
        }
      }
    }
  }

  /**
   * Like a trapezoid, but an exit that cannot be reached is not: the speeds then jump, as in the
   * original.
   */
  private static double time(double d, double start, double end, double v, double a) {
    double up = Math.max(0, (v * v - start * start) / (2 * a));
    double down = Math.max(0, (v * v - end * end) / (2 * a));
    double peak = v;
    double level = d - up - down;
    if (level < 0) {
      up = Math.clamp((2 * a * d - start * start + end * end) / (4 * a), 0, d);
      down = d - up;
      level = 0;
      peak = Math.sqrt(start * start + 2 * a * up);
    }
    double slow = Math.sqrt(Math.max(0, peak * peak - 2 * a * down));
    return (Math.sqrt(start * start + 2 * a * up) - start) / a
        + (level > 0 ? level / v : 0)
        + (peak - slow) / a;
  }

  @Override
  public void home(double toX, double toY, double toZ, double feed) {
    line(toX, toY, toZ, 0, feed, false);
  }

  @Override
  public void stop() {
    // it does not know that a machine may have to wait
  }

  @Override
  public void finish() {
    spend(0);
    layers.reach(spent, seconds());
  }

  @Override
  long blocks() {
    return spent + count;
  }

  @Override
  public double seconds() {
    return forwardFirst ? seconds32 : seconds64;
  }

  @Override
  protected int chords(Arc arc, double feed) {
    if (buddyArcs) {
      return MarlinArcs.chordsOfBuddy(arc, arc.length(), feed);
    }
    double turn = 2 * Math.acos(Math.max(-1, 1 - 0.0125 / arc.radius));
    return (int) Math.clamp(Math.ceil(Math.abs(arc.sweep) / Math.max(1e-4, turn)), 1, 1_000_000);
  }
}
