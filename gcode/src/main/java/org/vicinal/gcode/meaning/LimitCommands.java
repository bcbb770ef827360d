package org.vicinal.gcode.meaning;

import org.vicinal.gcode.Dialect;
import org.vicinal.gcode.MachineLimits;
import org.vicinal.gcode.text.WordReader;
import org.vicinal.gcode.time.Limits;

/** M201, M203, M204 and M205: a program says how fast the machine may be. */
final class LimitCommands {
  private LimitCommands() {}

  static void apply(int code, PrinterLine line, Limits limits, Dialect dialect) {
    WordReader words = line.words;
    boolean perMinute = code == 566 || (code == 203 && dialect == Dialect.REPRAPFIRMWARE);
    boolean both = false;
    limits.changedByProgram = true;
    for (int i = line.first + 1; i < line.end; i++) {
      if (words.kind(i) == WordReader.NUMBER) {
        int letter = words.letter(i);
        double value = perMinute ? words.value(i) / 60 : words.value(i);
        int axis = "XYZE".indexOf(letter);
        switch (code) {
          case 566 -> set(limits.jerk, axis, value);
          case 201 -> set(limits.acceleration, axis, value);
          case 203 -> set(limits.speed, axis, value);
          case 204 -> {
            both |= letter == 'S';
            acceleration(limits, letter, value, both);
          }
          default -> corner(limits, letter, axis, value);
        }
      }
    }
  }

  private static void set(double[] values, int axis, double value) {
    if (axis >= 0 && value > 0) {
      values[axis] = value;
    }
  }

  /** P, R, T; the old S sets printing and travelling, and then T is the retraction. */
  private static void acceleration(Limits limits, int letter, double value, boolean old) {
    if (value <= 0) {
      return;
    }
    switch (letter) {
      case 'S' -> {
        limits.printAcceleration = Math.min(value, limits.maxPrintAcceleration);
        limits.travelAcceleration = Math.min(value, limits.maxTravelAcceleration);
      }
      case 'P' -> limits.printAcceleration = Math.min(value, limits.maxPrintAcceleration);
      case 'R' -> limits.retractAcceleration = Math.min(value, limits.maxRetractAcceleration);
      case 'T' -> {
        if (old) {
          limits.retractAcceleration = Math.min(value, limits.maxRetractAcceleration);
        } else {
          limits.travelAcceleration = Math.min(value, limits.maxTravelAcceleration);
        }
      }
      default -> {
        // no acceleration
      }
    }
  }

  private static void corner(Limits limits, int letter, int axis, double value) {
    switch (letter) {
      case 'S' -> limits.minFeed = value;
      case 'T' -> limits.minTravelFeed = value;
      case 'J' -> limits.junctionDeviation = value;
      default -> {
        set(limits.jerk, axis, value);
        if (axis == 0) {
          limits.jerk[1] = value > 0 ? value : limits.jerk[1];
        }
      }
    }
  }

  /** M201 and M203 that ask for more than the machine has. */
  static void check(int code, PrinterLine line, MachineLimits machine) {
    if (code != 201 && (code != 203 || machine.dialect() == Dialect.REPRAPFIRMWARE)) {
      return;
    }
    for (int i = line.first + 1; i < line.end; i++) {
      int letter = line.words.letter(i);
      int axis = "XYZE".indexOf(letter);
      if (axis >= 0) {
        MachineLimits.Axis limit = machine.axes().get(axis);
        double most = code == 201 ? limit.acceleration() : limit.speed();
        if (line.words.value(i) > most * 1.001) {
          line.add(
              Rule.CHANGES_LIMITS,
              i,
              "Expected at most "
                  + (char) letter
                  + Math.round(most)
                  + " for "
                  + machine.name()
                  + ", found "
                  + Math.round(line.words.value(i))
                  + ". Slice for this machine");
        }
      }
    }
  }
}
