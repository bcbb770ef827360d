package org.vicinal.agent.stream;

import java.io.PrintWriter;

/**
 * Where the person reads: one line drawn again and again on a terminal, and elsewhere a line when
 * something has changed or some seconds have passed. Safe for several threads.
 */
final class Screen {
  private static final long PLAIN_EVERY_NANOS = 5_000_000_000L;

  private final PrintWriter out;
  private final int width;
  private boolean drawn;
  private String condition = "";
  private long plainAt;

  /**
   * @param width of the terminal in columns; 0 where there is none
   */
  Screen(PrintWriter out, int width) {
    this.out = out;
    this.width = width;
  }

  /** A line that stays. */
  synchronized void say(String text) {
    clear();
    out.println(text);
    out.flush();
  }

  /** How it stands now. */
  synchronized void show(Meter meter, long nowNanos) {
    if (width > 0) {
      out.print("\r" + meter.line(width - 1) + "\033[K");
      out.flush();
      drawn = true;
    } else if (!meter.condition().equals(condition) || nowNanos - plainAt > PLAIN_EVERY_NANOS) {
      condition = meter.condition();
      plainAt = nowNanos;
      say(meter.line(0));
    }
  }

  private synchronized void clear() {
    if (drawn) {
      out.print("\r\033[K");
      drawn = false;
    }
  }
}
