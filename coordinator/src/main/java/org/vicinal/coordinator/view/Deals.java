package org.vicinal.coordinator.view;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.vicinal.coordinator.deal.DealEvent;
import org.vicinal.coordinator.decide.Occurred;
import org.vicinal.messages.id.LotId;
import org.vicinal.messages.id.OrderId;

/** The deals of every order. Written by whoever follows the log, read by everybody. */
final class Deals {
  private static final Comparator<DealView> BY_LOT =
      Comparator.comparingLong((DealView deal) -> deal.lot().generation())
          .thenComparingInt(deal -> deal.lot().number());
  private final Map<OrderId, Map<LotId, DealView>> orders = new ConcurrentHashMap<>();
  private final Map<LotId, OrderId> owners = new ConcurrentHashMap<>();

  /** The deal after the event; null when nobody knows whose it is. */
  @Nullable DealView on(Occurred<?> occurred, DealEvent event) {
    var order =
        event instanceof DealEvent.DealOpened opened
            ? opened.deal().footing().order()
            : owners.get(event.lot());
    if (order == null) {
      return null;
    }
    owners.put(event.lot(), order);
    return orders
        .computeIfAbsent(order, key -> new ConcurrentHashMap<>())
        .compute(event.lot(), (key, before) -> DealView.on(before, occurred, event));
  }

  Optional<DealView> find(LotId lot) {
    return Optional.ofNullable(owners.get(lot))
        .map(order -> orders.getOrDefault(order, Map.of()).get(lot));
  }

  /** All deals of an order, in the order of their lots. */
  List<DealView> of(OrderId order) {
    return orders.getOrDefault(order, Map.of()).values().stream().sorted(BY_LOT).toList();
  }
}
