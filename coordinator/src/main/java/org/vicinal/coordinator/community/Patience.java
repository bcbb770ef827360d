package org.vicinal.coordinator.community;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long the waits after an award are, when nobody says anything; by the coordinator's clock.
 *
 * @param firstPiece how long a customer may look at a first piece before it counts as accepted
 * @param gate how long made pieces may wait for check and ready before the workshop is reminded;
 *     after four times as long they are called for elsewhere
 * @param transit how long pieces may be with a carrier or on the shelf before they count as there
 * @param silence how long after the handover silence means accepted
 * @param dispute how long the two may look for a remedy before a steward is asked; after three
 *     times as long only what was not refused is owed
 * @param payment how long after acceptance both ticks may take before a reminder; after three such
 *     times it is closed as it stands
 * @param codeTries how many wrong pickup codes in a row before a pause
 * @param codePause how long that pause is
 * @param day how long a day is for which uncollected pieces are kept; null for one of 24 hours, as
 *     everywhere but in a demonstration
 */
public record Patience(
    Duration firstPiece,
    Duration gate,
    Duration transit,
    Duration silence,
    Duration dispute,
    Duration payment,
    int codeTries,
    Duration codePause,
    @Nullable Duration day) {
  /** With days of 24 hours. */
  public Patience(
      Duration firstPiece,
      Duration gate,
      Duration transit,
      Duration silence,
      Duration dispute,
      Duration payment,
      int codeTries,
      Duration codePause) {
    this(firstPiece, gate, transit, silence, dispute, payment, codeTries, codePause, null);
  }

  /** The usual waits, but for how long a day of keeping and the wait for a payment are. */
  public static Patience hurried(Duration day, Duration payment) {
    return new Patience(
        USUAL.firstPiece,
        USUAL.gate,
        USUAL.transit,
        USUAL.silence,
        USUAL.dispute,
        payment,
        USUAL.codeTries,
        USUAL.codePause,
        day);
  }

  /** How long so many days of keeping are. */
  public Duration days(int count) {
    return (day == null ? Duration.ofDays(1) : day).multipliedBy(count);
  }

  /** Whether days are other than everybody's. */
  public boolean scaled() {
    return day != null && !day.equals(Duration.ofDays(1));
  }

  /** What holds until a community decides otherwise. */
  public static final Patience USUAL =
      new Patience(
          Duration.ofDays(7),
          Duration.ofDays(7),
          Duration.ofDays(14),
          Duration.ofDays(7),
          Duration.ofDays(30),
          Duration.ofDays(14),
          5,
          Duration.ofMinutes(15));

  /** What is wrong with it; empty when nothing is. */
  String wrong() {
    if (day != null && (!day.isPositive() || day.compareTo(Duration.ofDays(1)) > 0)) {
      return "Expected a day of at most 24 hours, but found " + day + ".";
    }
    boolean sensible =
        java.util.stream.Stream.of(firstPiece, gate, transit, silence, dispute, payment, codePause)
            .allMatch(time -> time.isPositive() && time.compareTo(Duration.ofDays(366)) <= 0);
    if (!sensible) {
      return "Expected every wait to be longer than 0 s and at most a year.";
    }
    return codeTries < 1 || codeTries > 20
        ? "Expected 1 to 20 tries for a pickup code, but found " + codeTries + "."
        : "";
  }
}
