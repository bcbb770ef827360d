package org.vicinal.coordinator.consent;

import java.util.Locale;

/**
 * What may be shown of builds to everybody; the more reserved of customer and workshop counts.
 *
 * @param place how exactly the place of making may be shown
 * @param remarks whether what was written about the pieces may be read
 */
public record Showing(Coarseness place, boolean remarks) {
  /** What holds until somebody has said something. */
  public static final Showing NOTHING = new Showing(Coarseness.NOTHING, false);

  /** How exactly. */
  public enum Coarseness {
    /** Only counted. */
    NOTHING,
    /** A cell of about fifty kilometres. */
    REGION,
    /** A cell of about a kilometre. */
    QUARTER;

    /** Lower case, as people write it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What both allow. */
  public Showing and(Showing other) {
    return new Showing(
        place.compareTo(other.place) <= 0 ? place : other.place, remarks && other.remarks);
  }
}
