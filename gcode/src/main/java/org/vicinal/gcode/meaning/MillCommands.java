package org.vicinal.gcode.meaning;

import org.vicinal.gcode.Dialect;

/** Which codes each controller takes. G codes are tenths. */
final class MillCommands {
  private MillCommands() {}

  static boolean knowsLetter(Dialect dialect, int letter) {
    return switch (letter) {
      case 'F', 'I', 'J', 'K', 'L', 'N', 'P', 'R', 'S', 'T', 'X', 'Y', 'Z' -> true;
      case 'E', 'U', 'V', 'W' -> dialect == Dialect.LINUXCNC;
      default -> dialect != Dialect.GRBL;
    };
  }

  static boolean knowsGeneral(Dialect dialect, int code) {
    boolean grbl =
        switch (code) {
          case 0,
              10,
              20,
              30,
              40,
              100,
              170,
              180,
              190,
              200,
              210,
              280,
              281,
              300,
              301,
              382,
              383,
              384,
              385,
              400,
              431,
              490,
              530,
              540,
              550,
              560,
              570,
              580,
              590,
              610,
              800,
              900,
              910,
              911,
              920,
              921,
              930,
              940 ->
              true;
          default -> false;
        };
    if (grbl || dialect == Dialect.GRBL) {
      return grbl;
    }
    boolean hal =
        switch (code) {
          case 50,
              51,
              70,
              80,
              330,
              430,
              432,
              591,
              592,
              593,
              730,
              760,
              810,
              820,
              830,
              850,
              860,
              890,
              922,
              923,
              950,
              960,
              970,
              980,
              990 ->
              true;
          default -> false;
        };
    if (hal || dialect == Dialect.GRBLHAL) {
      return hal;
    }
    return switch (code) {
      case 52, 53, 171, 181, 191, 331, 410, 411, 420, 421, 520, 611, 640 -> true;
      case 740, 840, 870, 880, 901 -> true;
      default -> false;
    };
  }

  static boolean knowsMiscellaneous(Dialect dialect, int code) {
    boolean grbl =
        switch (code) {
          case 0, 1, 2, 3, 4, 5, 7, 8, 9, 30, 56 -> true;
          default -> false;
        };
    if (grbl || dialect == Dialect.GRBL) {
      return grbl;
    }
    return switch (code) {
      case 6, 48, 49, 50, 51, 52, 53, 60, 61, 62, 63, 64, 65, 66, 67, 68 -> true;
      case 19, 70, 71, 72, 73 -> dialect == Dialect.LINUXCNC;
      default -> dialect == Dialect.LINUXCNC && code >= 100 && code <= 199;
    };
  }
}
