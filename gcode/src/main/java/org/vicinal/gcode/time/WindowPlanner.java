package org.vicinal.gcode.time;

/**
 * Look-ahead over a fixed number of blocks. When block k leaves, only the blocks behind it in the
 * window decide how fast it may end, and the last of them is expected to stop.
 *
 * <p>Squares of speeds are kept, since v&sup2; grows by 2ad over a distance. With S(i) the sum of
 * all 2ad before block i and J(i)&sup2; what the corner before it allows, block k may be entered at
 * the least of J(i)&sup2; + S(i) - S(k) over all i from k on. So the look-ahead is the minimum of
 * J&sup2; + S in a sliding window, which a queue of rising values gives without walking back over
 * the window for each block.
 */
public abstract class WindowPlanner extends Planner {
  /** More blocks than any firmware looks ahead. */
  protected static final int RING = 1024;

  private static final int MASK = RING - 1;

  private final double[] length = new double[RING];
  private final double[] acceleration = new double[RING];
  private final double[] cruise = new double[RING];
  private final double[] corner = new double[RING];
  private final double[] sumBefore = new double[RING];
  private final double[] lowest = new double[RING];
  private final int[] lowestBlock = new int[RING];
  private final int window;
  private int lowestHead;
  private int lowestTail;
  private int head;
  private int count;
  private double sum;
  private double end;
  private boolean fromRest = true;
  private double entry;
  private double entrySpeed;
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
    corner[n] = entrySquared;
    sumBefore[n] = sum;
    double key = entrySquared + sum;
    int tail = lowestTail;
    while (tail != lowestHead && lowest[(tail - 1) & MASK] >= key) {
      tail = (tail - 1) & MASK;
    }
    lowest[tail] = key;
    lowestBlock[tail] = n;
    lowestTail = (tail + 1) & MASK;
    sum += 2 * a * d;
    end = endSquared + sum;
    if (++count >= window) {
      leave();
    }
  }

  /** How many blocks wait. A caller that takes them itself sets a window that never fills. */
  public final int waitingBlocks() {
    return count;
  }

  /**
   * Lets the oldest block go as a controller does that begins it now, whatever has come behind it;
   * the seconds that it takes, 0 when none waits.
   */
  public final double takeBlock() {
    if (count == 0) {
      return 0;
    }
    double before = seconds;
    leave();
    return seconds - before;
  }

  /** Where in the ring the next block will lie. */
  protected final int nextBlock() {
    return (head + count) & MASK;
  }

  /**
   * What the firmware loses on a block beyond the laws of motion; {@code spent} seconds it takes by
   * those.
   */
  protected double lost(int block, double spent) {
    return 0;
  }

  /** Lets every block go; the last one comes to its end speed. */
  protected final void drain() {
    while (count > 0) {
      leave();
    }
    fromRest = true;
    sum = 0; // keeps the sums small and so exact
  }

  private void leave() {
    int i = head;
    if (lowestBlock[lowestHead] == i) {
      lowestHead = (lowestHead + 1) & MASK;
    }
    double least = end;
    if (lowestHead != lowestTail && lowest[lowestHead] < least) {
      least = lowest[lowestHead];
    }
    double a = acceleration[i];
    double gain = 2 * a * length[i];
    double exit = Math.max(0, least - sumBefore[i] - gain);
    if (fromRest) {
      fromRest = false;
      entry = Math.min(corner[i], exit + gain);
      entrySpeed = Math.sqrt(entry);
    }
    double reach = entry + gain;
    exit = exit < reach ? exit : reach;
    double exitSpeed = Math.sqrt(exit);
    double spent = trapezoid(length[i], entry, exit, entrySpeed, exitSpeed, cruise[i], a);
    seconds += spent + lost(i, spent);
    entry = exit;
    entrySpeed = exitSpeed;
    head = (i + 1) & MASK;
    count--;
  }

  /** Seconds for a distance with these squared entry and exit speeds. */
  static double trapezoid(double d, double entrySquared, double exitSquared, double v, double a) {
    return trapezoid(
        d, entrySquared, exitSquared, Math.sqrt(entrySquared), Math.sqrt(exitSquared), v, a);
  }

  private static double trapezoid(
      double d,
      double entrySquared,
      double exitSquared,
      double start,
      double end,
      double v,
      double a) {
    double perA = 1 / a;
    double ramps = (v * v - (entrySquared + exitSquared) * 0.5) * perA;
    if (ramps <= d) {
      return (2 * v - start - end) * perA + (d - ramps) / v;
    }
    double greater = entrySquared > exitSquared ? entrySquared : exitSquared;
    double squared = a * d + (entrySquared + exitSquared) * 0.5;
    double peak = Math.sqrt(squared > greater ? squared : greater);
    return (2 * peak - start - end) * perA;
  }
}
