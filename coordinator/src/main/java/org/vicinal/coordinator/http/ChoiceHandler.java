package org.vicinal.coordinator.http;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.vicinal.coordinator.caller.Caller;
import org.vicinal.coordinator.job.JobCommand;
import org.vicinal.coordinator.job.Pick;
import org.vicinal.coordinator.view.BidView;
import org.vicinal.coordinator.view.OrderView;
import org.vicinal.messages.id.JobId;
import org.vicinal.messages.id.WorkshopId;
import org.vicinal.messages.net.Offering;
import org.vicinal.messages.work.Price;
import reactor.core.publisher.Mono;

/** The bids of an order: looking at them, choosing from them, and why a rule chose as it did. */
final class ChoiceHandler {
  private final OrderHandler orders;
  private final Asking asking;

  ChoiceHandler(OrderHandler orders, Asking asking) {
    this.orders = orders;
    this.asking = asking;
  }

  /**
   * A bid as it is shown.
   *
   * @param mayTake whether it can be chosen now
   * @param costs the whole of it in words
   */
  record Bid(
      WorkshopId workshop,
      double metres,
      String machine,
      int pieces,
      Instant readyBy,
      String costs,
      Price price,
      @Nullable Offering offering,
      List<String> differs,
      @Nullable String takenBack,
      boolean mayTake) {}

  /** What may be chosen, and until when. */
  record Bids(List<Bid> bids, @Nullable Instant chooseUntil, @Nullable String then) {}

  /** GET .../bids: all of them, open book. */
  Mono<ServerResponse> bids(ServerRequest request, Caller caller) {
    var order = orders.mine(request, caller);
    var offer = order.offer();
    return Handling.ok(
        new Bids(
            order.bids().stream().map(bid -> shown(order, bid)).toList(),
            offer == null ? null : offer.until(),
            offer == null ? null : offer.then()));
  }

  private static Bid shown(OrderView order, BidView bid) {
    var offer = order.offer();
    return new Bid(
        bid.workshop(),
        bid.metres(),
        bid.machine().value(),
        bid.pieces(),
        bid.readyBy(),
        bid.price().words(),
        bid.price(),
        bid.offering(),
        bid.differs(),
        bid.takenBack(),
        offer != null && bid.takenBack() == null && offer.workshops().contains(bid.workshop()));
  }

  /** GET .../why: every choice that a rule made, line by line. */
  Mono<ServerResponse> why(ServerRequest request, Caller caller) {
    return Handling.ok(Map.of("choices", orders.mine(request, caller).whys()));
  }

  /** The body of a choice; no picks when no bid pleases. */
  record Choice(@Nullable List<Picked> picks) {}

  /** What is taken of one bid. */
  record Picked(@Nullable WorkshopId workshop, @Nullable Integer pieces) {}

  /** POST .../choice. */
  Mono<ServerResponse> choose(ServerRequest request, Caller caller, byte[] body)
      throws InterruptedException {
    var order = orders.mine(request, caller);
    var wanted = Bodies.read(body, Choice.class).picks();
    if (wanted == null) {
      throw Problem.field("picks", "a list of workshop and pieces; empty for none of them", null);
    }
    var picks = wanted.stream().map(pick -> pick(order, pick)).toList();
    return asking.ask(
        Owners.asker(caller, order.wish().customer()),
        new JobCommand.ChooseBids(new JobId(order.id() + "-1"), picks),
        OrderHandler.address(order.id()),
        () -> orders.shown(ServerResponse.ok(), order.id(), caller));
  }

  private static Pick pick(OrderView order, Picked picked) {
    var workshop = picked.workshop();
    if (workshop == null) {
      throw Problem.field("picks.workshop", "a workshop that has a bid", null);
    }
    if (picked.pieces() != null) {
      return new Pick(workshop, picked.pieces());
    }
    int most = order.wish().pieces();
    return new Pick(
        workshop,
        order.bids().stream()
            .filter(bid -> bid.workshop().equals(workshop))
            .mapToInt(bid -> Math.min(most, bid.pieces()))
            .findFirst()
            .orElse(most));
  }
}
