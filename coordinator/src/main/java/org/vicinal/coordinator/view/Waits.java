package org.vicinal.coordinator.view;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vicinal.messages.id.WorkshopId;

/** What an order waits for: every wait has a name and, where there is one, a time. */
final class Waits {
  private Waits() {}

  static Optional<WaitingFor> of(OrderView order) {
    if (order.ended() != null && order.state() == order.ended().state()) {
      return DealWaits.of(order);
    }
    if (order.confirmBy() != null) {
      return Optional.of(new WaitingFor("the customer confirms the order", order.confirmBy()));
    }
    var offer = order.offer();
    if (offer != null) {
      int bids = offer.workshops().size();
      return Optional.of(
          new WaitingFor(
              "you choose from %d bid%s".formatted(bids, bids == 1 ? "" : "s"),
              offer.until(),
              null,
              "otherwise " + offer.then()));
    }
    var look = DealWaits.firstPiece(order);
    if (look.isPresent()) {
      return look;
    }
    var held =
        order.lots().stream()
            .filter(lot -> lot.state().held())
            .min(Comparator.comparingInt(Waits::urgency));
    if (held.isPresent()) {
      return held.map(Waits::ofLot);
    }
    var tender = order.tender();
    if (tender != null) {
      return Optional.of(
          new WaitingFor(bidders(tender), tender.closesAt(), tender.since(), next(tender)));
    }
    var deal = DealWaits.of(order);
    if (deal.isPresent()) {
      return deal;
    }
    return Optional.of(new WaitingFor("the next workshops are looked for", null));
  }

  private static String next(OrderView.Tender tender) {
    return "then the bids from %s are weighed, and who is farther is asked for what is missing"
        .formatted(tender.ring());
  }

  private static String bidders(OrderView.Tender tender) {
    return tender.silent().isEmpty()
        ? "all have answered; the best offer is chosen"
        : tender.silent().stream().map(WorkshopId::value).collect(Collectors.joining(", "))
            + (tender.silent().size() == 1 ? " answers" : " answer");
  }

  /** A person's hand first, then what is nearest to happen. */
  private static int urgency(LotView lot) {
    if (lot.waiting() != null) {
      return 0;
    }
    return switch (lot.state()) {
      case LATE -> 1;
      case AWARDED -> 2;
      case ACCEPTED -> 3;
      default -> 4;
    };
  }

  private static WaitingFor ofLot(LotView lot) {
    var workshop = lot.workshop().value();
    if (lot.waiting() != null && lot.state() != LotView.State.LATE) {
      return new WaitingFor(workshop + ": " + lot.waiting(), lot.readyBy());
    }
    return switch (lot.state()) {
      case AWARDED -> new WaitingFor(workshop + " accepts the award", lot.acceptBy());
      case ACCEPTED -> new WaitingFor(workshop + " begins", lot.readyBy());
      case LATE ->
          new WaitingFor(
              workshop
                  + " is late; the customer or a steward may decide"
                  + (lot.waiting() == null ? "" : " (" + lot.waiting() + ")"),
              lot.takenBackAt(),
              null,
              "then it is taken back and called for elsewhere");
      default -> new WaitingFor(workshop + " makes it on " + lot.machine(), lot.readyBy());
    };
  }
}
