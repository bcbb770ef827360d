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
      Klipper.command(words, planner.limits(), tally, findings);
      if (Klipper.changesLimits(words)) {
        planner.stop();
      }
    } else if (!commands.asksForTool() && findings.wants(Rule.WRONG_DIALECT)) {
      findings.add(
          Rule.WRONG_DIALECT,
          words.textIndex() + 1,
          "Expected commands of "
              + dialect
              + ", found one with a name, as Klipper's; it would be left out and with it what it does, such as homing. Slice for this machine: "
              + words.text());
    }
  }

  private void general(double value) {
    int code = (int) Math.round(value * 10);
    switch (code) {
      case 0, 10 -> motion.move(code == 0);
      case 20 -> motion.arc(true);
      case 30 -> motion.arc(false);
      case 50 -> motion.curve();
      default -> {
        still(code);
        line.refuseSeconds();
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
      case 290, 291, 292, 293, 300, 320, 330, 340, 350, 380, 382, 383, 384, 800, 810 -> {
        planner.stop();
        tally.homings++;
      }
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
      case 120, 150, 760, 840, 940 -> {
        // cleaning, feed modes and settings of mills cost nothing that we know
      }
      default -> commands.unknownMove();
    }
  }

  private void inches() {
    if (dialect == Dialect.KLIPPER) {
      line.add(
          Rule.UNSUPPORTED_COMMAND,
          "Expected millimetres, found G20, which Klipper refuses. Export in millimetres");
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
          "Expected no offset of a tool in the program, found one that shifts what comes after. Set it on the machine");
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
          "P counts milliseconds here; found so few that seconds may be meant. Write S for seconds");
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
    switch (code) {
      case 82, 83 -> extruder.ownMode(code == 83);
      case 104, 109, 140, 190, 141, 191, 568 -> heat(code);
      case 116 -> {
        heat.await();
        planner.stop();
        tally.heatings++;
      }
      case 201, 203, 204, 205, 566 -> {
        LimitCommands.apply(code, line, planner.limits(), dialect);
        LimitCommands.check(code, line, machine);
      }
      case 220 -> commands.speedFactor();
      case 221 -> planner.limits().flow = Math.clamp(line.value('S', 100), 1, 1000) / 100;
      case 207 -> retraction.set();
      case 208 -> retraction.setRecovery();
      case 400, 226 -> planner.stop();
      case 0, 1, 25, 600, 601, 602 -> {
        planner.stop();
        tally.pauses++;
        commands.waitsForPerson();
      }
      case 2, 30 -> end(code);
      case 3, 4 -> tally.spindleMax = Math.max(tally.spindleMax, line.value('S', 0));
      default -> commands.other(code, value);
    }
    if (words.textIndex() < 0) {
      line.refuseSeconds();
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
      commands.other(code, code);
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
