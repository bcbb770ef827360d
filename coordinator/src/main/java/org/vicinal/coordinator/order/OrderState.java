package org.vicinal.coordinator.order;

import java.time.Instant;
import org.vicinal.coordinator.community.CommunityRules;
import org.vicinal.messages.id.JobId;

/** Where an order is on its way. */
public sealed interface OrderState {
  /** Nobody has placed it. */
  record NotPlaced() implements OrderState {}

  /** A guest's, until they confirm it or the time is over. */
  record Unconfirmed(Wish wish, CommunityRules rules, Instant confirmBy) implements OrderState {}

  /** Its job is looking for workshops, or at work; the job knows until when. */
  record Making(Wish wish, JobId job) implements OrderState {}

  /** Nothing more happens. */
  record Ended(Wish wish, Outcome outcome, String reason) implements OrderState {}

  /** How an order ended. */
  enum Outcome {
    COMPLETED,
    UNMADE,
    CANCELLED,
    EXPIRED
  }
}
