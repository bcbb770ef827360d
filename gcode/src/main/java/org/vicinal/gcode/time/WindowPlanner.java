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
 *
 * <p>What left waits in {@link Ramps} to become seconds.
 */
public abstract class WindowPlanner extends Planner {
  /** More blocks than any firmware looks ahead, and those that wait to become seconds. */
  static final int RING = 1024;

  private static final int MASK = RING - 1;

  private final double[] length = new double[RING];
  private final double[] acceleration = new double[RING];
  private final double[] cruise = new double[RING];
  private final double[] corner = new double[RING];
  private final double[] sumBefore = new double[RING];
  private final double[] lowest = new double[RING];
  private final int[] lowestBlock = new int[RING];
  private final int window;
  private final Ramps ramps;
  private int lowestHead;
  private int lowestTail;
  private int head;
  private int count;
  private double sum;
  private double end;
  private boolean fromRest = true;
  private double speed;
  private double lastEntry;

  WindowPlanner(Limits limits) {
    this(limits, Ramps.NO_LOSSES);
  }

  /** For a firmware that loses time on its blocks; they are numbered from 0 as they are added. */
  WindowPlanner(Limits limits, Ramps.Losses losses) {
    super(limits);
    ramps = new Ramps(layers, losses);
    window = Math.clamp(limits.window, 2, RING - Ramps.MOST);
  }

  @Override
  public final double seconds() {
    return ramps.seconds();
  }

  @Override
  final long blocks() {
    return ramps.blocks() + count;
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
    double before = seconds();
    leave();
    return seconds() - before;
  }

  /** Lets every block go; the last one comes to its end speed. */
  protected final void drain() {
    boolean moves = count > 0;
    while (count > 0) {
      leave();
    }
    if (moves) {
      int last = (head - 1) & MASK;
      halted(length[last], acceleration[last], cruise[last], lastEntry);
    }
    fromRest = true;
    sum = 0; // keeps the sums small and so exact
  }

  /** The machine stands; its last block had this length, acceleration, speed and squared entry. */
  protected void halted(double d, double a, double v, double entrySquared) {
    // most lose nothing by it
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
    double slowest = Math.max(0, least - sumBefore[i] - gain);
    if (fromRest) {
      fromRest = false;
      speed = Math.min(corner[i], slowest + gain);
    }
    double entry = speed;
    lastEntry = entry;
    speed = Math.min(slowest, entry + gain);
    head = (i + 1) & MASK;
    count--;
    ramps.add(length[i], a, cruise[i], entry, speed);
  }
}
