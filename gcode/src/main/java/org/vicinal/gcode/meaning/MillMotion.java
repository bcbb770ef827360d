package org.vicinal.gcode.meaning;

import org.vicinal.gcode.Dialect;
import org.vicinal.gcode.MachineLimits;
import org.vicinal.gcode.time.Arc;
import org.vicinal.gcode.time.Planner;

/** Moves of a mill: lines, arcs, curves, drilling cycles and probing, in machine millimetres. */
final class MillMotion {
  /** Where the line goes; scratch space for its machine too. */
  final double[] target = new double[3];

  private final Dialect dialect;
  private final MachineLimits machine;
  private final Planner planner;
  private final Tally tally;
  private final Findings findings;
  private final LineReport report;
  private final Arc arc;
  private final MillBlock block;
  private final MillModes modes;
  private final Coordinates where;
  private final CannedCycle cycle = new CannedCycle();
  private final Spline spline = new Spline();
  private final double[] offset = new double[3];
  private final double[] turn = new double[3];
  private boolean cutWithoutSpindle;

  MillMotion(
      MillInterpreter lines,
      MillBlock block,
      MillModes modes,
      Coordinates where,
      LineReport report) {
    this.block = block;
    this.modes = modes;
    this.where = where;
    this.report = report;
    dialect = lines.dialect;
    machine = lines.machine;
    planner = lines.planner;
    tally = lines.tally;
    findings = lines.findings;
    arc = lines.arc;
  }

  void target() {
    for (int axis = 0; axis < 3; axis++) {
      int letter = 'X' + axis;
      if (!block.has(letter)) {
        target[axis] = where.at[axis];
      } else {
        double value = block.value(letter) * modes.unit;
        if (axis == 0 && modes.diameter) {
          value /= 2;
        }
        if (modes.relative && !block.machineCoordinates) {
          target[axis] = where.at[axis] + value;
        } else {
          target[axis] = block.machineCoordinates ? value : value + where.offset(axis);
        }
      }
    }
  }

  /** Moves, by the motion in this line or the one in force. */
  void execute() {
    int wanted = block.code(MillBlock.MOTION);
    int nonModal = block.code(MillBlock.NON_MODAL);
    boolean axesTaken =
        nonModal == 100
            || nonModal == 280
            || nonModal == 300
            || nonModal == 920
            || block.code(MillBlock.TOOL_LENGTH) == 431;
    if (wanted != MillBlock.NONE) {
      modes.motion = wanted;
      if (wanted < 730) {
        cycle.forget();
      }
    }
    if (axesTaken
        || (!block.hasAxis() && (wanted == MillBlock.NONE || wanted < 20 || wanted == 800))) {
      return;
    }
    target();
    switch (modes.motion) {
      case 0 -> line(target, true);
      case 10 -> {
        if (feedReady()) {
          line(target, false);
        }
      }
      case 20, 30 -> {
        if (feedReady()) {
          arc(modes.motion == 20);
        }
      }
      case 382, 383, 384, 385 -> probe();
      case 800 ->
          report.error(
              Rule.AXIS_CONFLICT,
              0,
              "Expected a motion such as G1 for the axis words, found none in force");
      default -> special();
    }
  }

  private void special() {
    if (Spline.isSpline(modes.motion)) {
      boolean again = block.code(MillBlock.MOTION) == MillBlock.NONE;
      if (feedReady() && !spline.run(modes.motion, block, target, again, this)) {
        report.error(
            Rule.ARC_CENTER,
            0,
            "Expected the control points of the curve (I, J and for G5 also P, Q), found too few");
      }
    } else if (cycle.isCycle(modes.motion)) {
      if (feedReady() && !cycle.run(modes.motion, block, this)) {
        report.error(
            Rule.MISSING_VALUE,
            0,
            "Expected a drilling cycle with R, Z and for pecking Q, of at most some million moves, found another");
      }
    } else {
      report.error(
          Rule.UNSUPPORTED_COMMAND,
          0,
          "G"
              + LineReport.number(modes.motion / 10.0)
              + " is not understood here, so nobody can say where it goes");
    }
  }

  private boolean feedReady() {
    boolean ready = modes.inverseTime ? block.value('F', 0) > 0 : modes.feed > 0;
    if (!ready) {
      report.error(
          Rule.NO_FEED,
          0,
          modes.inverseTime
              ? "Expected F in every line of G93, found none"
              : "Expected a feed (F) before the first cut, found none");
    }
    return ready;
  }

  private void probe() {
    planner.stop();
    tally.homings++;
    if (findings.wants(Rule.NOT_COUNTED)) {
      findings.add(
          Rule.NOT_COUNTED,
          0,
          "The machine probes here; where it stops is not known: " + report.text());
    }
  }

  /** A straight move in machine millimetres; LinuxCNC's turning axes go along. */
  void line(double[] to, boolean rapid) {
    double turned = turned();
    double length =
        Math.sqrt(
            square(to[0] - where.at[0])
                + square(to[1] - where.at[1])
                + square(to[2] - where.at[2]));
    double rate = feedFor(length > 0 ? length : turned) / 60;
    tally.line(to[0], to[1], to[2], 0, !rapid);
    planner.line(to[0], to[1], to[2], turned, rate, rapid);
    System.arraycopy(to, 0, where.at, 0, 3);
    if (!rapid) {
      checkSpindle();
    }
  }

  private static double square(double value) {
    return value * value;
  }

  private double turned() {
    double most = 0;
    for (int axis = 0; axis < 3; axis++) {
      if (block.has('A' + axis)) {
        double to = modes.relative ? turn[axis] + block.value('A' + axis) : block.value('A' + axis);
        most = Math.max(most, Math.abs(to - turn[axis]));
        turn[axis] = to;
      }
    }
    return most;
  }

  /** Millimetres per minute; one over minutes under G93. */
  private double feedFor(double length) {
    if (modes.inverseTime) {
      return block.value('F', 0) * length;
    }
    return modes.perRevolution ? modes.feed * modes.spindle : modes.feed;
  }

  private void checkSpindle() {
    if (!modes.spindleOn && !cutWithoutSpindle && machine.spindleRpm() > 0) {
      cutWithoutSpindle = true;
      findings.add(
          Rule.SPINDLE_OFF,
          0,
          "Expected the spindle on (M3 S...) before the first cut, found it off. Start it by hand or add M3: "
              + report.text());
    }
  }

  private void arc(boolean clockwise) {
    System.arraycopy(where.at, 0, arc.from, 0, 3);
    System.arraycopy(target, 0, arc.to, 0, 3);
    boolean inPlane = block.has('X' + arc.axis0) || block.has('X' + arc.axis1);
    boolean centered = block.has('I' + arc.axis0) || block.has('I' + arc.axis1);
    if (!inPlane && (dialect.realtimeBytes() || !centered)) {
      report.error(
          Rule.AXIS_MISSING,
          0,
          "Expected the end of the arc in its plane (G" + modes.plane + "), found none");
      return;
    }
    if (block.has('P') && dialect == Dialect.GRBL) {
      report.error(
          Rule.UNUSED_WORD, 0, "Expected no P beside an arc, found one; GRBL turns at most once");
      return;
    }
    String wrong;
    if (block.has('R')) {
      wrong = ArcRules.centerFromRadius(arc, block.value('R') * modes.unit, clockwise);
    } else if (!centered) {
      wrong = "Expected a centre (I, J, K) or a radius (R), found neither";
    } else {
      center();
      wrong = ArcRules.mismatch(arc);
    }
    if (!wrong.isEmpty()) {
      report.error(block.has('R') || centered ? Rule.ARC_RADIUS : Rule.ARC_CENTER, 0, wrong);
      return;
    }
    arc.extrusion = 0;
    arc.derive(clockwise, (int) Math.clamp(block.value('P', 1), 1, 10_000));
    tally.arc(arc);
    double rate = modes.inverseTime ? block.value('F', 0) * arc.length() : feedFor(0);
    planner.arc(arc, rate / 60);
    System.arraycopy(arc.to, 0, where.at, 0, 3);
    checkSpindle();
  }

  private void center() {
    for (int axis = 0; axis < 3; axis++) {
      double value = block.value('I' + axis, 0) * modes.unit;
      offset[axis] = modes.absoluteCenter ? value + where.offset(axis) : where.at[axis] + value;
    }
    arc.center0 = offset[arc.axis0];
    arc.center1 = offset[arc.axis1];
  }

  double unit() {
    return modes.unit;
  }

  boolean relative() {
    return modes.relative;
  }

  boolean returnToR() {
    return modes.returnToR;
  }

  Coordinates where() {
    return where;
  }

  int planeAxis(int index) {
    return index == 0 ? arc.axis0 : index == 1 ? arc.axis1 : arc.axis2;
  }

  void dwellFor(double seconds) {
    tally.dwellSeconds += Math.max(0, seconds);
    planner.stop();
  }
}
