package org.vicinal.gcode.meaning;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * M70 to M73 of LinuxCNC: modes are kept for the subroutine that runs, forgotten, and brought back,
 * with M73 by themselves when it returns.
 */
final class KeptModes {
  private record Kept(MillModes modes, int system, List<Double> toolLength, boolean byItself) {}

  private final MillModes modes;
  private final Coordinates where;
  private final LineReport report;
  private final Map<Integer, Kept> byDepth = new HashMap<>();

  KeptModes(MillModes modes, Coordinates where, LineReport report) {
    this.modes = modes;
    this.where = where;
    this.report = report;
  }

  /** Executes M70, M71, M72 or M73 in a subroutine of this depth; 0 is the program itself. */
  void execute(int code, int depth) {
    switch (code) {
      case 70, 73 -> byDepth.put(depth, keep(code == 73));
      case 71 -> byDepth.remove(depth);
      default -> {
        Kept kept = byDepth.get(depth);
        if (kept == null) {
          report.error(
              Rule.UNSUPPORTED_COMMAND, 0, "Expected M70 or M73 before M72, found none. Add it");
        } else {
          restore(kept);
        }
      }
    }
  }

  /** A subroutine of this depth is over. */
  void returned(int depth) {
    Kept kept = byDepth.remove(depth);
    if (kept != null && kept.byItself()) {
      restore(kept);
    }
  }

  private Kept keep(boolean byItself) {
    var copy = new MillModes();
    copy.takeOver(modes);
    List<Double> length =
        IntStream.range(0, MillBlock.ALL_AXES).mapToObj(where::toolLength).toList();
    return new Kept(copy, where.selected(), length, byItself);
  }

  private void restore(Kept kept) {
    modes.takeOver(kept.modes());
    where.select(kept.system());
    for (int axis = 0; axis < kept.toolLength().size(); axis++) {
      where.toolLength(axis, kept.toolLength().get(axis));
    }
  }
}
