package org.vicinal.agent.simulation;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a G-code line does to the mill: modes, offsets, moves. Knows nothing of bytes and answers;
 * says errors as GRBL's numbers.
 */
final class GrblMachine {
  final GrblPlanner planner = new GrblPlanner();
  final GrblSettings settings;
  final Map<Integer, double[]> systems = new TreeMap<>();
  GrblModes modes = new GrblModes();
  private final double[] g92 = new double[3];
  private final double[][] stored = new double[2][3]; // G28, G30
  private double toolLength;

  GrblMachine(GrblSettings settings) {
    this.settings = settings;
    for (int system = 54; system < 60; system++) {
      systems.put(system, new double[3]);
    }
  }

  /** As after a soft reset: modes and G92 are gone, the stored offsets stay. */
  void restart(long now) {
    planner.clear(now);
    modes = new GrblModes();
    java.util.Arrays.fill(g92, 0);
    toolLength = 0;
  }

  /** Machine position minus this is work position. */
  double[] offset() {
    double[] base = systems.getOrDefault(modes.system, new double[3]).clone();
    for (int axis = 0; axis < 3; axis++) {
      base[axis] += g92[axis] + (axis == 2 ? toolLength : 0);
    }
    return base;
  }

  void settle(int system, double[] at) {
    systems.put(system, at);
  }

  double[] storedPosition(int code) {
    return stored[code == 280 || code == 281 ? 0 : 1];
  }

  void setG92(double[] to) {
    System.arraycopy(to, 0, g92, 0, 3);
  }

  void toolLength(double z) {
    toolLength = z;
  }

  /** The target of the axis words in machine coordinates, in millimetres. */
  double[] target(GrblBlock block, boolean machineSpace, boolean relative) {
    double[] to = planner.target();
    double[] offset = offset();
    for (int axis = 0; axis < 3; axis++) {
      char letter = "XYZ".charAt(axis);
      if (block.has(letter)) {
        double value = block.use(letter) * modes.unit();
        to[axis] = relative ? to[axis] + value : machineSpace ? value : value + offset[axis];
      }
    }
    return to;
  }

  boolean outside(double[] to) {
    for (int axis = 0; axis < 3; axis++) {
      if (to[axis] > 1e-6 || to[axis] < -settings.number(130 + axis) - 1e-6) {
        return true;
      }
    }
    return false;
  }

  /** Plans a move of this length; seconds that it takes. */
  double seconds(double[] to, double length, boolean rapid) {
    double[] from = planner.target();
    double rate = rapid ? Double.MAX_VALUE : Math.max(1, modes.feed);
    for (int axis = 0; axis < 3; axis++) {
      double share = Math.abs(to[axis] - from[axis]) / Math.max(length, 1e-9);
      if (share > 1e-9) {
        rate = Math.min(rate, settings.number(110 + axis) / share);
      }
    }
    double speed = Math.min(rate, 1e5) / 60;
    double ramp = speed / Math.max(1, settings.number(120));
    return length / speed + Math.min(0.1 * ramp, length / speed);
  }

  static double distance(double[] from, double[] to) {
    double sum = 0;
    for (int axis = 0; axis < 3; axis++) {
      sum += (to[axis] - from[axis]) * (to[axis] - from[axis]);
    }
    return Math.sqrt(sum);
  }

  static String shown(double[] at) {
    return String.format(Locale.ROOT, "%.3f,%.3f,%.3f", at[0], at[1], at[2]);
  }

  /** The answer to {@code $#}. */
  String parameters() {
    StringBuilder list = new StringBuilder();
    systems.forEach((n, at) -> list.append("[G" + n + ":" + shown(at) + "]\r\n"));
    list.append("[G28:" + shown(stored[0]) + "]\r\n[G30:" + shown(stored[1]) + "]\r\n");
    list.append("[G92:" + shown(g92) + "]\r\n");
    list.append(String.format(Locale.ROOT, "[TLO:%.3f]\r\n", toolLength));
    list.append("[PRB:0.000,0.000,0.000:0]\r\n");
    return list.toString();
  }
}
