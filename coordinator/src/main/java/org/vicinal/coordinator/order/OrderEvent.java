package org.vicinal.coordinator.order;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vicinal.coordinator.community.CommunityRules;
import org.vicinal.coordinator.decide.Event;
import org.vicinal.messages.id.JobId;
import org.vicinal.messages.id.OrderId;

/** What has happened to an order. */
public sealed interface OrderEvent extends Event {
  /**
   * Somebody wants this.
   *
   * @param confirmBy until when a guest may confirm it; null when nothing is to be confirmed
   */
  record OrderPlaced(
      OrderId order, Wish wish, String sealed, CommunityRules rules, @Nullable Instant confirmBy)
      implements OrderEvent {}

  /** It is meant; its job is opened. */
  record OrderConfirmed(OrderId order, JobId job, Wish wish, CommunityRules rules)
      implements OrderEvent {}

  /**
   * The customer, or a steward for them, does not want it any more.
   *
   * @param jobs those that are withdrawn with it; none when it had not been confirmed
   */
  record OrderCancelled(OrderId order, List<JobId> jobs, String reason) implements OrderEvent {
    public OrderCancelled {
      jobs = List.copyOf(jobs);
    }
  }

  /** Every piece is made. */
  record OrderCompleted(OrderId order, int pieces) implements OrderEvent {}

  /**
   * It could not be made, or not all of it.
   *
   * @param reason what stood in the way
   * @param help what would help, in a sentence; may be empty
   */
  record OrderUnmade(OrderId order, int made, int pieces, String reason, String help)
      implements OrderEvent {}

  /** Nobody confirmed it in time. */
  record OrderExpired(OrderId order, Instant confirmBy) implements OrderEvent {}
}
