package org.vicinal.coordinator.talk;

import org.vicinal.coordinator.decide.Command;
import org.vicinal.coordinator.decide.EntityKey;
import org.vicinal.coordinator.decide.Noun;
import org.vicinal.coordinator.decide.Wake;
import org.vicinal.messages.id.OrderId;
import org.vicinal.messages.id.WorkshopId;

/** What may be said in the talk of an order. */
public sealed interface TalkCommand extends Command {
  /** Whose talk it is. */
  OrderId order();

  @Override
  default EntityKey target() {
    return new EntityKey(Noun.TALK, order().value());
  }

  /**
   * A message between the customer and {@code workshop}.
   *
   * @param id chosen by the speaker, so that a repetition is recognised
   * @param sealed the words, under the key of the order
   */
  record SayWords(OrderId order, WorkshopId workshop, String id, String sealed)
      implements TalkCommand {}

  /** Its time has come; a talk waits for nothing. */
  record WakeTalk(OrderId order) implements TalkCommand, Wake {}
}
