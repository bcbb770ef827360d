package org.vicinal.agent.simulation;

import java.util.Locale;

/** Puts a line together as GRBL does: no spaces, no comments, upper case, at most 79 characters. */
final class GrblLine {
  static final int LIMIT = 79;

  private final StringBuilder line = new StringBuilder();
  private boolean parenthesis;
  private boolean semicolon;
  private boolean overflow;

  /** Takes a byte; true when it ends the line. */
  boolean take(byte b) {
    char c = (char) (b & 0xff);
    if (c == '\n' || c == '\r') {
      return true;
    }
    if (parenthesis || semicolon) {
      parenthesis = parenthesis && c != ')';
    } else if (c == '(') {
      parenthesis = true;
    } else if (c == ';') {
      semicolon = true;
    } else if (c > ' ' && c != '/') {
      if (line.length() >= LIMIT) {
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
    clear();
    return text;
  }

  void clear() {
    line.setLength(0);
    parenthesis = false;
    semicolon = false;
    overflow = false;
  }
}
