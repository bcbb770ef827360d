package org.vicinal.agent.modal;

import java.util.Arrays;

/**
 * The words of one wire line: letters and numbers, whatever spaces stand between them. Lives for
 * one line. Letters that come twice keep their last number, except G and M, which are kept all.
 */
final class Words {
  private static final int MOST = 16;

  private final double[] values = new double[26];
  private final boolean[] present = new boolean[26];
  private final int[] commands = new int[MOST];
  private int count;

  private Words() {}

  static Words of(String line) {
    Words words = new Words();
    int at = 0;
    int end = line.length();
    while (at < end) {
      char letter = Character.toUpperCase(line.charAt(at));
      at++;
      if (letter < 'A' || letter > 'Z') {
        continue;
      }
      int from = at;
      while (at < end && belongsToNumber(line.charAt(at))) {
        at++;
      }
      words.put(letter, number(line, from, at));
    }
    return words;
  }

  private static boolean belongsToNumber(char c) {
    return (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '+' || c == ' ';
  }

  /** NaN for a letter without a number, as in {@code G28 X}. */
  private static double number(String line, int from, int to) {
    long digits = 0;
    long scale = 0;
    boolean negative = false;
    boolean any = false;
    for (int i = from; i < to; i++) {
      char c = line.charAt(i);
      if (c == '-') {
        negative = true;
      } else if (c == '.') {
        scale = 1;
      } else if (c >= '0' && c <= '9' && digits < 100_000_000_000_000L) {
        digits = digits * 10 + (c - '0');
        scale *= 10;
        any = true;
      }
    }
    double value = scale > 1 ? (double) digits / scale : digits;
    return any ? (negative ? -value : value) : Double.NaN;
  }

  private void put(char letter, double value) {
    if (letter == 'G' || letter == 'M') {
      if (count < MOST && !Double.isNaN(value)) {
        commands[count++] = (letter == 'G' ? 0 : 100_000) + (int) Math.round(value * 10);
      }
    } else {
      values[letter - 'A'] = value;
      present[letter - 'A'] = true;
    }
  }

  /** G words ten times (G38.2 is 382), M words ten times and 100,000 more, in their order. */
  int[] commands() {
    return Arrays.copyOf(commands, count);
  }

  boolean has(char letter) {
    return present[letter - 'A'];
  }

  /** The number of this letter, or another one where it is missing or without a number. */
  double or(char letter, double other) {
    double value = values[letter - 'A'];
    return has(letter) && !Double.isNaN(value) ? value : other;
  }
}
