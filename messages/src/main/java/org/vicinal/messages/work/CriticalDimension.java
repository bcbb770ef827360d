package org.vicinal.messages.work;

/**
 * A dimension that is measured at the gate before a piece is good.
 *
 * @param what where it is, for the person with the caliper, such as {@code bore}
 * @param nominalMm what it shall be
 * @param plusMinusMm how far off it may be
 */
public record CriticalDimension(String what, double nominalMm, double plusMinusMm) {
  public CriticalDimension {
    what = what.strip();
    if (what.isEmpty() || what.length() > 80) {
      throw new IllegalArgumentException(
          "Expected a critical dimension to have a name of 1 to 80 characters.");
    }
    if (!(nominalMm > 0 && plusMinusMm > 0 && plusMinusMm < nominalMm)
        || !Double.isFinite(nominalMm)) {
      throw new IllegalArgumentException(
          "Expected %s to be a length over 0 mm with a smaller tolerance over 0 mm, but found %s ± %s mm."
              .formatted(what, nominalMm, plusMinusMm));
    }
  }

  /** Such as {@code bore 8.00 ± 0.05 mm}. */
  public String words() {
    return "%s %.2f ± %.3f mm".formatted(what, nominalMm, plusMinusMm);
  }
}
