package org.vicinal.agent.modal;

import java.util.Locale;

/**
 * Where a tool was sent, in millimetres of the program's own zero; NaN along an axis that nobody
 * knows.
 */
public record Place(double x, double y, double z) {

  static final Place UNKNOWN = new Place(Double.NaN, Double.NaN, Double.NaN);

  /** Whether all three are known. */
  public boolean known() {
    return !Double.isNaN(x + y + z);
  }

  Place to(Words words, double unit, boolean relative) {
    return new Place(
        along(x, words, 'X', unit, relative),
        along(y, words, 'Y', unit, relative),
        along(z, words, 'Z', unit, relative));
  }

  private static double along(double now, Words words, char axis, double unit, boolean relative) {
    double value = words.or(axis, Double.NaN);
    if (Double.isNaN(value)) {
      return now;
    }
    return relative ? now + value * unit : value * unit;
  }

  /** {@code X10 Y20.5 Z0.2}, without the axes that nobody knows. */
  public String words() {
    return (word('X', x) + word('Y', y) + word('Z', z)).strip();
  }

  static String word(char axis, double value) {
    return Double.isNaN(value) ? "" : " " + axis + shortest(value);
  }

  /** At most four decimals, and none that say nothing. */
  static String shortest(double value) {
    double rounded = Math.rint(value * 10_000) / 10_000;
    return rounded == Math.rint(rounded)
        ? Long.toString((long) rounded)
        : String.format(Locale.ROOT, "%.4f", rounded).replaceAll("0+$", "");
  }
}
