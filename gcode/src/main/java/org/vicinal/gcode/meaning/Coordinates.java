package org.vicinal.gcode.meaning;

import java.util.Arrays;

/**
 * Where the machine is, and the zero points that programs shift: G54 to G59.3, G52 and G92, G43.
 * Machine millimetres, degrees for A, B and C; axes as in {@link MillBlock#AXES}.
 */
final class Coordinates {
  static final int SYSTEMS = 9;
  private static final int ALL = MillBlock.ALL_AXES;

  private final double[][] systems = new double[SYSTEMS][ALL];
  private final double[] shift = new double[ALL];
  private final double[] storedShift = new double[ALL];
  private final double[] toolLength = new double[ALL];
  private final double[][] stored = new double[2][ALL];
  private int system;

  final double[] at = new double[ALL];

  /** What is added to a programmed coordinate. */
  double offset(int axis) {
    return systems[system][axis] + shift[axis] + toolLength[axis];
  }

  void select(int number) {
    system = number;
  }

  int selected() {
    return system;
  }

  void setSystem(int number, int axis, double value) {
    systems[number][axis] = value;
  }

  double system(int number, int axis) {
    return systems[number][axis];
  }

  void toolLength(int axis, double value) {
    toolLength[axis] = value;
  }

  double toolLength(int axis) {
    return toolLength[axis];
  }

  /** G92: here is {@code value} from now on. */
  void here(int axis, double value) {
    shift(axis, at[axis] - value - systems[system][axis] - toolLength[axis]);
  }

  /** G52: all coordinate systems lie so much further. */
  void shift(int axis, double value) {
    shift[axis] = value;
    storedShift[axis] = value;
  }

  double shift(int axis) {
    return shift[axis];
  }

  /** G92.1 forgets, G92.2 pauses, G92.3 brings back. */
  void shiftCommand(int code) {
    switch (code) {
      case 921 -> {
        Arrays.fill(shift, 0);
        Arrays.fill(storedShift, 0);
      }
      case 922 -> Arrays.fill(shift, 0);
      default -> System.arraycopy(storedShift, 0, shift, 0, ALL);
    }
  }

  void store(int which) {
    System.arraycopy(at, 0, stored[which], 0, ALL);
  }

  double stored(int which, int axis) {
    return stored[which][axis];
  }
}
