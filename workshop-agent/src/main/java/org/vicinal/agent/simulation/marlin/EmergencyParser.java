package org.vicinal.agent.simulation.marlin;

import java.util.List;

/**
 * Finds the commands that act as they arrive, numbered or not, however full the queue is. Only a
 * number may stand before them; what stands behind does not matter.
 */
final class EmergencyParser {
  private static final List<String> KNOWN = List.of("M108", "M112", "M410", "M876", "M999");

  private final StringBuilder line = new StringBuilder();

  /** The emergency command that this byte completes; empty for none. */
  String take(byte b) {
    char c = (char) (b & 0xff);
    if (c != '\n' && c != '\r') {
      if (line.length() < 40) {
        line.append(c);
      }
      return "";
    }
    String command = find(line, numberEnd());
    line.setLength(0);
    return command;
  }

  private int numberEnd() {
    int at = 0;
    while (at < line.length() && line.charAt(at) == ' ') {
      at++;
    }
    if (at < line.length() && line.charAt(at) == 'N') {
      at++;
      while (at < line.length() && (digit(line.charAt(at)) || line.charAt(at) == ' ')) {
        at++;
      }
    }
    return at;
  }

  /** The same at the beginning of any text, from here on. */
  static String find(CharSequence text, int from) {
    if (text.length() < from + 4 || text.charAt(from) != 'M') {
      return "";
    }
    String start = text.subSequence(from, from + 4).toString();
    boolean ends = text.length() == from + 4 || !digit(text.charAt(from + 4));
    return ends && KNOWN.contains(start) ? start : "";
  }

  private static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }
}
