package org.vicinal.gcode.meaning;

import org.vicinal.gcode.Dialect;
import org.vicinal.gcode.MachineLimits;
import org.vicinal.gcode.text.Oddity;
import org.vicinal.gcode.text.WordReader;
import org.vicinal.gcode.time.Planner;

/** Marlin and its relatives: a line is one command, the other words are its parameters. */
final class PrinterInterpreter extends Interpreter {
  private final PrinterLine line;
  private final Heat heat;
  private final Extruder extruder;
  private final Retraction retraction;
  private final PrinterMotion motion;
  private final PrinterPlaces places;
  private final PrinterCommands commands;

  PrinterInterpreter(WordReader words, Dialect dialect, MachineLimits machine, Planner planner) {
    super(words, dialect, machine, planner);
    line = new PrinterLine(words, dialect, findings);
    heat = new Heat(line, machine, tally);
    extruder = new Extruder(line, dialect, machine, this, heat);
    retraction = new Retraction(line, planner);
    motion = new PrinterMotion(line, this, extruder);
    places = motion.places();
    commands = new PrinterCommands(line, dialect, machine, tally);
  }

  @Override
  protected void line() {
    line.begin();
    if (words.starIndex() >= 0 && !Checksum.holds(words)) {
      findings.add(Rule.BAD_CHECKSUM, words.starIndex() + 1, Checksum.explain(words));
    }
    if ((words.flags() & Oddity.NAMED) != 0) {
      named();
    } else if (words.oddColumn() == 0 || !commands.asksForTool()) {
      if (words.oddColumn() != 0) {
        odd();
      }
      if (words.count() > line.first) {
        command();
        while (line.next()) {
          command();
        }
        places.endLine();
      }
    }
  }

  private void command() {
    int first = line.first;
    int letter = words.letter(first);
    if (words.kind(first) != WordReader.NUMBER) {
      line.add(
          Rule.MISSING_VALUE,
          "Expected a command such as G1 or M104, found a letter without its number. Correct it");
      return;
    }
    double value = words.value(first);
    switch (letter) {
      case 'G' -> general(value);
      case 'M' -> miscellaneous(value);
      case 'T' -> extruder.select((int) value, this);
      case 'N' -> {
        // a number alone
      }
      default ->
          line.add(
              Rule.UNSUPPORTED_COMMAND,
              "Expected the line to begin with G, M or T, found "
                  + (char) letter
                  + ", which "
                  + dialect
                  + " leaves out. Write the command in every line");
    }
  }

  private void odd() {
    int c = words.oddByte();
    Rule rule = c < ' ' || c == 0x7f ? Rule.CONTROL_BYTE : Rule.UNEXPECTED_BYTE;
    if (findings.wants(rule)) {
      String shown = c > ' ' && c < 0x7f ? "'" + (char) c + "'" : "the byte 0x%02x".formatted(c);
      findings.add(
          rule,
          words.oddColumn(),
          "Expected a word such as X10, found " + shown + ". Correct the line: " + words.text());
    }
  }

  private void named() {
    if (dialect == Dialect.KLIPPER) {
      Klipper.command(words, planner.limits(), heat, tally, findings);
      if (Klipper.changesLimits(words)) {
        planner.stop();
      }
    } else if (!commands.asksForTool() && findings.wants(Rule.WRONG_DIALECT)) {
      findings.add(
          Rule.WRONG_DIALECT,
          words.textIndex() + 1,
          "Expected commands of "
              + dialect
              + ", found one with a name, as Klipper's; it would be left out and with it what it"
              + " does, such as homing. Slice for this machine: "
              + words.text());
    }
  }

  private void general(double value) {
    int code = (int) Math.round(value * 10);
    switch (code) {
      case 0, 10 -> motion.move(code == 0); // every firmware knows these
      case 20 -> motion.arc(true);
      case 30 -> motion.arc(false);
      default -> {
        if (!commands.allowsGeneral(value)) {
          return;
        } else if (code == 50) {
          motion.curve();
        } else {
          still(code);
          line.refuseSeconds();
        }
      }
    }
  }

  /** What moves nothing by its own words. */
  private void still(int code) {
    switch (code) {
      case 40 -> dwell();
      case 100 -> retractOrSet();
      case 110 -> retraction.run(false, motion);
      case 170, 180, 190 -> arc.plane(code / 10);
      case 200 -> inches();
      case 210 -> motion.unit = 1;
      case 280 -> places.home();
      case 530 -> places.machineCoordinates();
      case 540, 550, 560, 570, 580, 590, 591, 592, 593 ->
          places.select(code < 591 ? (code - 540) / 10 : 6 + code - 591);
      case 600 -> places.keep();
      case 610 -> places.goBack();
      case 900, 910 -> {
        motion.relative = code == 910;
        extruder.axesMode(motion.relative);
      }
      case 920 -> places.here();
      case 921 -> places.forgetShift();
      case 260, 270, 290, 300, 310, 320, 330, 340, 350, 382, 383, 384, 385, 640, 650 ->
          looksAround();
      case 120, 420, 750, 760, 800, 810, 820, 1620, 1630, 4250 -> looksAround();
      case 680 ->
          line.add(
              Rule.UNSUPPORTED_COMMAND,
              "Expected coordinates that are not turned, found G68. Turn the part before slicing");
      default -> {
        // modes and switches that cost nothing that we know
      }
    }
  }

  /** Homing, probing, parking: the machine moves where and as long as it likes. */
  private void looksAround() {
    planner.stop();
    tally.homings++;
  }

  private void inches() {
    if (dialect == Dialect.KLIPPER || dialect == Dialect.PRUSA) {
      line.add(
          Rule.UNSUPPORTED_COMMAND,
          "Expected millimetres, found G20, which "
              + dialect
              + " does not know. Export in millimetres");
      return;
    }
    motion.unit = 25.4;
  }

  /** G10: a coordinate system with L, a temperature with P, otherwise a retraction. */
  private void retractOrSet() {
    if (line.has('L')) {
      places.setSystem();
    } else if (line.has('X') || line.has('Y') || line.has('Z')) {
      line.add(
          Rule.UNSUPPORTED_COMMAND,
          "Expected no offset of a tool in the program, found one that shifts what comes after. Set"
              + " it on the machine");
    } else if (line.has('P') || line.has('R')) {
      heat.command(10);
    } else {
      retraction.run(true, motion);
    }
  }

  private void dwell() {
    int s = dialect == Dialect.KLIPPER ? -1 : line.find('S');
    double seconds = s >= 0 ? words.value(s) : line.value('P', 0) / 1000;
    if (s < 0 && seconds > 0 && seconds < 0.01) {
      line.add(
          Rule.DWELL_UNIT,
          line.find('P'),
          "P counts milliseconds here; found so few that seconds may be meant. Write S for"
              + " seconds");
    }
    if (dialect == Dialect.KLIPPER && line.has('S')) {
      line.add(
          Rule.DWELL_UNIT,
          line.find('S'),
          "Expected P with milliseconds for Klipper, found S, which it leaves out. Write P");
    }
    tally.dwellSeconds += Math.clamp(seconds, 0, 1e6);
    planner.stop();
  }

  private void miscellaneous(double value) {
    int code = (int) value;
    if (code == 2 || code == 30) {
      end(code);
    } else if (commands.allows(value)) {
      known(code, value);
    }
    if (words.textIndex() < 0) {
      line.refuseSeconds();
    }
  }

  private void known(int code, double value) {
    switch (code) {
      case 82, 83 -> extruder.ownMode(code == 83);
      case 104, 109, 140, 190, 141, 191, 568 -> heat(code);
      case 116 -> {
        heat.await();
        planner.stop();
        tally.heatings++;
      }
      case 201, 203, 204, 205, 566 -> {
        if (value != code) {
          return; // M201.1 is for homing
        }
        LimitCommands.apply(code, line, planner.limits(), dialect);
        LimitCommands.check(code, line, machine);
      }
      case 211 -> commands.softLimits();
      case 220 -> commands.speedFactor();
      case 221 -> planner.limits().flow = Math.clamp(line.value('S', 100), 1, 1000) / 100;
      case 207 -> retraction.set();
      case 208 -> retraction.setRecovery();
      case 400 -> planner.stop();
      case 0, 1, 25, 226, 291, 577, 600, 601, 602 -> waitOrEnd(code);
      case 3, 4 -> tally.spindleMax = Math.max(tally.spindleMax, line.value('S', 0));
      case 862 -> commands.checkPrinter(value);
      default -> {
        // costs nothing that we know
      }
    }
  }

  /** RepRapFirmware ends a print at M0 and M1; a message (M291) waits from S2 on. */
  private void waitOrEnd(int code) {
    planner.stop();
    if (dialect == Dialect.REPRAPFIRMWARE && code <= 1) {
      markEnd();
    } else if (code != 291 || commands.messageWaits()) {
      tally.pauses++;
      commands.waitsForPerson();
    }
  }

  private void heat(int code) {
    heat.command(code);
    if (code == 109 || code == 190 || code == 191) {
      planner.stop();
      tally.heatings++;
    }
  }

  /** M2, and M30 of a program that was made for mills; with a name M30 deletes a file. */
  private void end(int code) {
    planner.stop();
    if (code == 30 && commands.hasText()) {
      commands.allows(code);
    } else {
      markEnd();
    }
  }

  @Override
  protected void finish() {
    WholeProgram.checkPrinter(tally, machine, findings, extruder.used);
    places.finish();
    heat.finish(findings, extruder.used);
  }
}
