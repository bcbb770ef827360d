package org.vicinal.gcode.text;

/**
 * Commands of printers whose rest is a message, a file name or a secret and not words: {@code M117
 * G1 X999} moves nothing. The list is Marlin's and RepRapFirmware's.
 */
final class FreeText {
  private FreeText() {}

  /** Whether a text follows this M code. */
  static boolean follows(int code) {
    return switch (code) {
      case 16, 23, 28, 30, 32, 33, 36, 38, 98, 117, 118, 291, 485, 550, 551, 587, 588, 589 -> true;
      case 810, 811, 812, 813, 814, 815, 816, 817, 818, 819, 919, 928, 1002 -> true;
      default -> false;
    };
  }

  /** The end of a text that begins at {@code p}: a semicolon outside quotes, or the line's end. */
  static int end(byte[] buffer, int p) {
    boolean quotes = false;
    while (true) {
      int c = buffer[p];
      if (c == '\n' || c == '\r' || (c == ';' && !quotes)) {
        return p;
      }
      quotes ^= c == '"';
      p++;
    }
  }

  /** What is odd in a text, as bits of {@link Oddity}. */
  static int oddities(byte[] buffer, int from, int to) {
    int flags = 0;
    for (int i = from; i < to; i++) {
      int c = buffer[i];
      flags |= c < ' ' && c != '\t' ? Oddity.ofByte(c) : 0;
    }
    return flags;
  }

  /** Behind the closing quote of a word in quotes that opens at {@code p}, or the line's end. */
  static int afterQuotes(byte[] buffer, int p) {
    while (true) {
      int c = buffer[++p];
      if (c == '"') {
        return p + 1;
      }
      if (c == '\n' || c == '\r') {
        return p;
      }
    }
  }

  /** Whether a byte belongs to a name of several letters, as Klipper's commands have. */
  static boolean isNamePart(int c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_';
  }
}
