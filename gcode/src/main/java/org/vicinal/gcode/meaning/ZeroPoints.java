package org.vicinal.gcode.meaning;

import org.vicinal.gcode.Dialect;

/** Commands of a mill that move the zero point and not the tool, and G28 and G30. */
final class ZeroPoints {
  private final Dialect dialect;
  private final Findings findings;
  private final LineReport report;
  private final MillBlock block;
  private final MillModes modes;
  private final Coordinates where;
  private final ToolTable tools;
  private final MillMotion motion;

  ZeroPoints(
      MillInterpreter lines,
      MillBlock block,
      MillModes modes,
      Coordinates where,
      ToolTable tools,
      MillMotion motion,
      LineReport report) {
    dialect = lines.dialect;
    findings = lines.findings;
    this.block = block;
    this.modes = modes;
    this.where = where;
    this.tools = tools;
    this.motion = motion;
    this.report = report;
  }

  /** Executes the line's code of this kind, if it has one. */
  void execute() {
    int code = block.code(MillBlock.NON_MODAL);
    switch (code) {
      case 100 -> set();
      case 280, 300 -> goToStored(code == 280 ? 0 : 1);
      case 281, 301 -> {
        writesSettings("G28.1 and G30.1 store a position");
        where.store(code == 281 ? 0 : 1);
      }
      case 520, 920 -> shift(code == 520);
      case 921, 922, 923 -> where.shiftCommand(code);
      default -> {
        // dwell is done, and nothing else acts here
      }
    }
  }

  /** G52 adds to every system; G92 says what is here. */
  private void shift(boolean local) {
    if (!block.hasAxis()) {
      report.error(Rule.AXIS_MISSING, 0, "Expected an axis beside G92 or G52, found none. Add it");
    }
    for (int axis = 0; axis < MillBlock.ALL_AXES; axis++) {
      if (block.hasAxis(axis)) {
        double value = millimetres(axis);
        if (local) {
          where.shift(axis, value);
        } else {
          where.here(axis, value);
        }
      }
    }
  }

  private double millimetres(int axis) {
    return modes.millimetres(axis, block.axis(axis));
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

  /** G10 L2 and L20 set a coordinate system, L1, L10 and L11 the length of a tool. */
  private void set() {
    int kind = (int) block.value('L', 0);
    double number = block.value('P', -1);
    boolean system = kind == 2 || kind == 20;
    boolean tool = (kind == 1 || kind == 10 || kind == 11) && dialect != Dialect.GRBL;
    int most = dialect == Dialect.GRBL ? 6 : system ? Coordinates.SYSTEMS : 100_000;
    if (!system && !tool) {
      report.error(
          Rule.UNSUPPORTED_COMMAND,
          0,
          "Expected G10 L2 or L20, found L" + kind + ". Set the zero point on the machine");
    } else if (!block.has('P') || number < 0 || number > most || number != Math.rint(number)) {
      report.error(Rule.MISSING_VALUE, 0, "Expected G10 with P from 0 to " + most + ". Correct P");
    } else if (system && block.has('R') && block.value('R') != 0) {
      report.error(
          Rule.UNSUPPORTED_COMMAND,
          0,
          "Expected a coordinate system that is not turned, found R beside G10. Turn the part in the program");
    } else if (!block.hasAxis() && dialect.realtimeBytes()) {
      report.error(Rule.AXIS_MISSING, 0, "Expected an axis beside G10, found none. Add it");
    } else {
      writesSettings("G10 stores a coordinate system or a tool");
      set(kind, (int) number);
    }
  }

  private void set(int kind, int number) {
    int system = number == 0 ? where.selected() : number - 1;
    for (int axis = 0; axis < MillBlock.ALL_AXES; axis++) {
      if (block.hasAxis(axis)) {
        double value = millimetres(axis);
        double here = where.at[axis] - value - where.shift(axis);
        switch (kind) {
          case 2 -> where.setSystem(system, axis, value);
          case 20 -> where.setSystem(system, axis, here - where.toolLength(axis));
          case 1 -> tools.set(number, axis, value);
          case 10 -> tools.set(number, axis, here - where.system(where.selected(), axis));
          default ->
              tools.set(
                  number,
                  axis,
                  where.at[axis] - value - where.system(Coordinates.SYSTEMS - 1, axis));
        }
      }
    }
  }

  private void goToStored(int which) {
    boolean any = block.hasAxis();
    double[] target = motion.target;
    if (block.hasXyz()) {
      motion.target();
      motion.line(target, true);
    }
    for (int axis = 0; axis < MillBlock.ALL_AXES; axis++) {
      double to = !any || block.hasAxis(axis) ? where.stored(which, axis) : where.at[axis];
      if (axis < 3) {
        target[axis] = to;
      } else {
        where.at[axis] = to;
      }
    }
    motion.lineAlone(target, true);
  }

  /** G43, G43.1, G43.2 and G49: the tool reaches so much further. */
  void toolLength() {
    int code = block.code(MillBlock.TOOL_LENGTH);
    if (code == 431 && dialect == Dialect.GRBL && !onlyZ()) {
      report.error(
          Rule.AXIS_CONFLICT, 0, "Expected Z and no other axis beside G43.1 on GRBL. Correct it");
      return;
    }
    int tool = block.has('H') ? (int) Math.clamp(block.value('H'), 0, 100_000) : tools.loaded;
    if ((code == 430 || code == 432) && !tools.knows(tool)) {
      sayUnknown(tool);
    }
    for (int axis = 0; axis < MillBlock.ALL_AXES; axis++) {
      switch (code) {
        case 430 -> where.toolLength(axis, tools.length(tool, axis));
        case 431 -> {
          if (block.hasAxis(axis)) {
            where.toolLength(axis, millimetres(axis));
          }
        }
        case 432 -> where.toolLength(axis, where.toolLength(axis) + tools.length(tool, axis));
        case 490 -> where.toolLength(axis, 0);
        default -> {
          return;
        }
      }
    }
  }

  private boolean onlyZ() {
    return block.has('Z') && !block.has('X') && !block.has('Y');
  }

  private void sayUnknown(int tool) {
    if (findings.wants(Rule.TOOL_LENGTH_UNKNOWN)) {
      findings.add(
          Rule.TOOL_LENGTH_UNKNOWN,
          0,
          "Expected the length of tool "
              + tool
              + " in the program (G10 L1), found none: it is in the machine's tool table, and Z here is the tip's of a tool of length 0. Check the table: "
              + report.text());
    }
  }
}
