package org.vicinal.gcode.time;

/**
 * Blocks whose speeds are settled become seconds: ramps at both ends, and what is left at full
 * speed. They are collected and worked out together, in a loop without branches that begins at 0,
 * since of such a loop the compiler makes vector instructions; one at a time takes three times as
 * long.
 */
final class Ramps {
  /** Blocks that are worked out together. */
  static final int MOST = 128;

  /** What a firmware loses on a block beyond the laws of motion. */
  interface Losses {
    /**
     * Adds to the seconds of some blocks, which stand from index 0, there and in {@code ramps}.
     *
     * @param first number of the first of them, counted from the beginning of the program
     */
    void add(Ramps ramps, long first, int blocks, double[] seconds);
  }

  static final Losses NO_LOSSES = (ramps, first, blocks, seconds) -> {};

  private final Losses losses;
  private final Layers layers;
  private final double[] length = new double[MOST];
  private final double[] acceleration = new double[MOST];
  private final double[] cruise = new double[MOST];
  private final double[] entry = new double[MOST];
  private final double[] exit = new double[MOST];
  private final double[] seconds = new double[MOST];
  private int count;
  private long spent;
  private double total;

  Ramps(Layers layers, Losses losses) {
    this.layers = layers;
    this.losses = losses;
  }

  /** Adds a block; its speeds at the ends are squared. */
  void add(double d, double a, double v, double entrySquared, double exitSquared) {
    if (count == MOST || spent + count >= layers.nextBlock) {
      spend();
    }
    int i = count;
    length[i] = d;
    acceleration[i] = a;
    cruise[i] = v;
    entry[i] = entrySquared;
    exit[i] = exitSquared;
    count = i + 1;
  }

  /** How many blocks came here. */
  long blocks() {
    return spent + count;
  }

  /** Length of a block that waits, in mm. */
  double length(int i) {
    return length[i];
  }

  double acceleration(int i) {
    return acceleration[i];
  }

  /** Its speed in the beginning, squared. */
  double entrySquared(int i) {
    return entry[i];
  }

  /** The speed that it reaches. */
  double peak(int i) {
    double meeting = acceleration[i] * length[i] + (entry[i] + exit[i]) * 0.5;
    return Math.min(cruise[i], Math.sqrt(Math.max(meeting, Math.max(entry[i], exit[i]))));
  }

  /** Seconds of all blocks that came here. */
  double seconds() {
    spend();
    return total;
  }

  private void spend() {
    integrate(length, acceleration, cruise, entry, exit, seconds, count);
    losses.add(this, spent, count, seconds);
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sum += seconds[i];
    }
    total += sum;
    spent += count;
    count = 0;
    layers.reach(spent, total);
  }

  private static void integrate(
      double[] d, double[] a, double[] v, double[] from, double[] to, double[] out, int n) {
    for (int i = 0; i < n; i++) {
      double perA = 1 / a[i];
      double mean = (from[i] + to[i]) * 0.5;
      double meeting = Math.max(a[i] * d[i] + mean, Math.max(from[i], to[i]));
      double peak = Math.min(v[i], Math.sqrt(meeting));
      double level = Math.max(0, d[i] - (peak * peak - mean) * perA);
      out[i] = (2 * peak - Math.sqrt(from[i]) - Math.sqrt(to[i])) * perA + level / peak;
    }
  }
}
