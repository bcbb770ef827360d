package org.vicinal.agent.simulation.grbl;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Where coordinates begin: G54 to G59, G92, the tool's length, and the stored G28 and G30. */
final class GrblOffsets {
  private final Map<Integer, double[]> systems = new TreeMap<>();
  private final double[] g92 = new double[3];
  private final double[][] stored = new double[2][3];
  private final double[] probed = new double[3];
  private boolean touched;
  private double toolLength;

  GrblOffsets() {
    for (int system = 54; system < 60; system++) {
      systems.put(system, new double[3]);
    }
  }

  /** As after a soft reset: G92 and the tool's length are gone, what the EEPROM holds stays. */
  void restart() {
    Arrays.fill(g92, 0);
    toolLength = 0;
  }

  /** Machine position minus this is work position. */
  double[] of(int system) {
    double[] base = base(system);
    for (int axis = 0; axis < 3; axis++) {
      base[axis] += g92[axis] + (axis == 2 ? toolLength : 0);
    }
    return base;
  }

  /** What G10 has set. */
  double[] base(int system) {
    return systems.getOrDefault(system, new double[3]).clone();
  }

  void settle(int system, double[] at) {
    systems.put(system, at);
  }

  /** The stored position of G28 (280, 281) or G30. */
  double[] storedPosition(int code) {
    return stored[code == 280 || code == 281 ? 0 : 1];
  }

  void setG92(double[] to) {
    System.arraycopy(to, 0, g92, 0, 3);
  }

  void toolLength(double z) {
    toolLength = z;
  }

  void probed(double[] at, boolean contact) {
    System.arraycopy(at, 0, probed, 0, 3);
    touched = contact;
  }

  /** The result of the last probe. */
  String probeShown() {
    return "[PRB:" + GrblMachine.shown(probed) + ":" + (touched ? 1 : 0) + "]";
  }

  /** The answer to {@code $#}, a line each. */
  String list() {
    StringBuilder list = new StringBuilder();
    systems.forEach((n, at) -> list.append("[G" + n + ":" + GrblMachine.shown(at) + "]\r\n"));
    list.append("[G28:" + GrblMachine.shown(stored[0]) + "]\r\n");
    list.append("[G30:" + GrblMachine.shown(stored[1]) + "]\r\n");
    list.append("[G92:" + GrblMachine.shown(g92) + "]\r\n");
    list.append(String.format(Locale.ROOT, "[TLO:%.3f]\r\n", toolLength));
    return list.append(probeShown()).append("\r\n").toString();
  }
}
