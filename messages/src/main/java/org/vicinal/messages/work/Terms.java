package org.vicinal.messages.work;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * Under which terms it is made.
 *
 * @param purposes what it is for; empty when nobody has said, and then it is asked
 * @param pieces how many one machine must make at least; 1 when a job may be split
 * @param certifications that the workshop must hold, such as {@code ISO 13485}
 */
public record Terms(Set<Purpose> purposes, int pieces, Set<String> certifications) {
  /** More than this is a factory's order. */
  public static final int MOST_PIECES = 1_000_000;

  /** Nobody has said anything. */
  public static final Terms NONE = new Terms(Set.of(), 1, Set.of());

  public Terms {
    purposes = Collections.unmodifiableSortedSet(new TreeSet<>(purposes));
    certifications = Labels.of(certifications);
    if (pieces < 1 || pieces > MOST_PIECES) {
      throw new IllegalArgumentException(
          "Expected 1 to %d pieces, but found %d.".formatted(MOST_PIECES, pieces));
    }
    if (purposes.contains(Purpose.ORDINARY) && purposes.size() > 1) {
      throw new IllegalArgumentException(
          "Expected either ordinary use or special purposes, but found both: " + purposes + ".");
    }
  }
}
