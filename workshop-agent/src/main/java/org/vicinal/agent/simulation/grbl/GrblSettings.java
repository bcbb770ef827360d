package org.vicinal.agent.simulation.grbl;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What {@code $$} lists: kept over a reset, as in an EEPROM. */
final class GrblSettings {
  private final Map<Integer, Double> values = new TreeMap<>();

  GrblSettings(double[] travel, boolean homing, boolean hal) {
    double[][] first = {
      {0, 10},
      {1, 25},
      {2, 0},
      {3, 0},
      {4, 0},
      {5, 0},
      {6, 0},
      {10, 1},
      {11, 0.010},
      {12, 0.002},
      {13, 0},
      {20, homing ? 1 : 0},
      {21, homing ? 1 : 0},
      {22, homing ? 1 : 0},
      {23, 0},
      {24, 25},
      {25, 500},
      {26, 250},
      {27, 1},
      {30, 10000},
      {31, 0},
      {32, 0},
      {100, 250},
      {101, 250},
      {102, 250},
      {110, 3000},
      {111, 3000},
      {112, 1200},
      {120, 200},
      {121, 200},
      {122, 100},
      {130, travel[0]},
      {131, travel[1]},
      {132, travel[2]}
    };
    for (double[] setting : first) {
      values.put((int) setting[0], setting[1]);
    }
    if (hal) {
      values.put(341, 0.0); // tool change: 0 waits for a person
      values.put(481, 0.0); // milliseconds between reports sent unasked
    }
  }

  boolean knows(int number) {
    return values.containsKey(number);
  }

  void set(int number, double value) {
    values.put(number, value);
  }

  double number(int setting) {
    return values.getOrDefault(setting, 0.0);
  }

  boolean on(int setting) {
    return number(setting) != 0;
  }

  /** The list as {@code $$} prints it, a line each. */
  String list() {
    StringBuilder list = new StringBuilder();
    values.forEach(
        (number, value) -> {
          boolean fraction = number >= 100 || number == 11 || number == 12 || number == 27;
          String shown =
              fraction || value != Math.rint(value)
                  ? String.format(Locale.ROOT, "%.3f", value)
                  : Long.toString(Math.round(value));
          list.append('$').append(number).append('=').append(shown).append("\r\n");
        });
    return list.toString();
  }
}
