package org.vicinal.gcode.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * The least CPU time of this thread over several rounds, after warming up. Both take as long as
 * stated, but no less than one round each.
 */
final class Stopwatch {
  private static final long WARM_UP_NANOS = 2_000_000_000L;
  private static final long MEASURE_NANOS = 1_500_000_000L;
  private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

  private Stopwatch() {}

  /** Work to measure; gives the lines it saw. */
  interface Work {
    long run() throws IOException;
  }

  static Row measure(String name, long bytes, Work work) throws IOException {
    long until = CLOCK.getCurrentThreadCpuTime() + WARM_UP_NANOS;
    long lines = work.run();
    while (CLOCK.getCurrentThreadCpuTime() < until) {
      lines = work.run();
    }
    long best = Long.MAX_VALUE;
    until = CLOCK.getCurrentThreadCpuTime() + MEASURE_NANOS;
    do {
      long before = CLOCK.getCurrentThreadCpuTime();
      lines = work.run();
      best = Math.min(best, CLOCK.getCurrentThreadCpuTime() - before);
    } while (CLOCK.getCurrentThreadCpuTime() < until);
    return new Row(name, Math.max(1, best) / 1e9, lines, bytes, "");
  }
}
