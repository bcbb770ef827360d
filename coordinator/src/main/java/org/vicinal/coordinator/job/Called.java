package org.vicinal.coordinator.job;

import org.jspecify.annotations.Nullable;
import org.vicinal.coordinator.decide.Share;
import org.vicinal.messages.id.WorkshopId;

/**
 * A workshop that is asked, and how far it is from the customer.
 *
 * @param share what it has had of the work so far; null for a newcomer
 */
public record Called(WorkshopId workshop, double metres, @Nullable Share share) {
  /** A newcomer. */
  public Called(WorkshopId workshop, double metres) {
    this(workshop, metres, null);
  }
}
