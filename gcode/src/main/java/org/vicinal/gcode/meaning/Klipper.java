package org.vicinal.gcode.meaning;

import java.util.Locale;
import org.vicinal.gcode.text.WordReader;
import org.vicinal.gcode.time.Limits;

/** Klipper's commands of the form {@code NAME KEY=VALUE}. */
final class Klipper {
  private Klipper() {}

  static boolean changesLimits(WordReader words) {
    return name(words).equals("SET_VELOCITY_LIMIT");
  }

  private static String name(WordReader words) {
    return words
        .text(words.textIndex(), words.length())
        .split("[ ;]", 2)[0]
        .toUpperCase(Locale.ROOT);
  }

  static void command(WordReader words, Limits limits, Tally tally, Findings findings) {
    String name = name(words);
    switch (name) {
      case "SET_VELOCITY_LIMIT" -> {
        String[] parts =
            words
                .text(words.textIndex(), words.length())
                .toUpperCase(Locale.ROOT)
                .split("[ ;]+", -1);
        for (String part : parts) {
          int equals = part.indexOf('=');
          if (equals > 0) {
            limit(part.substring(0, equals), Statements.number(part.substring(equals + 1)), limits);
          }
        }
      }
      case "SET_PRESSURE_ADVANCE",
          "EXCLUDE_OBJECT",
          "EXCLUDE_OBJECT_DEFINE",
          "EXCLUDE_OBJECT_START",
          "EXCLUDE_OBJECT_END",
          "SET_PRINT_STATS_INFO",
          "SET_FAN_SPEED",
          "SET_RETRACTION",
          "RESPOND",
          "TIMELAPSE_TAKE_FRAME",
          "SET_LED" -> {
        // costs no time that we know
      }
      case "FIRMWARE_RESTART",
          "RESTART",
          "SAVE_CONFIG",
          "SET_KINEMATIC_POSITION",
          "FORCE_MOVE",
          "STEPPER_BUZZ",
          "PID_CALIBRATE" ->
          findings.add(
              Rule.FORBIDDEN_COMMAND,
              words.textIndex() + 1,
              "Expected nothing that restarts or reconfigures the machine, found "
                  + name
                  + ". Remove it.");
      default -> {
        tally.macros++;
        if (findings.wants(Rule.OPAQUE_COMMAND)) {
          findings.add(
              Rule.OPAQUE_COMMAND,
              words.textIndex() + 1,
              name
                  + " is a macro of the machine: what it does and how long it takes is not in the program.");
        }
      }
    }
  }

  private static void limit(String key, double value, Limits limits) {
    if (!(value >= 0)) {
      return;
    }
    switch (key) {
      case "VELOCITY" -> {
        limits.speed[0] = Math.max(1, value);
        limits.speed[1] = limits.speed[0];
      }
      case "ACCEL" -> {
        limits.minCruiseRatio = Math.clamp(limits.minCruiseRatio, 0, 1);
        limits.printAcceleration = Math.max(1, value);
        limits.travelAcceleration = Math.max(1, value);
      }
      case "ACCEL_TO_DECEL" ->
          limits.minCruiseRatio = Math.clamp(1 - value / limits.printAcceleration, 0, 0.99);
      case "MINIMUM_CRUISE_RATIO" -> limits.minCruiseRatio = Math.clamp(value, 0, 0.99);
      case "SQUARE_CORNER_VELOCITY" -> limits.squareCornerVelocity = value;
      default -> {
        // not a limit of velocity
      }
    }
  }
}
