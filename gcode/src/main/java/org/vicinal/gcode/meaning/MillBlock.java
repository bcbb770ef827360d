package org.vicinal.gcode.meaning;

import java.util.Arrays;

/**
 * The words of one line of a mill, sorted: one code for each modal group, one number for each
 * letter. Used again for every line. Codes are tenths: 382 is G38.2.
 */
final class MillBlock {
  /** No code of this group stands in the line. */
  static final int NONE = -1;

  static final int NON_MODAL = 0;
  static final int MOTION = 1;
  static final int PLANE = 2;
  static final int DISTANCE = 3;
  static final int ARC_DISTANCE = 4;
  static final int FEED_MODE = 5;
  static final int UNITS = 6;
  static final int CUTTER = 7;
  static final int TOOL_LENGTH = 8;
  static final int RETURN = 9;
  static final int COORDINATES = 10;
  static final int CONTROL = 11;
  static final int SPINDLE_MODE = 12;
  static final int DIAMETER = 13;
  static final int STOP = 14;
  static final int SPINDLE = 15;
  static final int COOLANT = 16;
  static final int TOOL_CHANGE = 17;
  static final int OVERRIDE = 18;
  static final int OTHER_M = 19;
  static final int KEPT = 20;
  private static final int GROUPS = 21;

  /** The letters of the axes, in the order of everything that counts axes here. */
  static final String AXES = "XYZABCUVW";

  /** How many axes a controller may have; the first three are the tool's place. */
  static final int ALL_AXES = 9;

  /** Words that some command must use: d, e, h to l, p to r. */
  private static final int PARAMETERS = 1 << 3 | 1 << 4 | 31 << 7 | 7 << 15;

  private static final int XYZ = 7 << ('X' - 'A');
  private static final int OTHERS = 7 | 7 << ('U' - 'A');

  private final int[] codes = new int[GROUPS];
  private final double[] values = new double[26];
  private int seen;

  /** G53 may stand beside a motion. */
  boolean machineCoordinates;

  void clear() {
    Arrays.fill(codes, NONE);
    seen = 0;
    machineCoordinates = false;
  }

  boolean isEmpty() {
    if (seen != 0 || machineCoordinates) {
      return false;
    }
    for (int code : codes) {
      if (code != NONE) {
        return false;
      }
    }
    return true;
  }

  int code(int group) {
    return codes[group];
  }

  boolean has(int letter) {
    return (seen & 1 << (letter - 'A')) != 0;
  }

  double value(int letter) {
    return values[letter - 'A'];
  }

  double value(int letter, double otherwise) {
    return has(letter) ? values[letter - 'A'] : otherwise;
  }

  /** Whether a word moves an axis. */
  boolean hasAxis() {
    return (seen & (XYZ | OTHERS)) != 0;
  }

  /** Whether a word stands here that is no axis and that some command must use. */
  boolean hasParameter() {
    return (seen & PARAMETERS) != 0;
  }

  boolean hasXyz() {
    return (seen & XYZ) != 0;
  }

  /** Whether a word moves one of A, B, C, U, V, W. */
  boolean hasOther() {
    return (seen & OTHERS) != 0;
  }

  boolean hasAxis(int axis) {
    return has(AXES.charAt(axis));
  }

  double axis(int axis) {
    return value(AXES.charAt(axis));
  }

  /** Adds a word that is neither G nor M; false if the letter was there. */
  boolean put(int letter, double value) {
    int bit = 1 << (letter - 'A');
    if ((seen & bit) != 0) {
      return false;
    }
    seen |= bit;
    values[letter - 'A'] = value;
    return true;
  }

  /** Adds a G code; says what is wrong with it, or nothing. */
  Rule putGeneral(int code) {
    if (code == 530) {
      machineCoordinates = true;
      return Rule.NOT_COUNTED;
    }
    return put(groupOfGeneral(code), code);
  }

  /** Adds an M code. */
  Rule putMiscellaneous(int code) {
    return put(groupOfMiscellaneous(code), code);
  }

  /** {@link Rule#NOT_COUNTED} stands for "all is well". */
  private Rule put(int group, int code) {
    if (group < 0) {
      return Rule.UNSUPPORTED_COMMAND;
    }
    if (codes[group] != NONE) {
      return group == COOLANT || group == OTHER_M || group == OVERRIDE
          ? Rule.NOT_COUNTED
          : Rule.SAME_GROUP;
    }
    codes[group] = code;
    return Rule.NOT_COUNTED;
  }

  private static int groupOfGeneral(int code) {
    return switch (code) {
      case 40, 100, 280, 281, 300, 301, 520, 920, 921, 922, 923 -> NON_MODAL;
      case 0,
          10,
          20,
          30,
          50,
          51,
          52,
          53,
          330,
          331,
          382,
          383,
          384,
          385,
          730,
          740,
          760,
          800,
          810,
          820,
          830,
          840,
          850,
          860,
          870,
          880,
          890 ->
          MOTION;
      case 170, 180, 190, 171, 181, 191 -> PLANE;
      case 900, 910 -> DISTANCE;
      case 901, 911 -> ARC_DISTANCE;
      case 930, 940, 950 -> FEED_MODE;
      case 200, 210 -> UNITS;
      case 400, 410, 411, 420, 421 -> CUTTER;
      case 430, 431, 432, 490 -> TOOL_LENGTH;
      case 980, 990 -> RETURN;
      case 540, 550, 560, 570, 580, 590, 591, 592, 593 -> COORDINATES;
      case 610, 611, 640 -> CONTROL;
      case 960, 970 -> SPINDLE_MODE;
      case 70, 80 -> DIAMETER;
      default -> -1;
    };
  }

  private static int groupOfMiscellaneous(int code) {
    return switch (code) {
      case 0, 1, 2, 30, 60 -> STOP;
      case 3, 4, 5, 19 -> SPINDLE;
      case 7, 8, 9 -> COOLANT;
      case 6, 61 -> TOOL_CHANGE;
      case 48, 49, 50, 51, 52, 53, 56 -> OVERRIDE;
      case 70, 71, 72, 73 -> KEPT;
      default -> (code >= 62 && code <= 68) || (code >= 98 && code <= 199) ? OTHER_M : -1;
    };
  }
}
