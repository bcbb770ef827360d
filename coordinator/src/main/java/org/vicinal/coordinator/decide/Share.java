package org.vicinal.coordinator.decide;

/**
 * What a workshop has had of the community's work, for rules of fairness.
 *
 * @param hoursLately machine hours of the lots it was given; what lies a month back counts half
 * @param lotsMade lots that it brought to their end, ever
 */
public record Share(double hoursLately, int lotsMade) {
  /** A newcomer's. */
  public static final Share NONE = new Share(0, 0);
}
