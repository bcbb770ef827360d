package org.vicinal.agent.simulation;

import java.util.Locale;

/** What Marlin's commands do to the printer, and what they say besides ok. */
final class MarlinCommands {
  private final SimulatedMarlin marlin;
  private final Printer printer;
  private final MarlinSwitches switches;
  private String answer = "";

  MarlinCommands(SimulatedMarlin marlin, Printer printer, MarlinSwitches switches) {
    this.marlin = marlin;
    this.printer = printer;
    this.switches = switches;
  }

  /** What goes into the line of the ok; once. */
  String takeAnswer() {
    String taken = answer;
    answer = "";
    return taken;
  }

  /** Begins a command and says what it waits for. */
  Waiting begin(String text) {
    MarlinWords words = MarlinWords.parse(text);
    return switch (words.command().isEmpty() ? ' ' : words.command().charAt(0)) {
      case 'G' -> motion(text, words);
      case 'M' -> machine(text, words);
      case 'T' -> Waiting.OVER;
      default -> unknown(text);
    };
  }

  private Waiting motion(String text, MarlinWords words) {
    switch (words.command()) {
      case "G0", "G1", "G2", "G3" -> {
        return Waiting.forThe(Waiting.On.ROOM).then(at -> move(words, at));
      }
      case "G4" -> {
        double seconds = words.value('S', words.value('P', 0) / 1000);
        return atRest(() -> seconds);
      }
      case "G28" -> {
        return atRest(this::home);
      }
      case "G29" -> {
        return atRest(() -> 20);
      }
      case "G20", "G21" -> printer.inches(words.command().equals("G20"));
      case "G90", "G91" -> printer.absolute(words.command().equals("G90"));
      case "G92" -> printer.setPosition(words);
      case "G10", "G11", "G27", "G80" -> {
        // nothing that the model shows
      }
      default -> {
        return unknown(text);
      }
    }
    return Waiting.OVER;
  }

  private double home() {
    printer.home();
    return 8;
  }

  private Waiting move(MarlinWords words, long now) {
    if (printer.extrusion(words) > 0 && printer.hotend.celsius() < 170) {
      marlin.say("echo: cold extrusion prevented");
    }
    double seconds = printer.move(words);
    if (seconds > 0) {
      printer.moves.add(marlin.nanos(seconds), now);
    }
    return Waiting.OVER;
  }

  /** Waits until the planner is empty, then as long as this takes. */
  private Waiting atRest(java.util.function.DoubleSupplier seconds) {
    return Waiting.forThe(Waiting.On.REST)
        .then(now -> Waiting.until(now + marlin.nanos(seconds.getAsDouble())));
  }

  private Waiting machine(String text, MarlinWords words) {
    switch (words.command()) {
      case "M104", "M109" -> printer.hotend.aimAt(target(words, switches.maxHotend()));
      case "M140", "M190" -> printer.bed.aimAt(target(words, switches.maxBed()));
      case "M105" -> answer = printer.temperatures();
      case "M110" -> marlin.renumber((long) words.value('N', 0));
      case "M112" -> marlin.kill();
      case "M114" -> marlin.say(printer.position());
      case "M115" -> identify();
      case "M155" -> marlin.reportEvery((long) Math.clamp(words.value('S', 0), 0, 60));
      case "M82", "M83" -> printer.absoluteExtruder(words.command().equals("M82"));
      case "M204" -> printer.acceleration(words.value('S', words.value('P', 0)));
      case "M27" -> marlin.say("Not SD printing");
      default -> {
        if (!KNOWN.contains(words.command())) {
          return unknown(text);
        }
      }
    }
    return switch (words.command()) {
      case "M109" -> Waiting.forThe(Waiting.On.HOTEND);
      case "M190" -> Waiting.forThe(Waiting.On.BED);
      case "M400" -> Waiting.forThe(Waiting.On.REST);
      case "M0", "M1", "M600" -> paused();
      case "M410" -> atRest(() -> 1);
      default -> Waiting.OVER;
    };
  }

  private Waiting paused() {
    marlin.say("//action:paused");
    return Waiting.forThe(Waiting.On.REST).then(now -> Waiting.forThe(Waiting.On.PERSON));
  }

  private static final java.util.Set<String> KNOWN =
      java.util.Set.of(
          "M0", "M1", "M17", "M18", "M73", "M75", "M76", "M77", "M84", "M85", "M92", "M106", "M107",
          "M108", "M113", "M117", "M118", "M120", "M121", "M200", "M201", "M203", "M205", "M206",
          "M211", "M220", "M221", "M300", "M400", "M410", "M420", "M500", "M501", "M503", "M600",
          "M851", "M900", "M907", "M999");

  private static double target(MarlinWords words, int most) {
    return Math.clamp(words.value('S', words.value('R', 0)), 0, most);
  }

  private void identify() {
    marlin.say(
        "FIRMWARE_NAME:Marlin bugfix-2.1.x (simulated) SOURCE_CODE_URL:github.com/MarlinFirmware/"
            + "Marlin PROTOCOL_VERSION:1.0 MACHINE_TYPE:Simulated EXTRUDER_COUNT:1"
            + " UUID:00000000-0000-0000-0000-000000000000");
    for (String capability : new String[] {"EEPROM", "AUTOREPORT_TEMP", "THERMAL_PROTECTION"}) {
      marlin.say("Cap:" + capability + ":1");
    }
    marlin.say("Cap:EMERGENCY_PARSER:" + (switches.emergencyParser() ? 1 : 0));
    marlin.say("Cap:ADVANCED_OK:" + (switches.advancedOk() ? 1 : 0));
  }

  private Waiting unknown(String text) {
    marlin.say(String.format(Locale.ROOT, "echo:Unknown command: \"%s\"", text));
    return Waiting.OVER;
  }

  /** A command that acts as it arrives. */
  void emergency(String command) {
    switch (command) {
      case "M108" -> marlin.goOn();
      case "M112" -> marlin.kill();
      case "M410" -> printer.moves.clear();
      default -> {
        // none
      }
    }
  }
}
