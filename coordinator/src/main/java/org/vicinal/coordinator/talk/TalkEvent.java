package org.vicinal.coordinator.talk;

import org.vicinal.coordinator.decide.Event;
import org.vicinal.messages.id.OrderId;
import org.vicinal.messages.id.WorkshopId;

/** What has been said; by whom and when is in the circumstances. */
public sealed interface TalkEvent extends Event {
  /** A message in the thread of {@code workshop}, sealed under the key of the order. */
  record WordsSaid(OrderId order, WorkshopId workshop, String id, String sealed)
      implements TalkEvent {}
}
