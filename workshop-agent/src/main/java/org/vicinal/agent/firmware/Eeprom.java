package org.vicinal.agent.firmware;

/**
 * Which lines write or read GRBL's EEPROM: while it is written, bytes that arrive are lost, so they
 * go out alone. Asked for every line, so without patterns.
 */
final class Eeprom {

  private Eeprom() {}

  /** {@code $...}, G10, G28, G30, G54 to G59 and G92.1, anywhere in the line. */
  static boolean touchedBy(String text) {
    int end = text.length();
    if (end > 0 && text.charAt(0) == '$') {
      return true;
    }
    for (int at = 0; at < end; at++) {
      char c = text.charAt(at);
      if ((c == 'G' || c == 'g') && isOne(text, at + 1)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOne(String text, int from) {
    int at = from;
    int whole = 0;
    while (at < text.length() && digit(text.charAt(at)) && whole < 1000) {
      whole = whole * 10 + (text.charAt(at) - '0');
      at++;
    }
    boolean fraction =
        at + 1 < text.length() && text.charAt(at) == '.' && text.charAt(at + 1) == '1';
    return switch (whole) {
      case 10, 28, 30, 54, 55, 56, 57, 58, 59 -> true;
      case 92 -> fraction;
      default -> false;
    };
  }

  private static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }
}
