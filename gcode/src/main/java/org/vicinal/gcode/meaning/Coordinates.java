package org.vicinal.gcode.meaning;

import java.util.Arrays;

/**
 * Where the machine is, and the zero points that programs shift: G54 to G59.3, G92, G43.1. Machine
 * millimetres.
 */
final class Coordinates {
  private final double[][] systems = new double[9][3];
  private final double[] shift = new double[3];
  private final double[] storedShift = new double[3];
  private final double[] toolLength = new double[3];
  private final double[][] stored = new double[2][3];
  private int system;

  final double[] at = new double[3];

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
    shift[axis] = at[axis] - value - systems[system][axis] - toolLength[axis];
    storedShift[axis] = shift[axis];
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
      default -> System.arraycopy(storedShift, 0, shift, 0, 3);
    }
  }

  void store(int which) {
    System.arraycopy(at, 0, stored[which], 0, 3);
  }

  double stored(int which, int axis) {
    return stored[which][axis];
  }
}
