package org.vicinal.agent.simulation.grbl;

import java.util.Locale;

/**
 * Puts a line together as GRBL does: no spaces, no comments, upper case, at most so many
 * characters. CR and LF each end a line; for grblHAL they end it together.
 */
final class GrblLine {
  private final int limit;
  private final boolean hal;
  private final StringBuilder line = new StringBuilder();
  private boolean parenthesis;
  private boolean semicolon;
  private boolean overflow;
  private boolean afterReturn;

  GrblLine(GrblSwitches switches) {
    this.limit = switches.lineBytes();
    this.hal = switches.hal();
  }

  /** Takes a byte; true when it ends the line. */
  boolean take(byte b) {
    char c = (char) (b & 0xff);
    boolean second = hal && afterReturn && c == '\n';
    afterReturn = c == '\r';
    if (c == '\n' || c == '\r') {
      return !second;
    }
    if (parenthesis || semicolon) {
      parenthesis = parenthesis && c != ')';
    } else if (c == '(') {
      parenthesis = true;
    } else if (c == ';') {
      semicolon = true;
    } else if (c > ' ' && c != '/') {
      if (line.length() >= limit) {
        overflow = true;
      } else {
        line.append(c);
      }
    }
    return false;
  }

  boolean overflowed() {
    return overflow;
  }

  /** The line that has ended; begins a new one. */
  String end() {
    String text = line.toString().toUpperCase(Locale.ROOT);
    boolean returned = afterReturn;
    clear();
    afterReturn = returned;
    return text;
  }

  void clear() {
    line.setLength(0);
    parenthesis = false;
    semicolon = false;
    overflow = false;
    afterReturn = false;
  }
}
