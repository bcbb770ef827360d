package org.vicinal.messages.fit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** What was compared so far: the margins of what suffices, the reasons of what does not. */
final class Comparison {
  final List<Margin> margins = new ArrayList<>();
  final List<Shortfall> missing = new ArrayList<>();

  /**
   * {@code found} must reach {@code needed}; a need of 0 is none, a find of 0 means {@code none}.
   */
  void atLeast(String what, double needed, double found, String unit, int weight, String none) {
    if (needed <= 0) {
      return;
    }
    if (found <= 0) {
      missing.add(new Shortfall(what, figure(needed, true) + unit, none, weight));
    } else if (found < needed) {
      missing.add(
          new Shortfall(what, figure(needed, true) + unit, figure(found, false) + unit, weight));
    } else {
      margins.add(new Margin(what, needed, found, unit, false));
    }
  }

  /** {@code found} must not exceed {@code needed}; a need of 0 is none, a find of 0 not stated. */
  void atMost(String what, double needed, double found, String unit, int weight) {
    if (needed <= 0) {
      return;
    }
    if (found <= 0) {
      missing.add(new Shortfall(what, figure(needed, false) + unit, Shortfall.NOT_STATED, weight));
    } else if (found > needed * (1 + 1e-9)) {
      missing.add(
          new Shortfall(what, figure(needed, false) + unit, figure(found, true) + unit, weight));
    } else {
      margins.add(new Margin(what, needed, found, unit, true));
    }
  }

  void lacks(String what, String needed, String found, int weight) {
    missing.add(new Shortfall(what, needed, found, weight));
  }

  /** At most three decimals; rounded so that what is too much still looks too much. */
  static String figure(double value, boolean up) {
    double thousandths = value * 1_000;
    long near = Math.round(thousandths);
    if (!(thousandths < 1e12) || Math.abs(Math.abs(thousandths - near) - 0.5) < 1e-3) {
      return exactly(value, up); // nothing to be quick about, or half way between two figures
    }
    if (value >= 10) {
      near = 100 * (up ? Math.ceilDiv(near, 100) : Math.floorDiv(near, 100));
    }
    long rest = Math.floorMod(near, 1_000);
    var whole = Long.toString(Math.floorDiv(near, 1_000));
    if (rest == 0) {
      return whole;
    }
    var digits = Long.toString(1_000 + rest).substring(1);
    int end = digits.length();
    while (digits.charAt(end - 1) == '0') {
      end--;
    }
    return whole + "." + digits.substring(0, end);
  }

  /** The same, slowly. */
  static String exactly(double value, boolean up) {
    return BigDecimal.valueOf(value)
        .setScale(3, RoundingMode.HALF_EVEN) // single precision is not a figure of anybody
        .setScale(value >= 10 ? 1 : 3, up ? RoundingMode.CEILING : RoundingMode.FLOOR)
        .stripTrailingZeros()
        .toPlainString();
  }
}
