package org.vicinal.agent.recorder;

import java.util.Arrays;
import java.util.List;

/**
 * Times from the read that brought an {@code ok} to the next write of the same turn, counted by
 * size. Written by the machine's thread, read by any.
 */
public final class Latency {

  /** Upper bounds of the counts in microseconds; one more count is for everything slower. */
  private static final long[] BOUNDS = {50, 100, 150, 250, 500, 1000, 2000, 5000, 20_000, 100_000};

  private final long[] counts = new long[BOUNDS.length + 1];
  private double sumSeconds;

  /**
   * The counts at one moment.
   *
   * @param boundsSeconds upper bounds, rising
   * @param counts how many were at most that long, each including those before; the last one, for
   *     which there is no bound, is all
   */
  public record Counted(List<Double> boundsSeconds, List<Long> counts, double sumSeconds) {
    public Counted {
      boundsSeconds = List.copyOf(boundsSeconds);
      counts = List.copyOf(counts);
    }
  }

  synchronized void add(long nanos) {
    int at = Arrays.binarySearch(BOUNDS, (nanos + 999) / 1000);
    counts[at >= 0 ? at : -at - 1]++;
    sumSeconds += nanos / 1e9;
  }

  /** The counts so far. */
  public synchronized Counted counted() {
    var rising = counts.clone();
    Arrays.parallelPrefix(rising, Long::sum);
    return new Counted(
        Arrays.stream(BOUNDS).mapToObj(bound -> bound / 1e6).toList(),
        Arrays.stream(rising).boxed().toList(),
        sumSeconds);
  }
}
