package org.vicinal.gcode.meaning;

import org.vicinal.gcode.Dialect;
import org.vicinal.gcode.time.Arc;

/** G2 and G3 of a mill: what the words of an arc must say, and where its centre is. */
final class MillArc {
  private static final int MOST_TURNS = 10_000;

  private final Dialect dialect;
  private final Arc arc;
  private final MillBlock block;
  private final MillModes modes;
  private final Coordinates where;
  private final LineReport report;

  MillArc(
      MillInterpreter lines,
      MillBlock block,
      MillModes modes,
      Coordinates where,
      LineReport report) {
    dialect = lines.dialect;
    arc = lines.arc;
    this.block = block;
    this.modes = modes;
    this.where = where;
    this.report = report;
  }

  /** Cuts to {@code target}, or reports why not. */
  void run(boolean clockwise, double[] target, MillMotion motion) {
    System.arraycopy(where.at, 0, arc.from, 0, 3);
    System.arraycopy(target, 0, arc.to, 0, 3);
    boolean inPlane = block.has('X' + arc.axis0) || block.has('X' + arc.axis1);
    boolean centered = block.has('I' + arc.axis0) || block.has('I' + arc.axis1);
    if (!inPlane && (dialect.realtimeBytes() || !centered)) {
      report.error(
          Rule.AXIS_MISSING,
          0,
          "Expected the end of the arc in its plane (G" + modes.plane + "), found none. Add it");
    } else if (block.has('P') && dialect == Dialect.GRBL) {
      report.error(
          Rule.UNUSED_WORD,
          0,
          "Expected no P beside an arc, found one; GRBL turns at most once. Remove it");
    } else if (block.has('P') && (block.value('P') < 1 || block.value('P') % 1 != 0)) {
      report.error(
          Rule.ARC_RADIUS, 0, "Expected P as a whole number of turns, found another. Correct it");
    } else {
      String wrong = center(centered, clockwise);
      if (wrong.isEmpty()) {
        arc.extrusion = 0;
        arc.derive(clockwise, (int) Math.clamp(block.value('P', 1), 1, MOST_TURNS));
        motion.cutArc(arc);
      } else {
        boolean stated = block.has('R') || centered;
        report.error(stated ? Rule.ARC_RADIUS : Rule.ARC_CENTER, 0, wrong);
      }
    }
  }

  /** Finds the centre; what is wrong, or nothing. */
  private String center(boolean centered, boolean clockwise) {
    if (block.has('R')) {
      return centered && dialect != Dialect.GRBL
          ? "Expected a radius (R) or a centre (I, J, K), found both. Choose one"
          : ArcRules.centerFromRadius(arc, block.value('R') * modes.unit, clockwise);
    }
    if (block.has('I' + arc.axis2) && dialect == Dialect.LINUXCNC) {
      return "Expected a centre in the plane of the arc, found a word beside it. Remove it";
    }
    if (!centered) {
      return "Expected a centre (I, J, K) or a radius (R), found neither. Add one";
    }
    arc.center0 = center(arc.axis0);
    arc.center1 = center(arc.axis1);
    return ArcRules.mismatch(arc);
  }

  private double center(int axis) {
    double value = block.value('I' + axis, 0) * modes.unit;
    return modes.absoluteCenter ? value + where.offset(axis) : where.at[axis] + value;
  }
}
