package org.vicinal.agent.machine;

import java.util.Map;

/** Where GRBL says that the tool stands, in millimetres, machine's own or the program's. */
final class WorkPlace {
  private static final double INCH = 25.4;

  private WorkPlace() {}

  /**
   * From the machine's own zero.
   *
   * @param reading such as {@code Idle MPos 1.000,2.000,3.000}
   * @return x, y and z; NaN where nobody knows
   */
  static double[] ofMachine(String reading, Known known) {
    return place(reading, known, "MPos ", 1);
  }

  /** From the program's zero in G54. */
  static double[] ofWork(String reading, Known known) {
    return place(reading, known, "WPos ", -1);
  }

  /** As reported where it is reported so; else with the offsets added or taken off. */
  private static double[] place(String reading, Known known, String wanted, int sign) {
    double unit = known.inches() ? INCH : 1;
    double[] place = numbers(reading.substring(reading.lastIndexOf(' ') + 1));
    boolean asReported = reading.contains(wanted);
    for (int axis = 0; axis < 3; axis++) {
      double zero = asReported ? 0 : zero(known.offsets(), axis);
      place[axis] = (place[axis] + sign * zero) * unit;
    }
    return place;
  }

  private static double zero(Map<String, String> offsets, int axis) {
    String length = offsets.getOrDefault("TLO", "0");
    double tool = length.indexOf(',') >= 0 ? numbers(length)[axis] : axis == 2 ? one(length) : 0;
    return numbers(offsets.getOrDefault("G54", ""))[axis]
        + numbers(offsets.getOrDefault("G92", ""))[axis]
        + tool;
  }

  private static double[] numbers(String text) {
    double[] numbers = {Double.NaN, Double.NaN, Double.NaN};
    String[] parts = text.split(",", -1);
    for (int i = 0; i < Math.min(3, parts.length); i++) {
      numbers[i] = one(parts[i]);
    }
    return numbers;
  }

  private static double one(String text) {
    return text.matches("-?[0-9]{1,6}(\\.[0-9]{0,6})?") ? Double.parseDouble(text) : Double.NaN;
  }
}
