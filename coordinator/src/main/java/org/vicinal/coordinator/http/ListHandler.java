package org.vicinal.coordinator.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.vicinal.coordinator.caller.Caller;
import org.vicinal.coordinator.view.OrderView;
import org.vicinal.coordinator.view.Views;
import org.vicinal.messages.id.DesignId;
import org.vicinal.messages.id.PersonId;
import org.vicinal.messages.id.WorkshopId;
import reactor.core.publisher.Mono;

/** {@code GET /orders} and {@code GET /lots}: what the caller may see, the newest first. */
final class ListHandler {
  private static final int MOST = 500;
  private static final int USUAL = 100;
  private static final int USUAL_KILOMETRES = 5;
  private static final int FARTHEST_KILOMETRES = 20_000;
  private static final List<String> OF_ORDERS =
      List.of("state", "workshop", "design", "customer", "near", "within", "after", "limit");
  private static final List<String> OF_LOTS =
      List.of("state", "workshop", "order", "after", "limit");
  private final Views views;
  private final OrderHandler orders;
  private final LotHandler lots;

  ListHandler(Edge edge, OrderHandler orders, LotHandler lots) {
    this.views = edge.views();
    this.orders = orders;
    this.lots = lots;
  }

  /**
   * GET /orders: one's own; all of them for a steward; the board for visitors where there is one.
   */
  Mono<ServerResponse> orders(ServerRequest request, Caller caller) {
    var asked = Parameters.of(request, OF_ORDERS);
    var wanted = orders.mayList(caller).and(which(asked, caller));
    boolean visitor = caller instanceof Caller.Visitor;
    var all =
        views.orders().stream()
            .filter(wanted)
            .map(it -> new Cursor.Placed<>(new Cursor(it.placedAt(), it.id().value()), it));
    return answer(
        "orders",
        Cursor.part(all, after(asked), asked.number("limit", USUAL, 1, MOST)),
        it -> visitor ? Shown.boardEntry(it) : Shown.order(it, null));
  }

  private static Predicate<OrderView> which(Parameters asked, Caller caller) {
    Predicate<OrderView> wanted = ofWorkshop(asked);
    var state = asked.word("state", OrderView.State.class);
    if (state.isPresent()) {
      wanted = wanted.and(it -> it.state() == state.get());
    }
    var design = known(asked, "design", caller).read("design", DesignId::new);
    if (design.isPresent()) {
      wanted =
          wanted.and(
              it -> {
                var release = it.wish().release();
                return release != null && release.design().equals(design.get());
              });
    }
    var near = known(asked, "near", caller).near();
    if (near.isPresent()) {
      double metres = 1_000.0 * asked.number("within", USUAL_KILOMETRES, 1, FARTHEST_KILOMETRES);
      wanted = wanted.and(it -> it.wish().place().metresTo(near.get()) <= metres);
    }
    var customer = asked.read("customer", PersonId::new);
    if (customer.isPresent() && !(caller instanceof Caller.Steward)) {
      throw Problem.forbidden("Only a steward lists the orders of a customer; yours are all here.");
    }
    return customer.isPresent()
        ? wanted.and(it -> it.wish().customer().equals(customer.get()))
        : wanted;
  }

  /** What a visitor's board does not show, a visitor does not find out by asking, either. */
  private static Parameters known(Parameters asked, String name, Caller caller) {
    if (!asked.blank(name) && caller instanceof Caller.Visitor) {
      throw Problem.whoAreYou(
          "Expected a bearer token: without one, orders are listed by state and workshop only.");
    }
    return asked;
  }

  private static Predicate<OrderView> ofWorkshop(Parameters asked) {
    var workshop = asked.read("workshop", WorkshopId::new);
    return workshop.isEmpty()
        ? it -> true
        : it -> it.lots().stream().anyMatch(lot -> lot.workshop().equals(workshop.get()));
  }

  /** GET /lots: those that concern the caller. */
  Mono<ServerResponse> lots(ServerRequest request, Caller caller) {
    var asked = Parameters.of(request, OF_LOTS);
    var state = asked.text("state");
    var order = asked.text("order");
    var workshop = asked.read("workshop", WorkshopId::new);
    var all =
        lots.mine(caller)
            .filter(it -> state.isEmpty() || it.deal().stateName().equalsIgnoreCase(state))
            .filter(it -> order.isEmpty() || it.order().id().value().equals(order))
            .filter(
                it ->
                    workshop.isEmpty()
                        || it.deal()
                            .state()
                            .agreed()
                            .filter(deal -> deal.workshop().equals(workshop.get()))
                            .isPresent())
            .map(
                it ->
                    new Cursor.Placed<>(
                        new Cursor(it.order().placedAt(), it.deal().lot().toString()), it));
    return answer(
        "lots",
        Cursor.part(all, after(asked), asked.number("limit", USUAL, 1, MOST)),
        it -> lots.shown(it, caller));
  }

  private static @Nullable Cursor after(Parameters asked) {
    return asked.blank("after") ? null : Cursor.parse(asked.text("after"));
  }

  private static <T> Mono<ServerResponse> answer(
      String what, Cursor.Part<T> part, Function<T, ?> shown) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put(what, part.items().stream().map(shown).toList());
    if (part.next() != null) {
      answer.put("next", part.next());
    }
    return Handling.ok(answer);
  }
}
