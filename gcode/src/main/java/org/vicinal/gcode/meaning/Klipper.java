package org.vicinal.gcode.meaning;

import java.util.Locale;
import java.util.Set;
import org.vicinal.gcode.text.WordReader;
import org.vicinal.gcode.time.Limits;

/**
 * Klipper's commands of the form {@code NAME KEY=VALUE}, from klipper3d.org "G-Codes". A name that
 * is not there is a macro of the machine.
 */
final class Klipper {
  private static final Set<String> HARMLESS =
      words(
          "SET_PRESSURE_ADVANCE EXCLUDE_OBJECT EXCLUDE_OBJECT_DEFINE EXCLUDE_OBJECT_START"
              + " EXCLUDE_OBJECT_END SET_PRINT_STATS_INFO SET_FAN_SPEED SET_TEMPERATURE_FAN_TARGET"
              + " SET_RETRACTION GET_RETRACTION RESPOND TIMELAPSE_TAKE_FRAME SET_LED"
              + " SET_LED_TEMPLATE SET_DISPLAY_TEXT SET_DISPLAY_GROUP STATUS HELP GET_POSITION M117"
              + " SET_INPUT_SHAPER SET_IDLE_TIMEOUT SET_FILAMENT_SENSOR QUERY_FILAMENT_SENSOR"
              + " QUERY_ENDSTOPS QUERY_PROBE QUERY_ADC QUERY_RAW_ANGLE BED_MESH_CLEAR"
              + " BED_MESH_OUTPUT BED_MESH_MAP SET_PIN SET_SERVO SET_GCODE_VARIABLE"
              + " UPDATE_DELAYED_GCODE CLEAR_PAUSE DUMP_TMC SET_STEPPER_ENABLE TURN_OFF_HEATERS"
              + " ACTIVATE_EXTRUDER");
  private static final Set<String> LOOKING_AROUND =
      words(
          "BED_MESH_CALIBRATE QUAD_GANTRY_LEVEL Z_TILT_ADJUST BED_TILT_CALIBRATE PROBE"
              + " PROBE_ACCURACY SCREWS_TILT_CALCULATE BED_SCREWS_ADJUST");
  private static final Set<String> RESTARTING =
      words(
          "FIRMWARE_RESTART RESTART SAVE_CONFIG SET_KINEMATIC_POSITION FORCE_MOVE STEPPER_BUZZ"
              + " MANUAL_STEPPER PID_CALIBRATE MPC_CALIBRATE SHAPER_CALIBRATE TEST_RESONANCES"
              + " MEASURE_AXES_NOISE DELTA_CALIBRATE DELTA_ANALYZE PROBE_CALIBRATE"
              + " Z_ENDSTOP_CALIBRATE ENDSTOP_PHASE_CALIBRATE AXIS_TWIST_COMPENSATION_CALIBRATE"
              + " Z_OFFSET_APPLY_PROBE Z_OFFSET_APPLY_ENDSTOP SAVE_VARIABLE BED_MESH_PROFILE"
              + " SET_GCODE_OFFSET SET_SKEW CALC_MEASURED_SKEW SKEW_PROFILE"
              + " SET_EXTRUDER_ROTATION_DISTANCE INIT_TMC SET_TMC_FIELD SDCARD_PRINT_FILE"
              + " SDCARD_RESET_FILE RUN_SHELL_COMMAND UPDATE_TMC TUNING_TOWER SYNC_EXTRUDER_MOTION"
              + " CANCEL_PRINT RESUME ABORT ACCEPT TESTZ");

  private Klipper() {}

  private static Set<String> words(String list) {
    return Set.of(list.split(" ", -1));
  }

  static boolean changesLimits(WordReader words) {
    return name(words).equals("SET_VELOCITY_LIMIT");
  }

  private static String name(WordReader words) {
    return words
        .text(words.textIndex(), words.length())
        .split("[ ;]", 2)[0]
        .toUpperCase(Locale.ROOT);
  }

  private static String[] parts(WordReader words) {
    return words
        .text(words.textIndex(), words.length())
        .toUpperCase(Locale.ROOT)
        .replaceFirst(";.*", "")
        .split("[ ]+", -1);
  }

  static void command(WordReader words, Limits limits, Heat heat, Tally tally, Findings findings) {
    String name = name(words);
    switch (name) {
      case "SET_VELOCITY_LIMIT" -> {
        for (String part : parts(words)) {
          int equals = part.indexOf('=');
          if (equals > 0) {
            limit(part.substring(0, equals), Statements.number(part.substring(equals + 1)), limits);
          }
        }
      }
      case "SET_HEATER_TEMPERATURE" ->
          heat.named(value(words, "HEATER="), Statements.number(value(words, "TARGET=")));
      case "TEMPERATURE_WAIT" -> {
        heat.await();
        tally.heatings++;
      }
      case "PAUSE" -> tally.pauses++;
      case "SET_TMC_CURRENT" -> changesMotors(words, findings);
      default -> other(name, words, tally, findings);
    }
  }

  private static void other(String name, WordReader words, Tally tally, Findings findings) {
    int column = words.textIndex() + 1;
    if (RESTARTING.contains(name) && !loadsMesh(words)) {
      findings.add(
          Rule.FORBIDDEN_COMMAND,
          column,
          "Expected nothing that restarts, moves unseen or reconfigures the machine, found "
              + name
              + ". Remove it.");
    } else if (LOOKING_AROUND.contains(name)) {
      tally.homings++;
    } else if (!HARMLESS.contains(name) && !loadsMesh(words)) {
      tally.macros++;
      if (findings.wants(Rule.OPAQUE_COMMAND)) {
        findings.add(
            Rule.OPAQUE_COMMAND,
            column,
            name
                + " is a macro of the machine: what it does and how long it takes is not in the"
                + " program.");
      }
    }
  }

  /** {@code BED_MESH_PROFILE LOAD=default} writes nothing, unlike SAVE and REMOVE. */
  private static boolean loadsMesh(WordReader words) {
    return name(words).equals("BED_MESH_PROFILE") && !value(words, "LOAD=").isEmpty();
  }

  private static void changesMotors(WordReader words, Findings findings) {
    findings.add(
        Rule.CHANGES_LIMITS,
        words.textIndex() + 1,
        "The current of the motors is changed. Expected on no machine but the one it was made for."
            + " Remove it: "
            + words.text());
  }

  private static String value(WordReader words, String key) {
    for (String part : parts(words)) {
      if (part.startsWith(key)) {
        return part.substring(key.length());
      }
    }
    return "";
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
