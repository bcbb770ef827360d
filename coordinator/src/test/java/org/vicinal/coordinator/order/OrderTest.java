package org.vicinal.coordinator.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vicinal.coordinator.decide.Things.ANA_ASKS;
import static org.vicinal.coordinator.decide.Things.BEN_ASKS;
import static org.vicinal.coordinator.decide.Things.COORDINATOR;
import static org.vicinal.coordinator.decide.Things.EVENING;
import static org.vicinal.coordinator.decide.Things.NOON;
import static org.vicinal.coordinator.decide.Things.RULES;
import static org.vicinal.coordinator.decide.Things.STEWARD;
import static org.vicinal.coordinator.decide.Things.wish;

import org.junit.jupiter.api.Test;
import org.vicinal.coordinator.decide.Life;
import org.vicinal.coordinator.decide.Rejection.Kind;
import org.vicinal.coordinator.order.OrderCommand.CancelOrder;
import org.vicinal.coordinator.order.OrderCommand.ConfirmOrder;
import org.vicinal.coordinator.order.OrderCommand.JobEnding;
import org.vicinal.coordinator.order.OrderCommand.NoteJobEnded;
import org.vicinal.coordinator.order.OrderCommand.PlaceOrder;
import org.vicinal.coordinator.order.OrderCommand.WakeOrder;
import org.vicinal.coordinator.order.OrderEvent.OrderCancelled;
import org.vicinal.coordinator.order.OrderEvent.OrderCompleted;
import org.vicinal.coordinator.order.OrderEvent.OrderConfirmed;
import org.vicinal.coordinator.order.OrderEvent.OrderExpired;
import org.vicinal.coordinator.order.OrderEvent.OrderPlaced;
import org.vicinal.coordinator.order.OrderEvent.OrderUnmade;
import org.vicinal.messages.id.JobId;
import org.vicinal.messages.id.OrderId;

/**
 * An order is placed once, meant by its customer, and only they or a steward change it. A guest
 * confirms within a day; nobody is called before.
 */
class OrderTest {
  private static final OrderId ORDER = new OrderId("o-7");
  private static final JobId JOB = new JobId("o-7-1");

  private final Life<OrderState, OrderCommand, OrderEvent> order =
      new Life<>(new OrderDecider(), NOON);

  @Test
  void aCustomersOrderIsMeantAtOnce() {
    order.when(ANA_ASKS, place(wish(2), true)).then(OrderPlaced.class, OrderConfirmed.class);
    assertThat(order.wake()).isEmpty();
  }

  @Test
  void placingItTwiceIsPlacingItOnce() {
    order.when(ANA_ASKS, place(wish(2), true));
    order.when(ANA_ASKS, place(wish(2), true)).thenNothing();
    order
        .when(ANA_ASKS, place(wish(3), true))
        .thenRejected(Kind.CONFLICT, "is placed already, with another wish");
  }

  @Test
  void theWishIsCheckedFieldByField() {
    order.when(ANA_ASKS, place(wish(0), true)).thenInvalid("pieces");
    order.when(ANA_ASKS, place(wish(1_000_000), true)).thenInvalid("pieces");
    order.at(EVENING).when(ANA_ASKS, place(wish(1), true)).thenInvalid("wanted");
  }

  @Test
  void nobodyOrdersInSomebodyElsesName() {
    order.when(BEN_ASKS, place(wish(1), true)).thenRejected(Kind.FORBIDDEN, "its customer's");
    order.when(STEWARD, place(wish(1), true)).then(OrderPlaced.class, OrderConfirmed.class);
  }

  @Test
  void aGuestsOrderWaitsForItsConfirmation() {
    order.when(ANA_ASKS, place(wish(1), false)).then(OrderPlaced.class);
    assertThat(order.wake()).contains(NOON.plus(RULES.confirmWindow()));
    order.when(BEN_ASKS, new ConfirmOrder(ORDER)).thenRejected(Kind.FORBIDDEN, "Use the link");
    order.when(ANA_ASKS, new ConfirmOrder(ORDER)).then(OrderConfirmed.class);
    order.when(ANA_ASKS, new ConfirmOrder(ORDER)).thenNothing();
  }

  @Test
  void whatNobodyConfirmsExpires() {
    order.when(ANA_ASKS, place(wish(1), false));
    order.at(order.wake().orElseThrow());
    order.when(COORDINATOR, new WakeOrder(ORDER)).then(OrderExpired.class);
    order
        .when(ANA_ASKS, new ConfirmOrder(ORDER))
        .thenRejected(Kind.CONFLICT, "it was not confirmed by 2026-06-02T12:00:00Z");
  }

  @Test
  void cancellingWithdrawsItsJobs() {
    order.when(ANA_ASKS, place(wish(1), true));
    order.when(BEN_ASKS, cancel()).thenRejected(Kind.FORBIDDEN, "its customer's");
    assertThat(order.when(ANA_ASKS, cancel()).the(OrderCancelled.class).jobs())
        .containsExactly(JOB);
    order.when(ANA_ASKS, cancel()).thenNothing();
  }

  @Test
  void itEndsWithItsJob() {
    order.when(ANA_ASKS, place(wish(1), true));
    order
        .when(COORDINATOR, new NoteJobEnded(ORDER, JOB, JobEnding.MADE, 1, "", ""))
        .then(OrderCompleted.class);
    order.when(ANA_ASKS, cancel()).thenRejected(Kind.CONFLICT, "there is nothing to cancel");
  }

  @Test
  void whatCouldNotBeMadeSaysWhatWouldHelp() {
    order.when(ANA_ASKS, place(wish(2), true));
    var ended = new NoteJobEnded(ORDER, JOB, JobEnding.UNMADE, 0, "Nobody can.", "A larger bed.");
    var unmade = order.when(COORDINATOR, ended).the(OrderUnmade.class);
    assertThat(unmade.help()).isEqualTo("A larger bed.");
    assertThat(unmade.pieces()).isEqualTo(2);
  }

  @Test
  void anOrderThatIsNotThereIsUnknown() {
    order.when(ANA_ASKS, cancel()).thenRejected(Kind.UNKNOWN, "There is no order o-7");
    order.when(ANA_ASKS, new ConfirmOrder(ORDER)).thenRejected(Kind.UNKNOWN, "no order o-7");
  }

  private static PlaceOrder place(Wish wish, boolean confirmed) {
    return new PlaceOrder(ORDER, wish, "sealed", confirmed, RULES);
  }

  private static CancelOrder cancel() {
    return new CancelOrder(ORDER, "changed my mind");
  }
}
