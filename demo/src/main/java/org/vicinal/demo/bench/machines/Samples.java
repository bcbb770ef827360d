package org.vicinal.demo.bench.machines;

import java.util.Arrays;

/** Durations in nanoseconds, the first so many of them. Any thread. */
final class Samples {
  private final int most;
  private long[] nanos = new long[64];
  private int count;

  Samples(int most) {
    this.most = most;
  }

  synchronized void add(long duration) {
    if (count == most) {
      return;
    }
    if (count == nanos.length) {
      nanos = Arrays.copyOf(nanos, Math.min(most, 2 * count));
    }
    nanos[count++] = duration;
  }

  synchronized int count() {
    return count;
  }

  /** The duration that this share of all is at most, in milliseconds. */
  synchronized double millisAt(double share) {
    if (count == 0) {
      return Double.NaN;
    }
    long[] sorted = Arrays.copyOf(nanos, count);
    Arrays.sort(sorted);
    int index = (int) Math.ceil(share * count) - 1;
    return sorted[Math.clamp(index, 0, count - 1)] / 1e6;
  }
}
