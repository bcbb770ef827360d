package org.vicinal.coordinator.http;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.vicinal.coordinator.caller.Caller;
import org.vicinal.coordinator.deal.DealState;
import org.vicinal.coordinator.decide.Asker;
import org.vicinal.coordinator.view.DealView;
import org.vicinal.coordinator.view.LotView;
import org.vicinal.coordinator.view.OrderView;
import org.vicinal.coordinator.view.Views;
import org.vicinal.messages.id.OrderId;
import org.vicinal.messages.id.WorkshopId;

/**
 * Who belongs to the talk of an order: its customer, each workshop with its own thread, and a
 * steward while pieces are disputed.
 *
 * @param threads the workshops whose threads the caller reads
 */
record Circle(OrderView order, List<WorkshopId> threads, Asker asker) {
  Circle {
    threads = List.copyOf(threads);
  }

  /** The caller's place in it; the same 404 for an order that is none of theirs as for none. */
  static Circle of(ServerRequest request, Caller caller, Views views) {
    if (caller instanceof Caller.Visitor) {
      throw Problem.whoAreYou("Expected a bearer token: a talk is read by those who have it.");
    }
    var name = request.pathVariable("id");
    OrderId id;
    try {
      id = new OrderId(name);
    } catch (IllegalArgumentException e) {
      throw Problem.invalid("id", e.getMessage());
    }
    return views
        .findOrder(id)
        .flatMap(order -> of(caller, order))
        .orElseThrow(() -> Problem.unknown("There is no order %s that is yours.".formatted(name)));
  }

  private static Optional<Circle> of(Caller caller, OrderView order) {
    var all = order.lots().stream().map(LotView::workshop).distinct().toList();
    if (Owners.isOwner(caller, order)) {
      return Optional.of(new Circle(order, all, new Asker.Customer(order.wish().customer())));
    }
    return switch (caller) {
      case Caller.Workshop it when all.contains(it.workshop()) ->
          Optional.of(new Circle(order, List.of(it.workshop()), it.asker()));
      case Caller.Steward it ->
          Optional.of(new Circle(order, disputed(order), it.asker()))
              .filter(circle -> !circle.threads().isEmpty());
      default -> Optional.empty();
    };
  }

  private static List<WorkshopId> disputed(OrderView order) {
    return order.deals().stream()
        .map(DealView::state)
        .filter(DealState.Disputed.class::isInstance)
        .flatMap(state -> state.agreed().stream())
        .map(deal -> deal.workshop())
        .distinct()
        .toList();
  }

  /** The thread that is meant: {@code wanted}, or the only one. */
  WorkshopId thread(@Nullable WorkshopId wanted) {
    if (wanted == null && threads.size() == 1) {
      return threads.getFirst();
    }
    return Optional.ofNullable(wanted)
        .filter(threads::contains)
        .orElseThrow(
            () ->
                Problem.field(
                    "workshop",
                    threads.isEmpty()
                        ? "an order that a workshop has been awarded"
                        : "one of the order's workshops " + threads,
                    wanted));
  }
}
