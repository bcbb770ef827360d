package org.vicinal.agent.simulation.grbl;

import java.util.Locale;

/** The status report, with the fields that only some of the reports carry. */
final class GrblReport {
  private int untilOffset;
  private int untilOverrides;

  /** The next report shows the offset. */
  void offsetsChanged() {
    untilOffset = 0;
  }

  String build(GrblController grbl, GrblMachine machine, GrblRing ring, boolean full) {
    double[] at = machine.moves.at(grbl.clock());
    double[] offset = machine.offset();
    int mask = (int) machine.settings.number(10);
    boolean work = (mask & 1) == 0;
    for (int axis = 0; work && axis < 3; axis++) {
      at[axis] -= offset[axis];
    }
    StringBuilder text = new StringBuilder("<").append(grbl.word());
    text.append(work ? "|WPos:" : "|MPos:").append(shown(machine, at));
    if ((mask & 2) != 0) {
      text.append("|Bf:").append(machine.moves.free()).append(',').append(ring.free());
    }
    double spindle = grbl.spindleTurns() ? machine.modes.speed : 0;
    text.append(
        String.format(
            Locale.ROOT,
            "|FS:%.0f,%.0f",
            machine.moves.feed() * machine.overrides.feedFactor(),
            spindle * machine.overrides.spindleFactor()));
    if (grbl.touches(machine.moves.at(grbl.clock())[2])) {
      text.append("|Pn:P");
    }
    boolean busy = !machine.moves.isEmpty();
    if (full || untilOffset-- <= 0) {
      untilOffset = busy ? 29 : 9;
      text.append("|WCO:").append(shown(machine, offset));
    } else if (untilOverrides-- <= 0) {
      untilOverrides = busy ? 19 : 9;
      text.append("|Ov:").append(machine.overrides.shown()).append(outputs(grbl, machine));
    }
    return text.append(full ? "|FW:grblHAL>" : ">").toString();
  }

  private static String outputs(GrblController grbl, GrblMachine machine) {
    String spindle = grbl.spindleTurns() ? machine.modes.spindle == 3 ? "S" : "C" : "";
    String all = spindle + (machine.modes.flood ? "F" : "");
    return all.isEmpty() ? "" : "|A:" + all;
  }

  private static String shown(GrblMachine machine, double[] at) {
    if (!machine.settings.on(13)) {
      return GrblMachine.shown(at);
    }
    return String.format(Locale.ROOT, "%.4f,%.4f,%.4f", at[0] / 25.4, at[1] / 25.4, at[2] / 25.4);
  }
}
