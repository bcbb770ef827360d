package org.vicinal.gcode.meaning;

import java.util.Arrays;
import org.vicinal.gcode.Dialect;
import org.vicinal.gcode.text.WordReader;
import org.vicinal.gcode.time.Planner;

/**
 * Zero points and kept places of a printer: G28, G92, G53 to G59.3, G10 L2 and L20, G60 and G61.
 * Keeps the offset of its {@link PrinterMotion}.
 */
final class PrinterPlaces {
  private static final int SYSTEMS = 9;
  private static final int SLOTS = 16;

  private final PrinterLine line;
  private final PrinterMotion motion;
  private final Dialect dialect;
  private final Planner planner;
  private final Tally tally;
  private final Findings findings;
  private final Extruder extruder;
  private final double[][] systems = new double[SYSTEMS][3];
  private final double[] shift = new double[3];
  private final double[][] kept = new double[SLOTS][];
  private int selected;
  private boolean homed;
  private boolean untilLineEnds;

  PrinterPlaces(PrinterLine line, PrinterMotion motion, Interpreter lines, Extruder extruder) {
    this.line = line;
    this.motion = motion;
    this.extruder = extruder;
    dialect = lines.dialect;
    planner = lines.planner;
    tally = lines.tally;
    findings = lines.findings;
  }

  /** G28: all axes, or those named. */
  void home() {
    tally.homings++;
    if (!homed && extruder.used) {
      sayNotHomed();
    }
    homed = true;
    boolean all = !line.has('X') && !line.has('Y') && !line.has('Z');
    for (int axis = 0; axis < 3; axis++) {
      if (all || line.has('X' + axis)) {
        shift[axis] = 0;
        systems[selected][axis] = dialect == Dialect.MARLIN ? 0 : systems[selected][axis];
        place(axis, 0);
      }
    }
    updateOffset();
    tally.x = motion.x;
    tally.y = motion.y;
    tally.z = motion.z;
    planner.home(motion.x, motion.y, motion.z, motion.feed);
  }

  private void sayNotHomed() {
    if (tally.macros == 0) {
      findings.addForAll(
          Rule.NO_HOMING,
          "Expected G28 before plastic is laid, found none: the machine does not know where it is. Add G28.");
    }
  }

  /** The program is over. */
  void finish() {
    if (!homed && tally.moves > 0) {
      sayNotHomed();
    }
  }

  private void place(int axis, double value) {
    switch (axis) {
      case 0 -> motion.x = value;
      case 1 -> motion.y = value;
      default -> motion.z = value;
    }
  }

  private double at(int axis) {
    return axis == 0 ? motion.x : axis == 1 ? motion.y : motion.z;
  }

  private void updateOffset() {
    for (int axis = 0; axis < 3; axis++) {
      motion.offset[axis] = systems[selected][axis] + shift[axis];
    }
  }

  /** G92: here is what the words say; without words here is 0. */
  void here() {
    boolean any = false;
    for (int i = line.first + 1; i < line.end; i++) {
      int letter = line.words.letter(i);
      double value =
          Math.clamp(
              line.words.value(i) * motion.unit, -PrinterMotion.MOST_MM, PrinterMotion.MOST_MM);
      if (letter >= 'X' && letter <= 'Z') {
        here(letter - 'X', value);
        any = true;
      } else if (letter == 'E') {
        extruder.at = value;
        any = true;
      }
    }
    for (int axis = 0; !any && axis < 3; axis++) {
      here(axis, 0);
    }
    extruder.at = any ? extruder.at : 0;
    updateOffset();
  }

  private void here(int axis, double value) {
    if (dialect == Dialect.MARLIN) { // each coordinate system keeps its own
      systems[selected][axis] = at(axis) - value;
    } else {
      shift[axis] = at(axis) - value - systems[selected][axis];
    }
  }

  /** G92.1: as if there had been no G92. */
  void forgetShift() {
    if (dialect != Dialect.MARLIN) {
      line.add(
          Rule.UNSUPPORTED_COMMAND,
          "Expected G92 of " + dialect + ", found a kind that it does not know. Use G92");
      return;
    }
    Arrays.fill(systems[selected], 0);
    updateOffset();
  }

  /** G54 is 0. */
  void select(int system) {
    if (system > 0 && dialect == Dialect.MARLIN) {
      line.needsBuildOption("CNC_COORDINATE_SYSTEMS");
    } else if (system > 0 && dialect != Dialect.REPRAPFIRMWARE) {
      line.add(
          Rule.UNSUPPORTED_COMMAND,
          "Expected no coordinate system but the first for "
              + dialect
              + ", which has no other. Export for G54");
      return;
    }
    selected = system;
    updateOffset();
  }

  /** G53: until the end of the line coordinates are the machine's. */
  void machineCoordinates() {
    untilLineEnds = true;
    Arrays.fill(motion.offset, 0);
  }

  /** The line is over, and with it G53. */
  void endLine() {
    if (untilLineEnds) {
      untilLineEnds = false;
      updateOffset();
    }
  }

  /** RepRapFirmware's G10 L2 and L20 P1 to P9. */
  void setSystem() {
    int kind = (int) line.value('L', 0);
    int number = (int) line.value('P', 0) - 1;
    if (dialect != Dialect.REPRAPFIRMWARE
        || (kind != 2 && kind != 20)
        || number < -1
        || number >= SYSTEMS) {
      line.add(
          Rule.UNSUPPORTED_COMMAND,
          "Expected G10 L2 or L20 with P1 to P9 on RepRapFirmware, found another. Set the zero point on the machine");
      return;
    }
    int system = number < 0 ? selected : number;
    for (int axis = 0; axis < 3; axis++) {
      if (line.has('X' + axis)) {
        double value = line.value('X' + axis, 0) * motion.unit;
        systems[system][axis] = kind == 2 ? value : at(axis) - value - shift[axis];
      }
    }
    updateOffset();
  }

  /** G60: remembers this place. */
  void keep() {
    int slot = (int) line.value('S', 0);
    if (slot < 0
        || slot >= SLOTS
        || (dialect != Dialect.MARLIN && dialect != Dialect.REPRAPFIRMWARE)) {
      line.add(
          Rule.UNSUPPORTED_COMMAND,
          "Expected no kept places for " + dialect + ", found G60. Export without");
      return;
    }
    if (dialect == Dialect.MARLIN) {
      line.needsBuildOption("SAVED_POSITIONS");
    }
    kept[slot] = new double[] {motion.x, motion.y, motion.z};
  }

  /** Marlin's G61: goes back to a place, on the axes that are named or on all. */
  void goBack() {
    int slot = (int) line.value('S', 0);
    if (dialect != Dialect.MARLIN || slot < 0 || slot >= SLOTS || kept[slot] == null) {
      line.add(
          Rule.UNSUPPORTED_COMMAND,
          "Expected G60 to have kept the place that G61 goes to, found none, so nobody can say where it goes. Export without");
      return;
    }
    line.needsBuildOption("SAVED_POSITIONS");
    boolean all = !line.has('X') && !line.has('Y') && !line.has('Z');
    goTo(kept[slot], all);
  }

  private void goTo(double[] place, boolean all) {
    var to = new double[3];
    for (int axis = 0; axis < 3; axis++) {
      boolean named = line.has('X' + axis);
      double more = Math.clamp(line.value('X' + axis, 0) * motion.unit, -1e6, 1e6);
      to[axis] = named ? place[axis] + more : all ? place[axis] : at(axis);
    }
    double feed = line.value('F', motion.feed * 60) / 60;
    planner.stop();
    tally.line(to[0], to[1], to[2], 0, false);
    planner.line(to[0], to[1], to[2], 0, feed > 0 ? feed : motion.feed, false);
    planner.stop();
    for (int axis = 0; axis < 3; axis++) {
      place(axis, to[axis]);
    }
  }

  /**
   * A letter of a move that is no axis, length or feed; true if the move must not be made as it is
   * written. Cold path.
   */
  boolean changesTheWay(int letter, int word) {
    switch (letter) {
      case 'G', 'M' -> line.refuseSecond(word);
      case 'A', 'B', 'C', 'U', 'V', 'W' ->
          line.add(
              Rule.EXTRA_AXIS,
              word,
              (char) letter
                  + " moves too; it is neither in the box nor in the time. Ask whether the machine has it");
      case 'H' -> {
        if (dialect == Dialect.REPRAPFIRMWARE && line.words.value(word) > 0) {
          untilAnEndStop();
          return true;
        }
      }
      case 'R' -> {
        if (dialect == Dialect.REPRAPFIRMWARE && line.words.kind(word) == WordReader.NUMBER) {
          restorePoint((int) line.words.value(word));
          return true;
        }
      }
      default -> {
        // S of a laser and others do not change the way
      }
    }
    return false;
  }

  /** RepRapFirmware's G1 H1: where it ends only the machine knows. */
  private void untilAnEndStop() {
    planner.stop();
    tally.homings++;
    line.add(
        Rule.NOT_COUNTED,
        "The move ends at a switch; where and when is not known, so the place before it counts");
  }

  /** RepRapFirmware's G1 R2 X0: to a restore point, on the axes that are named. */
  private void restorePoint(int slot) {
    if (slot < 0 || slot >= SLOTS || kept[slot] == null) {
      line.add(
          Rule.UNSUPPORTED_COMMAND,
          "Expected G60 to have kept the place of R"
              + slot
              + ", found none, so nobody can say where it goes. Export without");
      return;
    }
    goTo(kept[slot], false);
  }
}
