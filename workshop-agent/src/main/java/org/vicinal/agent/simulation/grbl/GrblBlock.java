package org.vicinal.agent.simulation.grbl;

import java.util.Arrays;

/**
 * The words of one line, sorted and checked as far as that needs no state.
 *
 * <p>Numbers of commands are kept times ten, so that 38.2 is 382.
 */
final class GrblBlock {
  /** For letters that are not in the line. */
  static final double ABSENT = Double.NaN;

  final double[] values = new double[26];
  int motion = -1;
  int plane = -1;
  int units = -1;
  int distance = -1;
  int feedMode = -1;
  int system = -1;
  int nonModal = -1;
  int toolLength = -1;
  int flow = -1;
  int spindle = -1;
  int coolant = -1;
  boolean machineSpace;
  boolean toolChange;
  int error;
  private final boolean hal;

  private GrblBlock(boolean hal) {
    this.hal = hal;
    Arrays.fill(values, ABSENT);
  }

  /** The same words again; what is used of one stays in the other. Only the values are copied. */
  GrblBlock copy() {
    GrblBlock copy = new GrblBlock(hal);
    System.arraycopy(values, 0, copy.values, 0, values.length);
    return copy;
  }

  /** How many of these two axes (0 is X) have words. */
  int axisWordsOf(int first, int second) {
    return (has("XYZ".charAt(first)) ? 1 : 0) + (has("XYZ".charAt(second)) ? 1 : 0);
  }

  void useAxes() {
    use('X');
    use('Y');
    use('Z');
  }

  /** Whether words are left that nothing has used. */
  boolean leftover() {
    for (char letter : "IJKLPR".toCharArray()) {
      if (has(letter)) {
        return true;
      }
    }
    return false;
  }

  boolean has(char letter) {
    return !Double.isNaN(values[letter - 'A']);
  }

  double value(char letter) {
    return values[letter - 'A'];
  }

  /** Takes a word as used; what is left in the end is error 36. */
  double use(char letter) {
    double value = values[letter - 'A'];
    values[letter - 'A'] = ABSENT;
    return value;
  }

  boolean hasAxis() {
    return has('X') || has('Y') || has('Z');
  }

  static GrblBlock parse(String line, boolean hal) {
    GrblBlock block = new GrblBlock(hal);
    int i = 0;
    while (i < line.length() && block.error == 0) {
      char letter = line.charAt(i++);
      if (letter < 'A' || letter > 'Z') {
        block.error = 1;
        return block;
      }
      int from = i;
      while (i < line.length() && "+-.0123456789".indexOf(line.charAt(i)) >= 0) {
        i++;
      }
      block.word(letter, line.substring(from, i));
    }
    return block;
  }

  private void word(char letter, String digits) {
    double value;
    try {
      value = Double.parseDouble(digits);
    } catch (NumberFormatException e) {
      error = 2;
      return;
    }
    error =
        switch (letter) {
          case 'G' -> general(value);
          case 'M' -> miscellaneous(value);
          default -> parameter(letter, value);
        };
  }

  private int general(double value) {
    int code = (int) Math.round(value * 10);
    return switch (code) {
      case 0, 10, 20, 30, 382, 383, 384, 385, 800 -> {
        int old = motion;
        motion = code;
        yield once(old);
      }
      case 40, 100, 280, 281, 300, 301, 920, 921 -> {
        int old = nonModal;
        nonModal = code;
        yield once(old);
      }
      case 530 -> {
        boolean old = machineSpace;
        machineSpace = true;
        yield old ? 21 : 0;
      }
      case 170, 180, 190 -> {
        int old = plane;
        plane = code / 10;
        yield once(old);
      }
      case 200, 210 -> {
        int old = units;
        units = code / 10;
        yield once(old);
      }
      case 900, 910 -> {
        int old = distance;
        distance = code / 10;
        yield once(old);
      }
      case 930, 940 -> {
        int old = feedMode;
        feedMode = code / 10;
        yield once(old);
      }
      case 431, 490 -> {
        int old = toolLength;
        toolLength = code;
        yield once(old);
      }
      case 540, 550, 560, 570, 580, 590 -> {
        int old = system;
        system = code / 10;
        yield once(old);
      }
      case 400, 610, 911 -> 0;
      default -> value == Math.rint(value) || code % 10 != 0 ? 20 : 23;
    };
  }

  private int miscellaneous(double value) {
    if (value != Math.rint(value)) {
      return 23;
    }
    int code = (int) value;
    return switch (code) {
      case 0, 1, 2, 30 -> {
        int old = flow;
        flow = code;
        yield once(old);
      }
      case 3, 4, 5 -> {
        int old = spindle;
        spindle = code;
        yield once(old);
      }
      case 8, 9 -> {
        int old = coolant;
        coolant = code;
        yield once(old);
      }
      case 6 -> {
        toolChange = true;
        yield hal ? 0 : 20;
      }
      default -> 20;
    };
  }

  private static int once(int old) {
    return old < 0 ? 0 : 21;
  }

  private int parameter(char letter, double value) {
    if ("FIJKLNPRSTXYZ".indexOf(letter) < 0) {
      return 20;
    }
    if (has(letter)) {
      return 25;
    }
    if ("FNPST".indexOf(letter) >= 0 && value < 0) {
      return 4;
    }
    if (letter == 'N' && value > 9_999_999) {
      return 27;
    }
    if (letter == 'T' && value > 255) {
      return 38;
    }
    values[letter - 'A'] = value;
    return 0;
  }
}
