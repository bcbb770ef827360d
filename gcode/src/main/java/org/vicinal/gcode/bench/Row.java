package org.vicinal.gcode.bench;

import java.util.Locale;

/**
 * One line of the table.
 *
 * @param seconds for the whole file
 * @param note what the number leaves out or needs; a row that could not be measured has only this
 */
record Row(String work, double seconds, long lines, long bytes, String note) {
  static final String HEAD =
      "  %-34s %10s %9s %9s %8s  %s".formatted("work", "ms", "MB/s", "Mlines/s", "x npm", "");

  static Row absent(String work, String note) {
    return new Row(work, Double.NaN, 0, 0, note);
  }

  boolean measured() {
    return !Double.isNaN(seconds);
  }

  /** The row as text, beside the peer's seconds; not a number if there is no peer. */
  String text(double peerSeconds) {
    if (!measured()) {
      return "  %-34s %s".formatted(work, note);
    }
    String ratio =
        Double.isNaN(peerSeconds) || seconds == peerSeconds
            ? ""
            : String.format(Locale.ROOT, "%.1f", peerSeconds / seconds);
    return String.format(
        Locale.ROOT,
        "  %-34s %10.2f %9.1f %9.2f %8s  %s",
        work,
        seconds * 1e3,
        bytes / seconds / 1e6,
        lines / seconds / 1e6,
        ratio,
        note);
  }
}
