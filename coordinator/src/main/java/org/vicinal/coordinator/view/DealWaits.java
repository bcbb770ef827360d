package org.vicinal.coordinator.view;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.vicinal.coordinator.deal.Deal;
import org.vicinal.coordinator.deal.DealState;

/** What an order waits for after the machines have stopped. */
final class DealWaits {
  private DealWaits() {}

  /** A workshop that makes nothing until the customer has seen its first piece. */
  static Optional<WaitingFor> firstPiece(OrderView order) {
    return order.deals().stream()
        .filter(deal -> deal.state() instanceof DealState.Making)
        .flatMap(deal -> of(deal).stream())
        .findFirst();
  }

  /** The wait that ends first; empty when every deal is settled. */
  static Optional<WaitingFor> of(OrderView order) {
    return order.deals().stream()
        .flatMap(deal -> of(deal).stream())
        .min(Comparator.comparing(wait -> wait.until() == null ? Instant.MAX : wait.until()));
  }

  /** What one deal waits for, until when, and what happens then. */
  static Optional<WaitingFor> of(DealView deal) {
    return deal.state().agreed().flatMap(agreed -> of(agreed, deal.state()));
  }

  private static Optional<WaitingFor> of(Deal deal, DealState state) {
    var workshop = deal.workshop().value();
    return switch (state) {
      case DealState.NotOpened _, DealState.Promised _, DealState.Settled _ -> Optional.empty();
      case DealState.Making it ->
          it.until() == null
              ? Optional.empty()
              : wait(
                  "you look at the first piece at " + workshop,
                  it.until(),
                  "then the others are made");
      case DealState.Made it ->
          wait(
              workshop + (it.checked() ? " says that the pieces are ready" : " checks the pieces"),
              it.until(),
              it.reminded() ? "then they are called for elsewhere" : "then it is reminded");
      case DealState.Ready it ->
          wait(
              "you collect the pieces at " + workshop,
              it.keptUntil(),
              "then they are %s, and owed".formatted(deal.footing().kept().then().words()));
      case DealState.Sent it ->
          wait("you say that the pieces are there", it.until(), "then they count as there");
      case DealState.HandedOver it ->
          wait("you say whether the pieces are good", it.until(), "then they count as accepted");
      case DealState.Disputed it -> disputed(it, workshop);
      case DealState.Owing it ->
          wait(
              it.paid()
                  ? workshop + " ticks received (" + it.owed().words() + ")"
                  : "%s is paid to %s, and both tick it".formatted(it.owed().words(), workshop),
              it.until(),
              it.reminders() < 2 ? "then both are reminded" : "then it is closed as it stands");
    };
  }

  private static Optional<WaitingFor> disputed(DealState.Disputed state, String workshop) {
    var open = state.open();
    var what =
        open != null
            ? "an answer to proposal %d of %s".formatted(open.number(), open.by().words())
            : state.mediator() != null
                ? "the mediator decides"
                : "you and %s find a remedy".formatted(workshop);
    return wait(
        what,
        state.until(),
        state.overdue() ? "then only accepted pieces are owed" : "then a steward may decide");
  }

  private static Optional<WaitingFor> wait(String what, Instant until, String then) {
    return Optional.of(new WaitingFor(what, until, null, then));
  }
}
