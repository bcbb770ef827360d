package org.vicinal.gcode.meaning;

import java.util.HashMap;
import java.util.Map;

/**
 * Lengths of tools that the program itself states (G10 L1, L10, L11). The machine's own table is
 * not in the program: what is missing here counts as 0 and is said.
 */
final class ToolTable {
  private static final int MOST_TOOLS = 10_000;

  private final Map<Integer, double[]> lengths = new HashMap<>();

  /** The tool in the spindle; 0 if none. */
  int loaded;

  /** The tool that T chose. */
  int chosen;

  /** Whether the program states the length of a tool; tool 0 has none. */
  boolean knows(int tool) {
    return tool == 0 || lengths.containsKey(tool);
  }

  double length(int tool, int axis) {
    double[] known = lengths.get(tool);
    return known == null ? 0 : known[axis];
  }

  void set(int tool, int axis, double value) {
    if (lengths.size() < MOST_TOOLS || lengths.containsKey(tool)) {
      lengths.computeIfAbsent(tool, none -> new double[MillBlock.ALL_AXES])[axis] = value;
    }
  }
}
