package org.vicinal.gcode.meaning;

import org.vicinal.gcode.Dialect;
import org.vicinal.gcode.time.Arc;
import org.vicinal.gcode.time.Planner;

/**
 * Executes the words of one line in RS-274's order, whatever their order in the line: modes,
 * spindle, zero points, motion.
 */
final class MillMachine implements Parameters.Live {
  private final MillInterpreter lines;
  private final Dialect dialect;
  private final Planner planner;
  private final Tally tally;
  private final Findings findings;
  private final LineReport report;
  private final Arc arc;
  private final MillBlock block;
  private final MillModes modes = new MillModes();
  private final Coordinates where = new Coordinates();
  private final ToolTable tools = new ToolTable();
  private final BlockRules rules;
  private final Spindle spindle;
  private final MillMotion motion;
  private final ZeroPoints zero;
  private final KeptModes kept;

  MillMachine(MillInterpreter lines, MillBlock block, LineReport report) {
    this.lines = lines;
    this.block = block;
    this.report = report;
    dialect = lines.dialect;
    planner = lines.planner;
    tally = lines.tally;
    findings = lines.findings;
    arc = lines.arc;
    modes.motion = dialect == Dialect.LINUXCNC ? 800 : 0;
    modes.returnToR = dialect == Dialect.LINUXCNC;
    rules = new BlockRules(dialect, block, modes, report);
    spindle = new Spindle(lines, block, modes, tools, report);
    motion = new MillMotion(lines, block, modes, where, spindle, report);
    zero = new ZeroPoints(lines, block, modes, where, tools, motion, report);
    kept = new KeptModes(modes, where, report);
  }

  /**
   * In the order of RS-274.
   *
   * @param depth how many subroutines deep the line stands
   */
  void execute(int depth) {
    if (!rules.hold()) {
      return;
    }
    feedMode();
    if (block.has('F') && !modes.inverseTime) {
      feed();
    }
    spindle.execute();
    others(depth);
    if (block.code(MillBlock.NON_MODAL) == 40) {
      dwell();
    }
    modes();
    zero.execute();
    if (!report.broken()) {
      motion.execute();
    }
    if (!report.broken()) {
      rules.afterwards();
    }
    stop();
  }

  /** A subroutine of this depth is over. */
  void returned(int depth) {
    kept.returned(depth);
    arc.plane(modes.plane);
  }

  private void feed() {
    int unit = block.code(MillBlock.UNITS);
    boolean inches = unit == 200 || (unit == MillBlock.NONE && modes.unit > 1);
    modes.feed = block.value('F') * (inches ? 25.4 : 1);
    tally.maxFeed = Math.max(tally.maxFeed, modes.feed);
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

  private void others(int depth) {
    if (block.code(MillBlock.KEPT) != MillBlock.NONE) {
      kept.execute(block.code(MillBlock.KEPT), depth);
      arc.plane(modes.plane);
    }
    if (block.code(MillBlock.OTHER_M) >= 100) {
      tally.macros++;
      if (findings.wants(Rule.OPAQUE_COMMAND)) {
        findings.add(
            Rule.OPAQUE_COMMAND,
            0,
            "A command of this machine's owner runs here; what it does is not in the program. Ask"
                + " the owner: "
                + report.text());
      }
    }
    int coolant = block.code(MillBlock.COOLANT);
    if (coolant != MillBlock.NONE) {
      planner.stop();
    }
    boolean built = coolant == 7 || block.code(MillBlock.OVERRIDE) == 56;
    if (dialect == Dialect.GRBL && built && findings.wants(Rule.BUILD_OPTION)) {
      findings.add(
          Rule.BUILD_OPTION,
          0,
          "Expected M8 or M9, found M7 or M56, at which GRBL stops (error 20) unless it was built"
              + " for it. Ask the workshop, or export without: "
              + report.text());
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
    code = block.code(MillBlock.UNITS);
    if (code != MillBlock.NONE) {
      modes.unit = code == 200 ? 25.4 : 1;
      modes.unitStated = true;
    }
    if (block.code(MillBlock.CUTTER) > 400) {
      report.error(
          Rule.UNSUPPORTED_COMMAND,
          0,
          "Expected the path of the tool's centre, found G41 or G42, which shift it by a radius"
              + " that the program does not tell. Let the post-processor compensate");
    }
    if (block.code(MillBlock.TOOL_LENGTH) != MillBlock.NONE) {
      zero.toolLength();
    }
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
      modes.plane = 17;
      arc.plane(17);
      where.select(0);
      modes.motion = 10;
    } else {
      tally.pauses++;
      if (findings.wants(Rule.WAITS_FOR_PERSON)) {
        findings.add(
            Rule.WAITS_FOR_PERSON,
            0,
            "The machine waits here until a person goes on; that time is not counted. Be there: "
                + report.text());
      }
    }
  }

  void finish() {
    WholeProgram.checkMill(tally, lines.machine, findings);
    WholeProgram.checkUnits(tally, modes.unit > 1, modes.unitStated, findings);
  }

  /** The value of a parameter that the machine keeps, such as #5420; NaN if it keeps none. */
  @Override
  public double number(int number) {
    int axis = number % 20 - 1;
    if (number >= 5401 && number <= 5409) {
      return programmedOf(number - 5401, where.toolLength(number - 5401));
    }
    if (number >= 5420 && number <= 5428) {
      int i = number - 5420;
      return programmedOf(i, where.at[i] - where.offset(i));
    }
    if (number == 5220) {
      return where.selected() + 1.0;
    }
    if (number == 5400) {
      return tools.loaded;
    }
    if (number < 5161 || number > 5389 || axis < 0 || axis >= MillBlock.ALL_AXES) {
      return Double.NaN;
    }
    return switch (number / 20) {
      case 258 -> programmedOf(axis, where.stored(0, axis));
      case 259 -> programmedOf(axis, where.stored(1, axis));
      case 260 -> programmedOf(axis, where.shift(axis));
      default -> {
        int system = number / 20 - 261;
        yield system < 0 || system >= Coordinates.SYSTEMS
            ? Double.NaN
            : programmedOf(axis, where.system(system, axis));
      }
    };
  }

  private double programmedOf(int axis, double millimetres) {
    return axis >= 3 && axis < 6 ? millimetres : millimetres / modes.unit;
  }

  /** The value of a name that the machine keeps, such as {@code _feed}; NaN if it keeps none. */
  @Override
  public double named(String name) {
    return switch (name) {
      case "_x", "_y", "_z", "_a", "_b", "_c", "_u", "_v", "_w" ->
          number(5420 + "xyzabcuvw".indexOf(name.charAt(1)));
      case "_feed" -> modes.feed / modes.unit;
      case "_rpm" -> modes.spindle;
      case "_metric" -> modes.unit == 1 ? 1 : 0;
      case "_imperial" -> modes.unit == 1 ? 0 : 1;
      case "_absolute" -> modes.relative ? 0 : 1;
      case "_incremental" -> modes.relative ? 1 : 0;
      case "_inverse_time" -> modes.inverseTime ? 1 : 0;
      case "_units_per_rev" -> modes.perRevolution ? 1 : 0;
      case "_units_per_minute" -> modes.inverseTime || modes.perRevolution ? 0 : 1;
      case "_motion_mode" -> modes.motion;
      case "_plane" -> modes.plane * 10.0;
      case "_coord_system" -> 540 + 10.0 * where.selected();
      case "_current_tool" -> tools.loaded;
      case "_selected_tool" -> tools.chosen;
      case "_lathe_diameter_mode" -> modes.diameter ? 1 : 0;
      case "_ijk_absolute_mode" -> modes.absoluteCenter ? 1 : 0;
      case "_retract_r_plane" -> modes.returnToR ? 1 : 0;
      case "_spindle_on" -> modes.spindleOn ? 1 : 0;
      case "_task", "_ccomp", "_call_level", "_remap_level" -> 0;
      case "_vmajor" -> 2.9;
      default -> Double.NaN;
    };
  }
}
