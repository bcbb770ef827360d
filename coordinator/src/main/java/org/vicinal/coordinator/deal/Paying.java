package org.vicinal.coordinator.deal;

import static org.vicinal.coordinator.decide.Decision.nothingNew;

import org.vicinal.coordinator.deal.DealEvent.AmountOwed;
import org.vicinal.coordinator.deal.DealEvent.DealSettled;
import org.vicinal.coordinator.deal.DealEvent.PaidTicked;
import org.vicinal.coordinator.deal.DealEvent.ReceivedTicked;
import org.vicinal.coordinator.deal.DealState.Owing;
import org.vicinal.coordinator.deal.DealState.Settled;
import org.vicinal.coordinator.decide.Decision;
import org.vicinal.messages.work.Price;

/**
 * Two ticks: the customer's <em>paid</em> and the workshop's <em>received</em>. The second word is
 * the workshop's: what it has received is settled. No money moves through Vicinal.
 */
final class Paying {
  private Paying() {}

  static void owe(Course course, Deal deal, Price owed, String why) {
    course.then(new AmountOwed(deal.lot(), owed, why, course.at().plus(deal.patience().payment())));
    if (owed.minorUnits() == 0) {
      course.then(
          new DealSettled(
              deal.lot(),
              owed,
              owed.unit() == Price.Unit.GIFT ? "it was a gift" : "nothing is owed"));
    }
  }

  static Decision<DealEvent> paid(Course course) {
    return switch (course.state()) {
      case Owing it when !it.paid() -> {
        course.then(new PaidTicked(it.deal().lot()));
        yield course.accepted();
      }
      case Owing _, Settled _ -> nothingNew();
      default -> DealDecider.notNow(course, "Ticking paid");
    };
  }

  static Decision<DealEvent> received(Course course) {
    return switch (course.state()) {
      case Owing it -> {
        course.then(new ReceivedTicked(it.deal().lot()));
        course.then(new DealSettled(it.deal().lot(), it.owed(), "paid and received"));
        yield course.accepted();
      }
      case Settled _ -> nothingNew();
      default -> DealDecider.notNow(course, "Ticking received");
    };
  }
}
