package org.vicinal.gcode.meaning;

import org.vicinal.gcode.Dialect;
import org.vicinal.gcode.MachineLimits;
import org.vicinal.gcode.time.Arc;
import org.vicinal.gcode.time.Planner;

/**
 * Executes the words of one line in RS-274's order, whatever their order in the line: modes,
 * spindle, zero points, motion.
 */
final class MillMachine {
  private final MillInterpreter lines;
  private final Dialect dialect;
  private final MachineLimits machine;
  private final Planner planner;
  private final Tally tally;
  private final Findings findings;
  private final LineReport report;
  private final Arc arc;
  private final MillBlock block;
  private final MillModes modes = new MillModes();
  private final Coordinates where = new Coordinates();
  private final MillMotion motion;
  private final double[] target;

  MillMachine(MillInterpreter lines, MillBlock block, LineReport report) {
    this.lines = lines;
    this.block = block;
    this.report = report;
    dialect = lines.dialect;
    machine = lines.machine;
    planner = lines.planner;
    tally = lines.tally;
    findings = lines.findings;
    arc = lines.arc;
    modes.motion = dialect == Dialect.LINUXCNC ? 800 : 0;
    modes.returnToR = dialect == Dialect.LINUXCNC;
    motion = new MillMotion(lines, block, modes, where, report);
    target = motion.target;
  }

  /** In the order of RS-274, whatever the order in the line. */
  void execute() {
    if (!consistent()) {
      return;
    }
    feedMode();
    if (block.has('F') && !modes.inverseTime) {
      modes.feed =
          block.value('F')
              * (block.code(MillBlock.UNITS) == 200
                      || (block.code(MillBlock.UNITS) == MillBlock.NONE && modes.unit > 1)
                  ? 25.4
                  : 1);
      tally.maxFeed = Math.max(tally.maxFeed, modes.feed);
    }
    spindleSpeed();
    tool();
    spindleDirection();
    if (block.code(MillBlock.NON_MODAL) == 40) {
      dwell();
    }
    modes();
    nonModal();
    if (!report.broken()) {
      motion.execute();
    }
    if (!report.broken()) {
      unusedWords();
    }
    stop();
  }

  /** GRBL stops at words that nothing in the line uses. */
  private void unusedWords() {
    boolean arc = modes.motion == 20 || modes.motion == 30;
    int nonModal = block.code(MillBlock.NON_MODAL);
    boolean moved = block.hasAxis();
    if (dialect == Dialect.GRBL) {
      boolean center = block.has('I') || block.has('J') || block.has('K') || block.has('R');
      boolean value = block.has('P') || block.has('L');
      if ((center && !(arc && moved)) || (value && nonModal != 40 && nonModal != 100)) {
        report.error(
            Rule.UNUSED_WORD,
            0,
            "Expected only words that the line uses, found one too many (I, J, K, R, P or L)");
      }
    }
  }

  private boolean consistent() {
    int nonModal = block.code(MillBlock.NON_MODAL);
    int wanted = block.code(MillBlock.MOTION);
    boolean nonModalAxes =
        nonModal == 100 || nonModal == 280 || nonModal == 300 || nonModal == 920 || nonModal == 520;
    boolean lengthAxes = block.code(MillBlock.TOOL_LENGTH) == 431;
    if (wanted != MillBlock.NONE
        && wanted != 800
        && (nonModalAxes || (lengthAxes && block.hasAxis()))) {
      report.error(
          Rule.AXIS_CONFLICT,
          0,
          "Expected one command that uses the axes, found two. Give each its own line");
    } else if (block.has('F') && block.value('F') < 0) {
      report.error(
          Rule.NEGATIVE_VALUE,
          0,
          "Expected a feed above 0, found F" + LineReport.number(block.value('F')));
    } else if (block.has('S') && block.value('S') < 0) {
      report.error(
          Rule.NEGATIVE_VALUE,
          0,
          "Expected a spindle speed of at least 0, found S" + LineReport.number(block.value('S')));
    } else if (nonModal == 40 && !block.has('P')) {
      report.error(Rule.MISSING_VALUE, 0, "Expected P with the seconds of G4, found none");
    } else if (nonModal == 40 && block.value('P') < 0) {
      report.error(Rule.NEGATIVE_VALUE, 0, "Expected at least 0 seconds for G4");
    } else if (block.machineCoordinates && relativeAfter() && dialect == Dialect.LINUXCNC) {
      report.error(Rule.AXIS_CONFLICT, 0, "Expected G90 beside G53, found G91");
    }
    return !report.broken();
  }

  private boolean relativeAfter() {
    int code = block.code(MillBlock.DISTANCE);
    return code == 910 || (code == MillBlock.NONE && modes.relative);
  }

  private void feedMode() {
    int code = block.code(MillBlock.FEED_MODE);
    if (code != MillBlock.NONE) {
      if (modes.inverseTime && code == 940) {
        modes.feed = 0;
      }
      modes.inverseTime = code == 930;
      modes.perRevolution = code == 950;
    }
  }

  private void spindleSpeed() {
    if (!block.has('S')) {
      return;
    }
    if (modes.spindleOn && block.value('S') != modes.spindle && !planner.limits().laser) {
      planner.stop();
    }
    modes.spindle = block.value('S');
    if (modes.spindle > machine.spindleRpm() && findings.wants(Rule.SPINDLE_ABOVE_LIMIT)) {
      findings.add(
          Rule.SPINDLE_ABOVE_LIMIT,
          0,
          "Expected at most %.0f rpm on %s, found S%.0f: it will turn slower. Lower S or the feed: %s"
              .formatted(machine.spindleRpm(), machine.name(), modes.spindle, report.text()));
    }
    tally.spindleMax = Math.max(tally.spindleMax, modes.spindle);
  }

  private void tool() {
    if (block.has('T')) {
      tally.tools.set((int) Math.clamp(block.value('T'), 0, 100_000));
    }
    if (block.code(MillBlock.TOOL_CHANGE) == 6) {
      planner.stop();
      tally.toolChanges++;
      modes.spindleOn = false;
      if (findings.wants(Rule.WAITS_FOR_PERSON)) {
        findings.add(
            Rule.WAITS_FOR_PERSON,
            0,
            "The tool is changed here; that time is not counted: " + report.text());
      }
    }
  }

  private void spindleDirection() {
    int code = block.code(MillBlock.SPINDLE);
    if (code != MillBlock.NONE) {
      boolean on = code == 3 || code == 4;
      if (on != modes.spindleOn || !planner.limits().laser) {
        planner.stop();
      }
      modes.spindleOn = on;
    }
    if (modes.spindleOn && machine.spindleRpm() <= 0 && findings.wants(Rule.NO_SPINDLE)) {
      findings.add(
          Rule.NO_SPINDLE,
          0,
          "Expected no M3 or M4, since "
              + machine.name()
              + " has no spindle that it can switch: "
              + report.text());
    }
    if (block.code(MillBlock.OTHER_M) >= 100) {
      tally.macros++;
      if (findings.wants(Rule.OPAQUE_COMMAND)) {
        findings.add(
            Rule.OPAQUE_COMMAND,
            0,
            "A command of this machine's owner runs here; what it does is not in the program: "
                + report.text());
      }
    }
    if (block.code(MillBlock.COOLANT) != MillBlock.NONE) {
      planner.stop();
    }
  }

  private void dwell() {
    double seconds = block.value('P');
    if (seconds >= 100 && findings.wants(Rule.DWELL_UNIT)) {
      findings.add(
          Rule.DWELL_UNIT,
          0,
          "P counts seconds here; found so many that milliseconds may be meant. Divide by 1000: "
              + report.text());
    }
    if (dialect.realtimeBytes()) {
      seconds = Math.ceil(seconds * 20 - 1e-9) * 0.05;
    }
    tally.dwellSeconds += seconds;
    planner.stop();
  }

  private void modes() {
    int code = block.code(MillBlock.PLANE);
    if (code != MillBlock.NONE) {
      modes.plane = code / 10;
      arc.plane(modes.plane);
    }
    code = block.code(MillBlock.CUTTER);
    if (code > 400 && findings.wants(Rule.OPAQUE_COMMAND)) {
      findings.add(
          Rule.OPAQUE_COMMAND,
          0,
          "The path is shifted by the radius of the tool, which the program does not tell: box and time are those of the part: "
              + report.text());
    }
    code = block.code(MillBlock.UNITS);
    if (code != MillBlock.NONE) {
      modes.unit = code == 200 ? 25.4 : 1;
      modes.unitStated = true;
    }
    toolLength(block.code(MillBlock.TOOL_LENGTH));
    code = block.code(MillBlock.COORDINATES);
    if (code != MillBlock.NONE) {
      where.select(code < 591 ? (code - 540) / 10 : 6 + code - 591);
    }
    code = block.code(MillBlock.DISTANCE);
    modes.relative = code == MillBlock.NONE ? modes.relative : code == 910;
    code = block.code(MillBlock.ARC_DISTANCE);
    modes.absoluteCenter = code == MillBlock.NONE ? modes.absoluteCenter : code == 901;
    code = block.code(MillBlock.RETURN);
    modes.returnToR = code == MillBlock.NONE ? modes.returnToR : code == 990;
    code = block.code(MillBlock.DIAMETER);
    modes.diameter = code == MillBlock.NONE ? modes.diameter : code == 70;
  }

  private void toolLength(int code) {
    if (code == 431) {
      for (int axis = 0; axis < 3; axis++) {
        if (block.has('X' + axis)) {
          where.toolLength(axis, block.value('X' + axis) * modes.unit);
        }
      }
    } else if (code == 490) {
      for (int axis = 0; axis < 3; axis++) {
        where.toolLength(axis, 0);
      }
    }
  }

  private void nonModal() {
    int code = block.code(MillBlock.NON_MODAL);
    switch (code) {
      case 100 -> setCoordinates();
      case 280, 300 -> goToStored(code == 280 ? 0 : 1);
      case 281, 301 -> {
        writesSettings("G28.1 and G30.1 store a position");
        where.store(code == 281 ? 0 : 1);
      }
      case 920 -> {
        if (!block.hasAxis()) {
          report.error(Rule.AXIS_MISSING, 0, "Expected an axis beside G92, found none");
        }
        for (int axis = 0; axis < 3; axis++) {
          if (block.has('X' + axis)) {
            where.here(axis, block.value('X' + axis) * modes.unit);
          }
        }
      }
      case 921, 922, 923 -> where.shiftCommand(code);
      default -> {
        // dwell is done, and nothing else acts here
      }
    }
  }

  private void writesSettings(String what) {
    if (dialect.realtimeBytes() && findings.wants(Rule.FORBIDDEN_COMMAND)) {
      findings.add(
          Rule.FORBIDDEN_COMMAND,
          0,
          "Expected nothing that is kept in the machine after the job; "
              + what
              + ". Remove it: "
              + report.text());
    }
  }

  private void setCoordinates() {
    int kind = (int) block.value('L', 0);
    int number = (int) block.value('P', -1);
    if (!block.has('P') || !block.has('L') || number < 0 || number > 9) {
      report.error(Rule.MISSING_VALUE, 0, "Expected G10 with L2 or L20 and P0 to P9");
      return;
    }
    if (kind != 2 && kind != 20) {
      if (dialect != Dialect.LINUXCNC) {
        report.error(Rule.UNSUPPORTED_COMMAND, 0, "Expected G10 L2 or L20, found L" + kind);
      }
      return; // tool tables: their lengths are not in the program
    }
    writesSettings("G10 stores a coordinate system");
    int system = number == 0 ? where.selected() : number - 1;
    for (int axis = 0; axis < 3; axis++) {
      if (block.has('X' + axis)) {
        double value = block.value('X' + axis) * modes.unit;
        where.setSystem(
            system,
            axis,
            kind == 2
                ? value
                : where.at[axis] - value - where.shift(axis) - where.toolLength(axis));
      }
    }
  }

  private void goToStored(int which) {
    boolean any = block.hasXyz();
    if (any) {
      motion.target();
      motion.line(target, true);
    }
    for (int axis = 0; axis < 3; axis++) {
      target[axis] = !any || block.has('X' + axis) ? where.stored(which, axis) : where.at[axis];
    }
    motion.line(target, true);
  }

  private void stop() {
    int code = block.code(MillBlock.STOP);
    if (code == MillBlock.NONE || report.broken()) {
      return;
    }
    planner.stop();
    if (code == 2 || code == 30) {
      lines.markEnd();
      modes.spindleOn = false;
      modes.relative = false;
      modes.inverseTime = false;
      arc.plane(17);
      where.select(0);
      modes.motion = 10;
    } else {
      tally.pauses++;
      if (findings.wants(Rule.WAITS_FOR_PERSON)) {
        findings.add(
            Rule.WAITS_FOR_PERSON,
            0,
            "The machine waits here until a person goes on; that time is not counted: "
                + report.text());
      }
    }
  }

  void finish() {
    WholeProgram.checkMill(tally, machine, findings);
    WholeProgram.checkUnits(tally, modes.unit > 1, modes.unitStated, findings);
  }

  /** Where the tool stands along an axis, in the program's own unit and zero point. */
  double programmed(int axis) {
    return (where.at[axis] - where.offset(axis)) / modes.unit;
  }
}
