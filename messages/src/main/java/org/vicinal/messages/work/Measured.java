package org.vicinal.messages.work;

/**
 * What the caliper said of one {@link CriticalDimension}, on the worst of the pieces.
 *
 * @param what the name of the dimension, as the requirement has it
 * @param foundMm what was measured
 */
public record Measured(String what, double foundMm) {
  public Measured {
    what = what.strip();
    if (what.isEmpty() || what.length() > 80) {
      throw new IllegalArgumentException(
          "Expected a measured dimension to have a name of 1 to 80 characters.");
    }
    if (!(foundMm > 0) || !Double.isFinite(foundMm)) {
      throw new IllegalArgumentException(
          "Expected %s to measure more than 0 mm, but found %s.".formatted(what, foundMm));
    }
  }

  /** Whether it is as near to {@code asked} as was asked, to a micrometre. */
  public boolean meets(CriticalDimension asked) {
    return Math.abs(foundMm - asked.nominalMm()) <= asked.plusMinusMm() + 1e-6;
  }
}
