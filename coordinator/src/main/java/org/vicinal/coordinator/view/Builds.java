package org.vicinal.coordinator.view;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.vicinal.coordinator.consent.ConsentEvent;
import org.vicinal.coordinator.consent.Sharer;
import org.vicinal.coordinator.consent.Showing;
import org.vicinal.coordinator.deal.DealEvent;
import org.vicinal.coordinator.deal.DealState;
import org.vicinal.messages.id.DesignId;
import org.vicinal.messages.id.LotId;
import org.vicinal.messages.id.OrderId;

/**
 * How lots were judged, and what may be shown of it. Written by whoever follows the log, read by
 * everybody. Whose release it was is looked up when asked: orders and deals are read in any order.
 */
final class Builds {
  private record Judged(DealView deal, Instant at, int accepted, int refused) {}

  private final Map<OrderId, Map<LotId, Judged>> judged = new ConcurrentHashMap<>();
  private final Map<Sharer, Showing> showings = new ConcurrentHashMap<>();
  private final Map<DesignId, Map<OrderId, Boolean>> ordered = new ConcurrentHashMap<>();

  void on(ConsentEvent event) {
    switch (event) {
      case ConsentEvent.ShowingChosen it -> showings.put(it.sharer(), it.showing());
    }
  }

  /** An order is there; those of releases are kept by their design. */
  void on(OrderView order) {
    var release = order.wish().release();
    if (release != null) {
      ordered
          .computeIfAbsent(release.design(), key -> new ConcurrentHashMap<>())
          .put(order.id(), true);
    }
  }

  /** {@code deal} is as the event has left it, which in these two cases is as it was before. */
  void on(DealView deal, DealEvent event, Instant at) {
    int pieces = deal.state().agreed().map(it -> it.pieces()).orElse(0);
    switch (event) {
      case DealEvent.PiecesAccepted _ -> put(new Judged(deal, at, pieces, 0));
      case DealEvent.DisputeClosed _ -> {
        int refused = deal.state() instanceof DealState.Disputed it ? it.refused() : pieces;
        put(new Judged(deal, at, pieces - refused, refused));
      }
      default -> {
        // the rest of a deal's life judges no pieces
      }
    }
  }

  private void put(Judged one) {
    judged
        .computeIfAbsent(one.deal().order(), key -> new ConcurrentHashMap<>())
        .put(one.deal().lot(), one);
  }

  /** What they have said; empty when they have not. */
  Optional<Showing> find(Sharer sharer) {
    return Optional.ofNullable(showings.get(sharer));
  }

  /** Of all releases of {@code design}, in no order. */
  Stream<BuildView> of(DesignId design, Map<OrderId, OrderView> orders) {
    return ordered.getOrDefault(design, Map.of()).keySet().stream()
        .flatMap(id -> Optional.ofNullable(orders.get(id)).stream())
        .flatMap(
            order ->
                judged.getOrDefault(order.id(), Map.of()).values().stream()
                    .flatMap(one -> build(order, one).stream()));
  }

  private Optional<BuildView> build(OrderView order, Judged one) {
    var release = order.wish().release();
    var deal = one.deal().state().agreed();
    return release == null || deal.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new BuildView(
                one.deal().lot(),
                order.id(),
                release,
                order.wish().requirement(),
                deal.get().workshop(),
                deal.get().machine().value(),
                one.at(),
                one.accepted(),
                one.refused(),
                said(Sharer.of(order.wish().customer()))
                    .and(said(Sharer.of(deal.get().workshop())))));
  }

  private Showing said(Sharer sharer) {
    return showings.getOrDefault(sharer, Showing.NOTHING);
  }

  /** The orders of any release of {@code design}. */
  Set<OrderId> ordersOf(DesignId design) {
    return Set.copyOf(ordered.getOrDefault(design, Map.of()).keySet());
  }

  /** Pieces that were made of {@code design}, judged or not. */
  long pieces(DesignId design, Map<OrderId, OrderView> orders) {
    return ordered.getOrDefault(design, Map.of()).keySet().stream()
        .flatMap(id -> Optional.ofNullable(orders.get(id)).stream())
        .mapToLong(OrderView::made)
        .sum();
  }
}
