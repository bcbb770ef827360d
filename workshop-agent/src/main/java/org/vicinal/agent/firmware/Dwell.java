package org.vicinal.agent.firmware;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long GRBL's G4 waits: its P is in seconds, where printers mean milliseconds. */
final class Dwell {
  private static final Pattern G4 = Pattern.compile("G0?4(?![0-9.]).*P([0-9]*\\.?[0-9]*)");

  private Dwell() {}

  /** Seconds that this line waits; 0 for a line that does not. */
  static double secondsOf(String text) {
    if (text.indexOf('4') < 0) {
      return 0;
    }
    Matcher matcher = G4.matcher(text);
    if (!matcher.find() || matcher.group(1).isEmpty() || matcher.group(1).equals(".")) {
      return 0;
    }
    return Math.min(Double.parseDouble(matcher.group(1)), 3600);
  }
}
