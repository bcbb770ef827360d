package org.vicinal.gcode.meaning;

import org.vicinal.gcode.Dialect;

/** What the words of one line of a mill must not be together, before and after it runs. */
final class BlockRules {
  private final Dialect dialect;
  private final MillBlock block;
  private final MillModes modes;
  private final LineReport report;

  BlockRules(Dialect dialect, MillBlock block, MillModes modes, LineReport report) {
    this.dialect = dialect;
    this.block = block;
    this.modes = modes;
    this.report = report;
  }

  /** Reports what cannot be executed at all; false if there is something. */
  boolean hold() {
    int nonModal = block.code(MillBlock.NON_MODAL);
    int wanted = block.code(MillBlock.MOTION);
    if (wanted != MillBlock.NONE && wanted != 800 && takesAxes(nonModal)) {
      report.error(
          Rule.AXIS_CONFLICT,
          0,
          "Expected one command that uses the axes, found two. Give each its own line");
    }
    notNegative('F', "a feed above 0");
    notNegative('S', "a spindle speed of at least 0");
    notNegative('T', "a tool of at least 0");
    if (block.hasParameter()) {
      notNegative('H', "a tool of at least 0");
      notNegative('D', "a tool of at least 0");
    }
    if (nonModal == 40) {
      if (!block.has('P')) {
        report.error(Rule.MISSING_VALUE, 0, "Expected P with the seconds of G4, found none");
      }
      notNegative('P', "at least 0 seconds for G4");
    }
    if (block.machineCoordinates) {
      machineCoordinates(wanted);
    }
    if (dialect == Dialect.LINUXCNC && block.hasParameter()) {
      unused(wanted, nonModal);
    }
    return !report.broken();
  }

  private boolean takesAxes(int nonModal) {
    return switch (nonModal) {
      case 100, 280, 300, 520, 920 -> true;
      default -> block.code(MillBlock.TOOL_LENGTH) == 431 && block.hasAxis();
    };
  }

  private void notNegative(int letter, String expected) {
    if (block.has(letter) && block.value(letter) < 0) {
      report.error(
          Rule.NEGATIVE_VALUE,
          0,
          "Expected "
              + expected
              + ", found "
              + (char) letter
              + LineReport.number(block.value(letter))
              + ". Correct it");
    }
  }

  private void machineCoordinates(int wanted) {
    int code = block.code(MillBlock.DISTANCE);
    boolean relative = code == 910 || (code == MillBlock.NONE && modes.relative);
    int motion = wanted == MillBlock.NONE ? modes.motion : wanted;
    if (relative && dialect == Dialect.LINUXCNC) {
      report.error(Rule.AXIS_CONFLICT, 0, "Expected G90 beside G53, found G91. Add G90");
    } else if (motion != 0 && motion != 10) {
      report.error(
          Rule.AXIS_CONFLICT, 0, "Expected G0 or G1 beside G53, found another motion. Correct it");
    }
  }

  /** rs274 stops at words that no command in the line or no motion in force uses. */
  private void unused(int wanted, int nonModal) {
    int motion = wanted == MillBlock.NONE && block.hasAxis() ? modes.motion : wanted;
    boolean arc = motion == 20 || motion == 30;
    boolean spline = motion >= 50 && motion <= 53;
    boolean cycle = motion == 730 || motion == 740 || (motion >= 810 && motion <= 890);
    boolean thread = motion == 760;
    boolean set = nonModal == 100;
    int other = block.code(MillBlock.OTHER_M);
    boolean owner = other >= 62;
    boolean tuned =
        block.code(MillBlock.OVERRIDE) != MillBlock.NONE
            || block.code(MillBlock.CONTROL) != MillBlock.NONE
            || block.code(MillBlock.SPINDLE_MODE) != MillBlock.NONE
            || block.code(MillBlock.TOOL_CHANGE) != MillBlock.NONE
            || block.code(MillBlock.SPINDLE) == 19;
    boolean length = block.code(MillBlock.TOOL_LENGTH) != MillBlock.NONE;
    boolean cutter = block.code(MillBlock.CUTTER) > 400;
    boolean bore = motion == 870;
    allow(arc || spline || thread || bore || set, "IJ");
    allow(arc || thread || bore || set || motion == 330 || motion == 331, "K");
    allow(cycle || set || thread || cutter || owner, "L");
    allow(cycle || set || arc || spline || thread || nonModal == 40 || tuned || owner, "P");
    allow(cycle || set || spline || thread || tuned || owner, "Q");
    allow(cycle || set || arc || thread || tuned || owner, "R");
    allow(length || thread || set, "H");
    allow(cutter || tuned, "D");
    allow(thread || owner, "E");
  }

  private void allow(boolean used, String letters) {
    for (int i = 0; !used && i < letters.length(); i++) {
      if (block.has(letters.charAt(i))) {
        report.error(
            Rule.UNUSED_WORD,
            0,
            "Expected only words that the line uses, found "
                + letters.charAt(i)
                + ", which nothing uses. Remove it");
      }
    }
  }

  /** GRBL stops at words that nothing in the line used, when it has executed the rest. */
  void afterwards() {
    if (dialect != Dialect.GRBL) {
      return;
    }
    boolean arc = (modes.motion == 20 || modes.motion == 30) && block.hasAxis();
    int nonModal = block.code(MillBlock.NON_MODAL);
    boolean center = block.has('I') || block.has('J') || block.has('K');
    boolean value = block.has('P') || block.has('L');
    if ((center && (!arc || block.has('R')))
        || (block.has('R') && !arc)
        || (value && nonModal != 40 && nonModal != 100)) {
      report.error(
          Rule.UNUSED_WORD,
          0,
          "Expected only words that the line uses, found one too many (I, J, K, R, P or L). Remove it");
    }
  }
}
