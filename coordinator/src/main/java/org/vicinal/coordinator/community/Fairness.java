package org.vicinal.coordinator.community;

/**
 * How a community spreads its work, where a rule awards it. A customer who chooses is free.
 *
 * @param largestShare of all work of late (machine hours, older ones counting less) that one
 *     workshop may have before it comes after the others, from 0 to 1; 1 for no limit
 * @param probationLots how many lots a newcomer brings to their end before it counts as known; 0
 *     when everybody is
 * @param probationPieces the most pieces of one job that a rule gives to a newcomer
 */
public record Fairness(double largestShare, int probationLots, int probationPieces) {
  /** Everybody alike, however much they have. */
  public static final Fairness NONE = new Fairness(1, 0, 1);

  /** What is wrong with it; empty when nothing is. */
  String wrong() {
    if (!(largestShare > 0 && largestShare <= 1)) {
      return "Expected a largest share over 0 and up to 1, but found " + largestShare + ".";
    }
    if (probationLots < 0 || probationLots > 100 || probationPieces < 1) {
      return "Expected a probation of 0 to 100 lots with 1 piece or more, but found %d lots with %d."
          .formatted(probationLots, probationPieces);
    }
    return "";
  }
}
