package org.vicinal.gcode.meaning;

import org.vicinal.gcode.time.Arc;
import org.vicinal.gcode.time.Planner;

/** Moves of a mill: lines, arcs, curves, drilling cycles and probing, in machine millimetres. */
final class MillMotion {
  /** Millimetres per second that no machine reaches: its limits decide. */
  private static final double AS_FAST_AS_IT_GOES = 1e5;

  /** Millimetres per second; GRBL goes no slower than 1 mm/min. */
  private static final double SLOWEST = 1.0 / 60;

  /** Where the line goes; scratch space for its machine too. */
  final double[] target = new double[3];

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
  private final Spindle spindle;
  private final Threading threading = new Threading();
  private final MillArc arcs;

  MillMotion(
      MillInterpreter lines,
      MillBlock block,
      MillModes modes,
      Coordinates where,
      Spindle spindle,
      LineReport report) {
    this.block = block;
    this.spindle = spindle;
    this.modes = modes;
    this.where = where;
    this.report = report;
    planner = lines.planner;
    tally = lines.tally;
    findings = lines.findings;
    arc = lines.arc;
    arcs = new MillArc(lines, block, modes, where, report);
  }

  /** Where the words of the line lead. */
  void target() {
    for (int axis = 0; axis < 3; axis++) {
      target[axis] = block.has('X' + axis) ? target(axis) : where.at[axis];
    }
  }

  private double target(int axis) {
    double value = modes.millimetres(axis, block.axis(axis));
    if (block.machineCoordinates) {
      return value;
    }
    return modes.relative ? where.at[axis] + value : value + where.offset(axis);
  }

  /** Moves, by the motion in this line or the one in force. */
  void execute() {
    int wanted = block.code(MillBlock.MOTION);
    int nonModal = block.code(MillBlock.NON_MODAL);
    boolean axesTaken =
        nonModal == 100
            || nonModal == 280
            || nonModal == 300
            || nonModal == 520
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
          arcs.run(modes.motion == 20, target, this);
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
    boolean again = block.code(MillBlock.MOTION) == MillBlock.NONE;
    if (Spline.isSpline(modes.motion)) {
      if (feedReady() && !spline.run(modes.motion, block, target, again, this)) {
        report.error(
            Rule.ARC_CENTER,
            0,
            "Expected the control points of the curve (I, J and for G5 also P, Q), found too few."
                + " Add them");
      }
    } else if (cycle.isCycle(modes.motion)) {
      if (feedReady()) {
        String wrong = cycle.run(modes.motion, block, again, this);
        if (!wrong.isEmpty()) {
          report.error(Rule.MISSING_VALUE, 0, wrong);
        }
      }
    } else if (Threading.isThread(modes.motion)) {
      String wrong = threading.run(modes, block, this);
      if (!wrong.isEmpty()) {
        report.error(Rule.THREAD, 0, wrong);
      }
    } else {
      report.error(
          Rule.UNSUPPORTED_COMMAND,
          0,
          "G"
              + LineReport.number(modes.motion / 10.0)
              + " is not understood here, so nobody can say where it goes. Export without");
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

  /** A straight move in machine millimetres; other axes go along. */
  void line(double[] to, boolean rapid) {
    double turned = block.hasOther() ? others() : 0;
    double length = distance(to);
    double rate = feedFor(length > 0 ? length : turned) / 60;
    lineAt(to, turned, rate, rapid);
  }

  /** A straight move that the other axes do not share. */
  void lineAlone(double[] to, boolean rapid) {
    lineAt(to, 0, feedFor(distance(to)) / 60, rapid);
  }

  /** A straight move at a feed of its own, in millimetres per minute. */
  void cutAt(double[] to, double mmPerMin) {
    lineAt(to, 0, mmPerMin / 60, false);
  }

  private void lineAt(double[] to, double turned, double rate, boolean rapid) {
    tally.line(to[0], to[1], to[2], 0, !rapid);
    planner.line(
        to[0], to[1], to[2], turned, rapid ? AS_FAST_AS_IT_GOES : Math.max(rate, SLOWEST), rapid);
    System.arraycopy(to, 0, where.at, 0, 3);
    if (!rapid) {
      spindle.cuts();
    }
  }

  private double distance(double[] to) {
    double dx = to[0] - where.at[0];
    double dy = to[1] - where.at[1];
    double dz = to[2] - where.at[2];
    return Math.sqrt(dx * dx + dy * dy + dz * dz);
  }

  /** Moves A to C and U to W as the line says; gives the longest way, in degrees or millimetres. */
  private double others() {
    double most = 0;
    for (int axis = 3; axis < MillBlock.ALL_AXES; axis++) {
      if (block.hasAxis(axis)) {
        double to = target(axis);
        most = Math.max(most, Math.abs(to - where.at[axis]));
        where.at[axis] = to;
      }
    }
    if (findings.wants(Rule.EXTRA_AXIS)) {
      findings.add(
          Rule.EXTRA_AXIS,
          0,
          "A, B, C, U, V or W moves too; it is in the time but not in the box. Ask whether the"
              + " machine has it: "
              + report.text());
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

  /** Cuts along an arc whose centre and sweep are known. */
  void cutArc(Arc arc) {
    tally.arc(arc);
    arc.extrusion = block.hasOther() ? others() : 0;
    double rate = modes.inverseTime ? block.value('F', 0) * arc.length() : feedFor(0);
    planner.arc(arc, Math.max(rate / 60, SLOWEST));
    System.arraycopy(arc.to, 0, where.at, 0, 3);
    spindle.cuts();
  }

  double unit() {
    return modes.unit;
  }

  boolean relative() {
    return modes.relative;
  }

  boolean inverseTime() {
    return modes.inverseTime;
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

  /** A person takes the tool out of the hole. */
  void pause() {
    tally.pauses++;
    planner.stop();
  }

  void dwellFor(double seconds) {
    tally.dwellSeconds += Math.max(0, seconds);
    planner.stop();
  }
}
