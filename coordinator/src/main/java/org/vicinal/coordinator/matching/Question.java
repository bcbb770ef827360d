package org.vicinal.coordinator.matching;

import java.time.Instant;
import java.util.List;
import org.vicinal.messages.place.Place;
import org.vicinal.messages.place.Ring;
import org.vicinal.messages.work.Requirement;

/**
 * Who near {@code place} could make this, by when, for about how much?
 *
 * @param rings of the community, nearest first
 * @param now when it is asked, and {@code wanted} when the pieces should be there
 */
public record Question(
    Requirement part,
    Work work,
    int pieces,
    Place place,
    List<Ring> rings,
    Instant now,
    Instant wanted,
    Preference preference) {
  public Question {
    rings = List.copyOf(rings);
  }

  /** What the customer minds most, within a ring. A nearer ring always comes first. */
  public enum Preference {
    NEAREST,
    SOONEST,
    CHEAPEST,
    /** Those with the shortest queues first. */
    SPREAD
  }
}
