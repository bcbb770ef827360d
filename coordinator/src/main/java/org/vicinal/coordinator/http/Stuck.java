package org.vicinal.coordinator.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vicinal.coordinator.deal.DealState;
import org.vicinal.coordinator.view.LotView;
import org.vicinal.coordinator.view.OrderView;
import org.vicinal.coordinator.view.WaitingFor;
import org.vicinal.messages.id.OrderId;

/**
 * An order that a steward may want to look at: late, disputed, or without news for three days.
 *
 * @param why it is here
 */
record Stuck(
    OrderId order, String title, Instant changedAt, String why, @Nullable WaitingFor waitingFor) {
  private static final Duration QUIET = Duration.ofDays(3);
  private static final int MOST = 500;

  static List<Stuck> of(Collection<OrderView> orders, Instant now) {
    return orders.stream()
        .filter(order -> order.waitingFor().isPresent())
        .map(
            order ->
                new Stuck(
                    order.id(),
                    order.wish().title(),
                    order.changedAt(),
                    why(order, now),
                    order.waitingFor().orElse(null)))
        .filter(stuck -> !stuck.why().isEmpty())
        .sorted(Comparator.comparing(Stuck::changedAt))
        .limit(MOST)
        .toList();
  }

  private static String why(OrderView order, Instant now) {
    if (order.deals().stream()
        .anyMatch(deal -> deal.state() instanceof DealState.Disputed it && it.overdue())) {
      return "a dispute that a steward may decide";
    }
    if (order.deals().stream().anyMatch(deal -> deal.state() instanceof DealState.Disputed)) {
      return "a dispute";
    }
    if (order.lots().stream().anyMatch(lot -> lot.state() == LotView.State.LATE)) {
      return "a lot is late";
    }
    var quiet = Duration.between(order.changedAt(), now);
    return quiet.compareTo(QUIET) >= 0 ? "no news for %d days".formatted(quiet.toDays()) : "";
  }
}
