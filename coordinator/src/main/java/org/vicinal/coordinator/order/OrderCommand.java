package org.vicinal.coordinator.order;

import org.vicinal.coordinator.community.CommunityRules;
import org.vicinal.coordinator.decide.Command;
import org.vicinal.coordinator.decide.EntityKey;
import org.vicinal.coordinator.decide.Noun;
import org.vicinal.coordinator.decide.Wake;
import org.vicinal.messages.id.JobId;
import org.vicinal.messages.id.OrderId;

/** What may be asked of an order. */
public sealed interface OrderCommand extends Command {
  /** The order it is about. */
  OrderId order();

  @Override
  default EntityKey target() {
    return new EntityKey(Noun.ORDER, order().value());
  }

  /**
   * I want this.
   *
   * <p>The same wish again under the same id is the same order; another one is a conflict. What is
   * {@code sealed} is not compared: the same words sealed twice differ.
   *
   * @param sealed contact, exact place and note, encrypted under the order's own key; may be empty
   * @param confirmed false for a guest, who confirms with the secret link
   * @param rules of the community as they are now; the order keeps them
   */
  record PlaceOrder(
      OrderId order, Wish wish, String sealed, boolean confirmed, CommunityRules rules)
      implements OrderCommand {}

  /** Yes, I mean it: somebody may be called now. */
  record ConfirmOrder(OrderId order) implements OrderCommand {}

  /** I do not want it any more. */
  record CancelOrder(OrderId order, String reason) implements OrderCommand {}

  /** A job of the order is over. */
  record NoteJobEnded(
      OrderId order, JobId job, JobEnding ending, int made, String reason, String help)
      implements OrderCommand {}

  /** Its time has come. */
  record WakeOrder(OrderId order) implements OrderCommand, Wake {}

  /** How a job ended, as far as its order must know. */
  enum JobEnding {
    MADE,
    UNMADE
  }
}
