package org.vicinal.gcode.meaning;

import org.vicinal.gcode.Box;
import org.vicinal.gcode.MachineLimits;

/** Findings that only the whole program shows. */
final class WholeProgram {
  private static final double TOUCH = 0.001;

  private WholeProgram() {}

  static void checkPrinter(
      Tally tally, MachineLimits machine, Findings findings, boolean extruded) {
    if (tally.moves == 0) {
      findings.addForAll(Rule.EMPTY_PROGRAM, "Expected moves, found none. Is this the right file?");
      return;
    }
    checkFeed(tally, machine, findings);
    Box all = tally.allBox();
    checkSide(all.minX(), all.maxX(), 'X', 0, machine, findings);
    checkSide(all.minY(), all.maxY(), 'Y', 1, machine, findings);
    checkSide(Math.max(0, all.minZ()), all.maxZ(), 'Z', 2, machine, findings);
    if (all.minZ() < -TOUCH && machine.axes().get(2).min() >= 0) {
      findings.addForAll(
          Rule.BELOW_BED,
          "Expected no move below the bed, found Z%.3f. Correct the first layer or the offset."
              .formatted(all.minZ()));
    }
    if (extruded && tally.extrudingBox().isEmpty() && tally.filamentMm > 0) {
      findings.addForAll(Rule.NOT_COUNTED, "Filament moves, but never while the nozzle moves.");
    }
  }

  private static void checkSide(
      double least, double most, char axis, int index, MachineLimits machine, Findings findings) {
    MachineLimits.Axis limit = machine.axes().get(index);
    if (least < limit.min() - TOUCH || most > limit.max() + TOUCH) {
      findings.addForAll(
          Rule.OUTSIDE_ENVELOPE,
          "Expected %c from %.1f to %.1f mm on %s, found %.3f to %.3f. Place the part within or choose a larger machine."
              .formatted(axis, limit.min(), limit.max(), machine.name(), least, most));
    }
  }

  static void checkUnits(Tally tally, boolean inches, boolean stated, Findings findings) {
    Box all = tally.allBox();
    if (all.isEmpty()) {
      return;
    }
    double size = Math.max(all.size(0), all.size(1));
    if (!stated) {
      findings.addForAll(
          Rule.UNITS_LOOK_WRONG,
          "Expected G20 (inches) or G21 (millimetres), found neither; read as millimetres. Say which.");
    } else if (inches && size > 2000) {
      findings.addForAll(
          Rule.UNITS_LOOK_WRONG,
          "Expected a part of less than 2 m, found %.0f mm in inches (G20). Were millimetres meant (G21)?"
              .formatted(size));
    } else if (!inches && size > 0 && size < 3 && tally.moves > 20) {
      findings.addForAll(
          Rule.UNITS_LOOK_WRONG,
          "Expected a part of more than 3 mm, found %.2f mm (G21). Were inches meant (G20)?"
              .formatted(size));
    }
  }

  private static void checkFeed(Tally tally, MachineLimits machine, Findings findings) {
    double most = 60 * Math.max(machine.axes().get(0).speed(), machine.axes().get(1).speed());
    if (tally.maxFeed > most * 1.001) {
      findings.addForAll(
          Rule.FEED_ABOVE_LIMIT,
          "Expected feeds up to %.0f mm/min on %s, found F%.0f; the machine will be slower."
              .formatted(most, machine.name(), tally.maxFeed));
    }
  }

  static void checkMill(Tally tally, MachineLimits machine, Findings findings) {
    if (tally.moves == 0) {
      findings.addForAll(Rule.EMPTY_PROGRAM, "Expected moves, found none. Is this the right file?");
      return;
    }
    checkFeed(tally, machine, findings);
    Box all = tally.allBox();
    for (int i = 0; i < 3 && !all.isEmpty(); i++) {
      MachineLimits.Axis limit = machine.axes().get(i);
      double room = limit.max() - limit.min();
      if (all.size(i) > room + TOUCH) {
        findings.addForAll(
            Rule.OUTSIDE_ENVELOPE,
            "Expected at most %.1f mm along %c on %s, found %.3f mm. Choose a larger machine or split the job."
                .formatted(room, "XYZ".charAt(i), machine.name(), all.size(i)));
      }
    }
  }
}
