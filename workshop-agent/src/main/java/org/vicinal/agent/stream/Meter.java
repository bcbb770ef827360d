package org.vicinal.agent.stream;

import java.util.Locale;

/**
 * A run as one line of text.
 *
 * @param share of the planned time that has passed, from 0 to 1
 * @param line the last line the machine took, of {@code lines}
 * @param secondsLeft by the plan; negative where nobody knows
 * @param condition the machine's state, in lower case
 * @param reading temperatures or position as last reported
 */
record Meter(
    double share, long line, long lines, double secondsLeft, String condition, String reading) {
  private static final int BAR = 24;
  private static final int NARROWEST = 20;

  /**
   * @param width the most characters; 0 for any number, and then without a bar
   */
  String line(int width) {
    var text =
        "%3d %%  line %d/%d  left %s  %s  %s"
            .formatted(Math.round(share * 100), line, lines, left(), condition, reading)
            .stripTrailing();
    if (width == 0) {
      return text;
    }
    var whole = bar() + " " + text;
    var shown = whole.length() <= width ? whole : text;
    int most = Math.max(NARROWEST, width);
    return shown.length() <= most ? shown : shown.substring(0, most);
  }

  private String bar() {
    int full = (int) Math.round(share * BAR);
    return "[" + "#".repeat(full) + ".".repeat(BAR - full) + "]";
  }

  private String left() {
    if (secondsLeft < 0) {
      return "?";
    }
    return duration(secondsLeft);
  }

  static String duration(double seconds) {
    long whole = Math.round(seconds);
    return String.format(Locale.ROOT, "%d:%02d:%02d", whole / 3600, whole / 60 % 60, whole % 60);
  }
}
