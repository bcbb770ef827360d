package org.vicinal.messages.fit;

/**
 * One figure of a fit: what was needed, what was found.
 *
 * @param most whether less is better (a tolerance, a nozzle's bore), so that what is found may be
 *     at most what is needed
 */
public record Margin(String what, double needed, double found, String unit, boolean most) {
  /** How much there is to spare, from 0. */
  public double spare() {
    return Math.max(0, most ? needed - found : found - needed);
  }

  /** Such as {@code height (z): 204 mm needed, 250 mm found}. */
  public String words() {
    return what
        + ": "
        + Comparison.figure(needed, !most)
        + unit
        + " needed, "
        + Comparison.figure(found, most)
        + unit
        + " found";
  }
}
