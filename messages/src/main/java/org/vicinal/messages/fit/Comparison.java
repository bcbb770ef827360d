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
    return BigDecimal.valueOf(value)
        .setScale(3, RoundingMode.HALF_EVEN) // single precision is not a figure of anybody
        .setScale(value >= 10 ? 1 : 3, up ? RoundingMode.CEILING : RoundingMode.FLOOR)
        .stripTrailingZeros()
        .toPlainString();
  }
}
