package org.vicinal.gcode.time;

/**
 * Look-ahead over a fixed number of blocks. When block k leaves, only the blocks behind it in the
 * window decide how fast it may end, and the last of them is expected to stop.
 *
 * <p>Squares of speeds are kept, since v&sup2; grows by 2ad over a distance. {@code bound[i]} is
 * the greatest entry speed of block i from which all that follow can still be kept. A new block can
 * only change the bounds of its predecessors as far back as they really change, so the walk back
 * ends after a step or two.
 */
abstract class WindowPlanner extends Planner {
  private static final int RING = 1024;
  private static final int MASK = RING - 1;

  private final double[] length = new double[RING];
  private final double[] acceleration = new double[RING];
  private final double[] cruise = new double[RING];
  private final double[] junction = new double[RING];
  private final double[] bound = new double[RING];
  private final int window;
  private int head;
  private int count;
  private double entry;
  private double lastEnd;
  private double seconds;

  WindowPlanner(Limits limits) {
    super(limits);
    window = Math.clamp(limits.window, 2, RING - 1);
  }

  @Override
  public final double seconds() {
    return seconds;
  }

  /** Whether nothing is planned, so that the next block starts from rest. */
  protected final boolean idle() {
    return count == 0;
  }

  /**
   * Adds a block.
   *
   * @param a acceleration
   * @param v speed wished for
   * @param entrySquared greatest entry speed that the corner allows, squared; at most both speeds'
   * @param endSquared speed at which it may end if nothing follows, squared
   */
  protected final void add(double d, double a, double v, double entrySquared, double endSquared) {
    int n = (head + count) & MASK;
    length[n] = d;
    acceleration[n] = a;
    cruise[n] = v;
    junction[n] = entrySquared;
    lastEnd = endSquared;
    double next = Math.min(entrySquared, endSquared + 2 * a * d);
    bound[n] = next;
    if (count == 0) {
      entry = next;
    }
    int i = n;
    for (int left = count - 1; left > 0; left--) {
      i = (i - 1) & MASK;
      double reach = next + 2 * acceleration[i] * length[i];
      next = Math.min(junction[i], reach);
      if (next == bound[i]) {
        break;
      }
      bound[i] = next;
    }
    if (++count >= window) {
      leave(bound[(head + 1) & MASK]);
    }
  }

  /** Lets every block go; the last one comes to its end speed. */
  protected final void drain() {
    while (count > 1) {
      leave(bound[(head + 1) & MASK]);
    }
    if (count == 1) {
      leave(lastEnd);
    }
  }

  private void leave(double exitBound) {
    int i = head;
    double a = acceleration[i];
    double exit = Math.min(exitBound, entry + 2 * a * length[i]);
    seconds += trapezoid(length[i], entry, exit, cruise[i], a);
    entry = exit;
    head = (i + 1) & MASK;
    count--;
  }

  /** Seconds for a distance with these squared entry and exit speeds. */
  static double trapezoid(double d, double entrySquared, double exitSquared, double v, double a) {
    double vSquared = v * v;
    double start = Math.sqrt(entrySquared);
    double end = Math.sqrt(exitSquared);
    double ramps = (2 * vSquared - entrySquared - exitSquared) / (2 * a);
    if (ramps <= d) {
      return (2 * v - start - end) / a + (d - ramps) / v;
    }
    double peak =
        Math.sqrt(
            Math.max(
                a * d + (entrySquared + exitSquared) / 2, Math.max(entrySquared, exitSquared)));
    return (2 * peak - start - end) / a;
  }
}
