package org.vicinal.agent.simulation;

import java.util.Locale;

/** Finds the commands that act as they arrive, numbered or not, however full the queue is. */
final class EmergencyParser {
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
    String text = line.toString().strip().toUpperCase(Locale.ROOT);
    line.setLength(0);
    String command = text.replaceFirst("^N[0-9]+ *", "");
    for (String known : new String[] {"M108", "M112", "M410"}) {
      boolean ends = command.length() == 4 || (command.length() > 4 && !digit(command.charAt(4)));
      if (command.startsWith(known) && ends) {
        return known;
      }
    }
    return "";
  }

  private static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }
}
