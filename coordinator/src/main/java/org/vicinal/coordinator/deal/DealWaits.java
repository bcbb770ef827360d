package org.vicinal.coordinator.deal;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.vicinal.coordinator.deal.DealEvent.Again;
import org.vicinal.coordinator.deal.DealEvent.DealSettled;
import org.vicinal.coordinator.deal.DealEvent.DisputeOverdue;
import org.vicinal.coordinator.deal.DealEvent.FirstPieceAccepted;
import org.vicinal.coordinator.deal.DealEvent.GateReminded;
import org.vicinal.coordinator.deal.DealEvent.PaymentReminded;
import org.vicinal.coordinator.deal.DealEvent.PickupReminded;
import org.vicinal.coordinator.deal.DealEvent.PiecesAccepted;
import org.vicinal.coordinator.deal.DealEvent.PiecesCollected;
import org.vicinal.coordinator.deal.DealEvent.PiecesDisposed;
import org.vicinal.coordinator.deal.DealEvent.PiecesNeverReady;
import org.vicinal.coordinator.deal.DealState.Disputed;
import org.vicinal.coordinator.deal.DealState.HandedOver;
import org.vicinal.coordinator.deal.DealState.Made;
import org.vicinal.coordinator.deal.DealState.Making;
import org.vicinal.coordinator.deal.DealState.NotOpened;
import org.vicinal.coordinator.deal.DealState.Owing;
import org.vicinal.coordinator.deal.DealState.Promised;
import org.vicinal.coordinator.deal.DealState.Ready;
import org.vicinal.coordinator.deal.DealState.Sent;
import org.vicinal.coordinator.deal.DealState.Settled;
import org.vicinal.coordinator.decide.Decision;

/** Until when each state waits, and what happens then. */
final class DealWaits {
  private static final int PAYMENT_REMINDERS = 2;

  private DealWaits() {}

  /** When something happens by itself; empty where the job waits, or nothing does. */
  static Optional<Instant> next(DealState state) {
    return switch (state) {
      case NotOpened _, Promised _, Settled _ -> Optional.empty();
      case Making it -> Optional.ofNullable(it.until());
      case Made it -> Optional.of(it.until());
      case Ready it -> Optional.of(it.remindAt());
      case Sent it -> Optional.of(it.until());
      case HandedOver it -> Optional.of(it.until());
      case Disputed it -> Optional.of(it.until());
      case Owing it -> Optional.of(it.until());
    };
  }

  static Decision<DealEvent> over(Course course) {
    if (next(course.state()).filter(until -> !until.isAfter(course.at())).isEmpty()) {
      return Decision.nothingNew();
    }
    switch (course.state()) {
      case NotOpened _, Promised _, Settled _ -> {}
      case Making it ->
          course.then(new FirstPieceAccepted(it.deal().lot(), it.deal().workshop(), true));
      case Made it -> made(course, it);
      case Ready it -> ready(course, it);
      case Sent it ->
          course.then(
              new PiecesCollected(
                  it.deal().lot(), course.at().plus(it.deal().patience().silence())));
      case HandedOver it -> {
        course.then(new PiecesAccepted(it.deal().lot(), true, ""));
        Paying.owe(course, it.deal(), it.deal().price(), "nobody said anything against them");
      }
      case Disputed it -> disputed(course, it);
      case Owing it -> owing(course, it);
    }
    return course.accepted();
  }

  private static void made(Course course, Made state) {
    var deal = state.deal();
    if (!state.reminded()) {
      var until = course.at().plus(deal.patience().gate().multipliedBy(3));
      course.then(new GateReminded(deal.lot(), until));
      return;
    }
    var lost = new Again(deal, deal.pieces(), deal.price(), course.at());
    course.then(new PiecesNeverReady(deal.lot(), deal.pieces(), lost));
    course.then(
        new DealSettled(
            deal.lot(),
            Owed.nothing(deal.price()),
            "the pieces never became ready: nothing is owed"));
  }

  /** Reminders at a quarter, a half and three quarters of the time that the workshop keeps them. */
  private static void ready(Course course, Ready state) {
    var deal = state.deal();
    if (!course.at().isBefore(state.keptUntil())) {
      course.then(new PiecesDisposed(deal.lot(), deal.footing().kept().then()));
      Paying.owe(course, deal, deal.price(), "the pieces were made, and nobody collected them");
      return;
    }
    int number = state.reminders() + 1;
    var next =
        number >= 3
            ? state.keptUntil()
            : earlier(state.keptUntil(), course.at().plus(quarter(deal)));
    course.then(new PickupReminded(deal.lot(), number, state.keptUntil(), next));
  }

  static Duration quarter(Deal deal) {
    return deal.patience().days(deal.footing().kept().days()).dividedBy(4);
  }

  private static Instant earlier(Instant one, Instant other) {
    return Stream.of(one, other).min(Instant::compareTo).orElseThrow();
  }

  private static void disputed(Course course, Disputed state) {
    if (state.overdue()) {
      Disputing.closeByRule(course, state);
    } else {
      var until = course.at().plus(state.deal().patience().dispute().multipliedBy(2));
      course.then(new DisputeOverdue(state.deal().lot(), until));
    }
  }

  private static void owing(Course course, Owing state) {
    var lot = state.deal().lot();
    if (state.reminders() < PAYMENT_REMINDERS) {
      course.then(
          new PaymentReminded(
              lot, state.reminders() + 1, course.at().plus(state.deal().patience().payment())));
      return;
    }
    course.then(
        new DealSettled(
            lot,
            state.owed(),
            state.paid()
                ? "the customer says that it is paid; the workshop said nothing"
                : "nobody said that it was paid: it stays owed between the two"));
  }

  /** Where a deal is, as people say it. */
  static String nameOf(DealState state) {
    return switch (state) {
      case NotOpened _ -> "not awarded";
      case Promised _ -> "awarded";
      case Making _ -> "being made";
      case Made it -> it.checked() ? "checked" : "made";
      case Ready _ -> "ready";
      case Sent _ -> "on its way";
      case HandedOver _ -> "handed over";
      case Disputed _ -> "disputed";
      case Owing _ -> "accepted";
      case Settled _ -> "settled";
    };
  }
}
