package org.vicinal.gcode.meaning;

import org.vicinal.gcode.Dialect;
import org.vicinal.gcode.MachineLimits;
import org.vicinal.gcode.text.Oddity;
import org.vicinal.gcode.text.WordReader;
import org.vicinal.gcode.time.Planner;

/** Marlin and its relatives: a line is one command, the other words are its parameters. */
final class PrinterInterpreter extends Interpreter {
  private static final int MOST_TOOLS = 256;
  private static final double MOST_MM = 1e7;
  private static final int SUSPICIOUS_RISE = 100;

  private final Heat heat = new Heat();
  private final PrinterCommands commands;
  private double x;
  private double y;
  private double z;
  private double e;
  private final double[] shift = new double[3];
  private double feed = 25;
  private double unit = 1;
  private boolean relative;
  private boolean relativeExtrusion;
  private int tool;
  private int first;
  private double retractLength;
  private double retractFeed;
  private double recoverFeed;
  private boolean retracted;
  private boolean homed;
  private boolean extruded;
  private double lastRelative;
  private int rising;

  PrinterInterpreter(WordReader words, Dialect dialect, MachineLimits machine, Planner planner) {
    super(words, dialect, machine, planner);
    commands = new PrinterCommands(words, machine, findings, tally);
  }

  @Override
  protected void line() {
    first = 0;
    if (words.count() > 1 && words.letter(0) == 'N') {
      first = 1;
    }
    if (words.starIndex() >= 0 && !Checksum.holds(words)) {
      findings.add(Rule.BAD_CHECKSUM, words.starIndex() + 1, Checksum.explain(words));
    }
    if (words.oddColumn() != 0) {
      odd();
    }
    if ((words.flags() & Oddity.NAMED) != 0) {
      named();
      return;
    }
    if (words.count() <= first) {
      return;
    }
    if (words.kind(first) != WordReader.NUMBER) {
      findings.add(
          Rule.MISSING_VALUE,
          words.column(first),
          "Expected a command such as G1 or M104, found: " + words.text());
      return;
    }
    double value = words.value(first);
    switch (words.letter(first)) {
      case 'G' -> general(value);
      case 'M' -> miscellaneous(value);
      case 'T' -> selectTool((int) value);
      case 'N' -> {
        // a number alone
      }
      default ->
          findings.add(
              Rule.UNKNOWN_COMMAND,
              words.column(first),
              "Expected a line to begin with G, M or T, found: " + words.text());
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
    } else if (findings.wants(Rule.WRONG_DIALECT)) {
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
      case 0, 10 -> move(code == 0);
      case 20 -> arc(true);
      case 30 -> arc(false);
      case 40 -> dwell();
      case 100 -> retract(true);
      case 110 -> retract(false);
      case 170, 180, 190 -> arc.plane(code / 10);
      case 200 -> unit = 25.4;
      case 210 -> unit = 1;
      case 280 -> home();
      case 290, 291, 292, 293, 320, 330, 340, 350, 380, 382, 383, 384, 800, 810 -> probing();
      case 900 -> distance(false);
      case 910 -> distance(true);
      case 920 -> setPosition();
      case 530, 540, 550, 560, 570, 580, 590, 600, 120, 150, 760, 840, 940 -> {
        // coordinate systems are chosen by a person, cleaning and feed modes cost nothing that we
        // know
      }
      case 50, 60, 610 -> commands.refuseMove(first);
      default -> commands.unknown(first);
    }
    warnAboutSecondCommand();
  }

  /** Marlin executes the first command of a line only; the rest are parameters. */
  private void warnAboutSecondCommand() {
    for (int i = first + 1; i < words.count(); i++) {
      int letter = words.letter(i);
      if ((letter == 'G' || letter == 'M')
          && words.kind(i) == WordReader.NUMBER
          && findings.wants(Rule.SEVERAL_COMMANDS)) {
        findings.add(
            Rule.SEVERAL_COMMANDS,
            words.column(i),
            "Expected one command in a line, found a second, which "
                + dialect
                + " ignores. Give it a line of its own: "
                + words.text());
      }
    }
  }

  private void move(boolean rapid) {
    double toX = x;
    double toY = y;
    double toZ = z;
    double de = 0;
    double u = unit;
    int n = words.count();
    for (int i = first + 1; i < n; i++) {
      if (words.kind(i) != WordReader.NUMBER) {
        badWord(i);
        continue;
      }
      double value = words.value(i) * u;
      if (!(Math.abs(value) < MOST_MM)) {
        tooFar(i);
        return;
      }
      switch (words.letter(i)) {
        case 'X' -> toX = relative ? x + value : value + shift[0];
        case 'Y' -> toY = relative ? y + value : value + shift[1];
        case 'Z' -> toZ = relative ? z + value : value + shift[2];
        case 'E' -> de = relativeExtrusion ? value : value - e;
        case 'F' -> feed(value, i);
        default -> {
          // S of a laser, H, R and others do not change the way
        }
      }
    }
    if (de != 0) {
      extrude(de);
    }
    if (toX == x && toY == y && toZ == z && de == 0) {
      return;
    }
    tally.line(toX, toY, toZ, de, !rapid && de > 0);
    planner.line(toX, toY, toZ, de, feed, false);
    x = toX;
    y = toY;
    z = toZ;
  }

  private void tooFar(int word) {
    if (findings.wants(Rule.NUMBER_RANGE)) {
      findings.add(
          Rule.NUMBER_RANGE,
          words.column(word),
          "Expected a number that a machine can reach, found "
              + words.value(word)
              + ": "
              + words.text());
    }
  }

  private void badWord(int word) {
    if (words.kind(word) == WordReader.BAD) {
      if (findings.wants(Rule.BAD_NUMBER)) {
        findings.add(
            Rule.BAD_NUMBER,
            words.column(word),
            "Expected a number after "
                + (char) words.letter(word)
                + ". Correct it: "
                + words.text());
      }
    } else if ("XYZEFIJKR".indexOf(words.letter(word)) >= 0 && findings.wants(Rule.MISSING_VALUE)) {
      findings.add(
          Rule.MISSING_VALUE,
          words.column(word),
          "Expected a number after " + (char) words.letter(word) + ", found none: " + words.text());
    }
  }

  private void feed(double mmPerMin, int word) {
    if (mmPerMin <= 0) {
      if (mmPerMin < 0 && findings.wants(Rule.NEGATIVE_VALUE)) {
        findings.add(
            Rule.NEGATIVE_VALUE,
            words.column(word),
            "Expected a feed above 0, found F" + mmPerMin + ": " + words.text());
      }
      return; // Marlin keeps the feed it had
    }
    feed = mmPerMin / 60;
    if (mmPerMin > tally.maxFeed) {
      tally.maxFeed = mmPerMin;
    }
  }

  private void extrude(double de) {
    if (!relativeExtrusion) {
      e += de;
    }
    extruded = true;
    tally.filament(tool, de);
    if (relativeExtrusion) {
      rising = de > lastRelative ? rising + 1 : 0;
      lastRelative = de;
      if (rising == SUSPICIOUS_RISE) {
        findings.add(
            Rule.ABSOLUTE_EXTRUSION_HIDDEN,
            0,
            "Expected relative lengths of filament after M83, found them to rise line by line. "
                + "If the machine's macro switches to M82, time and filament here are wrong: "
                + words.text());
      }
    }
    if (de > 0
        && heat.tooColdToExtrude()
        && tally.macros == 0
        && machine.nozzleCelsius() > 0
        && findings.wants(Rule.COLD_EXTRUSION)) {
      findings.add(
          Rule.COLD_EXTRUSION,
          0,
          "Expected a hot nozzle (M109 S200) before plastic is pushed, found a target of "
              + Math.round(heat.nozzle())
              + " C. The firmware skips such moves: "
              + words.text());
    }
  }

  private void arc(boolean clockwise) {
    arc.from[0] = arc.to[0] = x;
    arc.from[1] = arc.to[1] = y;
    arc.from[2] = arc.to[2] = z;
    var offset = new double[3];
    double radius = Double.NaN;
    boolean centered = false;
    int turns = 1;
    double de = 0;
    for (int i = first + 1; i < words.count(); i++) {
      if (words.kind(i) != WordReader.NUMBER) {
        badWord(i);
        continue;
      }
      double value = words.value(i) * unit;
      int letter = words.letter(i);
      if (!(Math.abs(value) < MOST_MM)) {
        tooFar(i);
        return;
      }
      switch (letter) {
        case 'X', 'Y', 'Z' -> {
          int axis = letter - 'X';
          arc.to[axis] = relative ? arc.from[axis] + value : value + shift[axis];
        }
        case 'I', 'J', 'K' -> {
          offset[letter - 'I'] = value;
          centered = true;
        }
        case 'R' -> radius = value;
        case 'P' -> turns = Math.clamp((long) words.value(i), 1, 1000);
        case 'E' -> de = relativeExtrusion ? value : value - e;
        case 'F' -> feed(value, i);
        default -> {
          // nothing that bends the way
        }
      }
    }
    String wrong = centered ? "" : ArcRules.centerFromRadius(arc, radius, clockwise);
    if (centered) {
      arc.center0 = arc.from[arc.axis0] + offset[arc.axis0];
      arc.center1 = arc.from[arc.axis1] + offset[arc.axis1];
      wrong = ArcRules.mismatch(arc);
    }
    if (!wrong.isEmpty()) {
      findings.add(centered ? Rule.ARC_RADIUS : Rule.ARC_CENTER, 0, wrong + ": " + words.text());
    }
    arc.extrusion = de;
    if (de != 0) {
      extrude(de);
    }
    arc.derive(clockwise, turns);
    if (arc.radius > 0) {
      tally.arc(arc);
      planner.arc(arc, feed);
    }
    x = arc.to[0];
    y = arc.to[1];
    z = arc.to[2];
  }

  private void dwell() {
    double seconds = 0;
    for (int i = first + 1; i < words.count(); i++) {
      if (words.letter(i) == 'S') {
        seconds = words.value(i);
        break;
      }
      if (words.letter(i) == 'P') {
        seconds = words.value(i) / 1000;
        if (words.value(i) > 0 && words.value(i) < 10 && findings.wants(Rule.DWELL_UNIT)) {
          findings.add(
              Rule.DWELL_UNIT,
              words.column(i),
              "P counts milliseconds here; found so few that seconds may be meant. Write S for seconds: "
                  + words.text());
        }
      }
    }
    tally.dwellSeconds += Math.max(0, seconds);
    planner.stop();
  }

  private void retract(boolean in) {
    for (int i = first + 1; i < words.count(); i++) {
      int letter = words.letter(i);
      if (letter == 'P' || letter == 'L' || letter == 'R') {
        heat.toolTemperature(words, first); // RepRapFirmware's G10 P1 S200 R150
        return;
      }
    }
    if (retractLength > 0 && retracted != in) {
      retracted = in;
      planner.line(
          x, y, z, in ? -retractLength : retractLength, in ? retractFeed : recoverFeed, false);
    }
  }

  private void distance(boolean isRelative) {
    relative = isRelative;
    if (dialect == Dialect.MARLIN) {
      relativeExtrusion = isRelative;
    }
  }

  private void home() {
    tally.homings++;
    homed = true;
    boolean all = true;
    for (int i = first + 1; i < words.count(); i++) {
      int axis = words.letter(i) - 'X';
      if (axis >= 0 && axis < 3) {
        all = false;
        homeAxis(axis);
      }
    }
    for (int axis = 0; all && axis < 3; axis++) {
      homeAxis(axis);
    }
    tally.x = x;
    tally.y = y;
    tally.z = z;
    planner.home(x, y, z, feed);
  }

  private void homeAxis(int axis) {
    shift[axis] = 0;
    switch (axis) {
      case 0 -> x = 0;
      case 1 -> y = 0;
      default -> z = 0;
    }
  }

  private void probing() {
    planner.stop();
    tally.homings++;
  }

  private void setPosition() {
    boolean any = false;
    for (int i = first + 1; i < words.count(); i++) {
      int letter = words.letter(i);
      double value = Math.clamp(words.value(i) * unit, -MOST_MM, MOST_MM);
      switch (letter) {
        case 'X' -> shift[0] = x - value;
        case 'Y' -> shift[1] = y - value;
        case 'Z' -> shift[2] = z - value;
        case 'E' -> e = value;
        default -> {
          continue;
        }
      }
      any = true;
    }
    if (!any) {
      shift[0] = x;
      shift[1] = y;
      shift[2] = z;
      e = 0;
    }
  }

  private void selectTool(int wanted) {
    if (wanted < 0 || wanted >= MOST_TOOLS) {
      return; // T-1 parks, T? asks
    }
    if (wanted != tool || tally.tools.isEmpty()) {
      planner.stop();
      tally.toolChanges += wanted == tool ? 0 : 1;
    }
    tool = wanted;
    tally.tools.set(wanted);
    if (wanted >= machine.tools() && findings.wants(Rule.NO_SUCH_TOOL)) {
      findings.add(
          Rule.NO_SUCH_TOOL,
          words.column(first),
          "Expected a tool from T0 to T"
              + (machine.tools() - 1)
              + " on "
              + machine.name()
              + ", found T"
              + wanted
              + ". Slice for this machine.");
    }
  }

  private void miscellaneous(double value) {
    int code = (int) value;
    switch (code) {
      case 82 -> relativeExtrusion = false;
      case 83 -> relativeExtrusion = true;
      case 104, 109, 140, 190, 141, 191 -> {
        heat.command(code, words, first, machine, findings, tally);
        if (code == 109 || code == 190 || code == 191) {
          planner.stop();
          tally.heatings++;
        }
      }
      case 201, 203, 204, 205, 566 -> changeLimits(code);
      case 220 -> commands.speedFactor(first);
      case 221 -> planner.limits().flow = Math.clamp(parameter('S', 100), 1, 1000) / 100;
      case 207 -> {
        retractLength = parameter('S', retractLength);
        retractFeed = parameter('F', retractFeed * 60) / 60;
        if (recoverFeed == 0) {
          recoverFeed = retractFeed;
        }
      }
      case 208 -> recoverFeed = parameter('F', recoverFeed * 60) / 60;
      case 400, 226 -> planner.stop();
      case 0, 1, 25, 600, 601, 602 -> {
        planner.stop();
        tally.pauses++;
        commands.waitsForPerson(first);
      }
      case 2, 30 -> {
        planner.stop();
        if (code == 2 || words.textIndex() < 0 || dialect != Dialect.MARLIN) {
          markEnd();
        }
      }
      case 3, 4 -> tally.spindleMax = Math.max(tally.spindleMax, parameter('S', 0));
      default -> commands.other(code, value, first);
    }
    if (words.textIndex() < 0) {
      warnAboutSecondCommand();
    }
  }

  private double parameter(int letter, double otherwise) {
    for (int i = first + 1; i < words.count(); i++) {
      if (words.letter(i) == letter && words.kind(i) == WordReader.NUMBER) {
        return words.value(i);
      }
    }
    return otherwise;
  }

  private void changeLimits(int code) {
    LimitCommands.apply(code, words, first, planner.limits(), dialect);
    LimitCommands.check(code, words, first, machine, findings);
  }

  @Override
  protected void finish() {
    WholeProgram.checkPrinter(tally, machine, findings, homed, extruded);
    heat.finish(findings, extruded);
  }
}
