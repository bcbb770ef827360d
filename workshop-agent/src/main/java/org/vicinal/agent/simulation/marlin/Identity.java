package org.vicinal.agent.simulation.marlin;

import java.util.Locale;
import org.vicinal.gcode.time.Limits;

/** What the firmware says of itself. */
final class Identity {
  private static final String UUID = "00000000-0000-0000-0000-000000000000";

  private Identity() {}

  /** What it says when it starts. */
  static void greet(Voice voice, MarlinSwitches switches) {
    if (switches.reprap()) {
      return; // says nothing until it is asked
    }
    voice.say("start");
    voice.say("Marlin bugfix-2.1.x");
    voice.say("echo: Last Updated: 2026-01-01 | Author: (simulated by Vicinal)");
    voice.say("echo: Free Memory: 9000  PlannerBufferBytes: 1232");
  }

  /** M115. */
  static void tell(Voice voice, MarlinSwitches switches) {
    if (switches.reprap()) {
      voice.say(
          "FIRMWARE_NAME: RepRapFirmware for Duet 3 Mini5+ FIRMWARE_VERSION: 3.5.4"
              + " ELECTRONICS: Duet 3 Mini5plus WiFi (simulated) FIRMWARE_DATE: 2026-01-01");
      return;
    }
    voice.say(
        "FIRMWARE_NAME:Marlin bugfix-2.1.x (simulated) SOURCE_CODE_URL:github.com/MarlinFirmware/"
            + "Marlin PROTOCOL_VERSION:1.0 MACHINE_TYPE:Simulated EXTRUDER_COUNT:1"
            + " UUID:"
            + UUID);
    capability(voice, "SERIAL_XON_XOFF", false);
    capability(voice, "BINARY_FILE_TRANSFER", false);
    capability(voice, "EEPROM", true);
    capability(voice, "VOLUMETRIC", true);
    capability(voice, "AUTOREPORT_POS", switches.autoReport());
    capability(voice, "AUTOREPORT_TEMP", switches.autoReport());
    capability(voice, "PROGRESS", false);
    capability(voice, "PRINT_JOB", true);
    capability(voice, "AUTOLEVEL", true);
    capability(voice, "RUNOUT", false);
    capability(voice, "Z_PROBE", true);
    capability(voice, "LEVELING_DATA", true);
    capability(voice, "BUILD_PERCENT", true);
    capability(voice, "SOFTWARE_POWER", false);
    capability(voice, "TOGGLE_LIGHTS", false);
    capability(voice, "EMERGENCY_PARSER", switches.emergencyParser());
    capability(voice, "HOST_ACTION_COMMANDS", switches.hostActions());
    capability(voice, "PROMPT_SUPPORT", false);
    capability(voice, "SDCARD", false);
    capability(voice, "THERMAL_PROTECTION", switches.thermalProtection());
    capability(voice, "ARCS", true);
    capability(voice, "BABYSTEPPING", false);
    capability(voice, "MEATPACK", false);
    capability(voice, "QUOTED_STRINGS", switches.quotedStrings());
    capability(voice, "ADVANCED_OK", switches.advancedOk());
  }

  private static void capability(Voice voice, String name, boolean has) {
    voice.say("Cap:" + name + ":" + (has ? 1 : 0));
  }

  /** M503, the part that a host reads. */
  static void settings(Voice voice, Limits limits) {
    voice.say("echo:; Steps per unit:");
    voice.say("echo: M92" + axes(limits.stepsPerMm));
    voice.say("echo:; Maximum feedrates (units/s):");
    voice.say("echo:  M203" + axes(limits.speed));
    voice.say("echo:; Maximum Acceleration (units/s2):");
    voice.say("echo:  M201" + axes(limits.acceleration));
    voice.say("echo:; Acceleration (units/s2): P<print_accel> R<retract_accel> T<travel_accel>");
    voice.say(
        String.format(
            Locale.ROOT,
            "echo:  M204 P%.2f R%.2f T%.2f",
            limits.printAcceleration,
            limits.retractAcceleration,
            limits.travelAcceleration));
    voice.say("echo:; Advanced: X<max_jerk> Y<max_jerk> Z<max_jerk> E<max_jerk>");
    voice.say("echo:  M205" + axes(limits.jerk));
  }

  private static String axes(double[] values) {
    return String.format(
        Locale.ROOT, " X%.2f Y%.2f Z%.2f E%.2f", values[0], values[1], values[2], values[3]);
  }
}
