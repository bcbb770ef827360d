package org.vicinal.gcode.meaning;

import org.vicinal.gcode.text.WordReader;

/** Marlin's {@code *cs}: the exclusive or of all bytes of the line before the star. */
final class Checksum {
  private Checksum() {}

  static boolean holds(WordReader words) {
    return stated(words) == computed(words);
  }

  static String explain(WordReader words) {
    return "Expected the checksum *"
        + computed(words)
        + ", found *"
        + stated(words)
        + ". The line was damaged or edited: "
        + words.text();
  }

  private static int computed(WordReader words) {
    int sum = 0;
    int i = 0;
    while (words.byteAt(i) == ' ') {
      i++;
    }
    for (; i < words.starIndex(); i++) {
      sum ^= words.byteAt(i);
    }
    return sum;
  }

  private static int stated(WordReader words) {
    int value = -1;
    for (int i = words.starIndex() + 1; i < words.length(); i++) {
      int digit = words.byteAt(i) - '0';
      if (digit < 0 || digit > 9 || value > 999) {
        break;
      }
      value = Math.max(0, value) * 10 + digit;
    }
    return value;
  }
}
