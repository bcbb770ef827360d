package org.vicinal.coordinator.http;

import java.io.IOException;
import java.net.URI;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.vicinal.coordinator.caller.Caller;
import org.vicinal.coordinator.deal.DealCommand;
import org.vicinal.coordinator.deal.DealState;
import org.vicinal.coordinator.decide.EntityKey;
import org.vicinal.coordinator.decide.Noun;
import org.vicinal.coordinator.job.JobCommand;
import org.vicinal.coordinator.order.OrderCommand;
import org.vicinal.coordinator.vault.Subject;
import org.vicinal.coordinator.vault.Vault;
import org.vicinal.coordinator.view.DealView;
import org.vicinal.coordinator.view.OrderView;
import org.vicinal.coordinator.view.Views;
import org.vicinal.messages.id.LotId;
import org.vicinal.messages.id.OrderId;
import reactor.core.publisher.Mono;

/** {@code /orders}: a customer's wishes. Nobody reads or changes another's. */
final class OrderHandler {
  private final Views views;
  private final Asking asking;
  private final Wishing wishing;
  private final Sealing sealing;
  private final Vault vault;
  private final Space space;
  private final boolean board;

  OrderHandler(Edge edge, Asking asking, Space space, Quarters quarters) {
    this.views = edge.views();
    this.asking = asking;
    this.wishing = new Wishing(edge, quarters);
    this.sealing = new Sealing(edge.vault());
    this.vault = edge.vault();
    this.space = space;
    this.board = edge.settings().board();
  }

  /** PUT: 201 for a new order, 200 for the same again. */
  Mono<ServerResponse> place(ServerRequest request, Caller caller, byte[] body)
      throws IOException, InterruptedException {
    var id = id(request);
    var customer = Owners.customer(caller, id);
    var wanted = Bodies.read(body, OrderRequest.class);
    var rules = views.rules();
    var exact = wanted.exactPlace();
    var wish = wishing.wish(wanted, customer, rules.mostPieces());
    var personal =
        new Shown.Personal(
            wanted.checkedContact(), wanted.checkedNote(), exact.latitude(), exact.longitude());
    boolean known = views.findOrder(id).isPresent();
    if (!known) {
      space.demand();
    }
    var command =
        new OrderCommand.PlaceOrder(
            id, wish, sealing.seal(id, personal), !(caller instanceof Caller.Guest), rules);
    return asking.ask(
        Owners.asker(caller, customer),
        command,
        address(id),
        () -> shown(known ? ServerResponse.ok() : ServerResponse.created(address(id)), id, caller));
  }

  /** GET: one order; {@code ?atLeast=version} waits for it. */
  Mono<ServerResponse> show(ServerRequest request, Caller caller) throws InterruptedException {
    var id = id(request);
    var atLeast = request.queryParam("atLeast");
    if (atLeast.isPresent()) {
      asking.atLeast(new EntityKey(Noun.ORDER, id.value()), number("atLeast", atLeast.get()));
    }
    return shown(ServerResponse.ok(), id, caller);
  }

  /** POST .../confirmation: a guest means it. */
  Mono<ServerResponse> confirm(ServerRequest request, Caller caller) throws InterruptedException {
    var order = mine(request, caller);
    return asking.ask(
        Owners.asker(caller, order.wish().customer()),
        new OrderCommand.ConfirmOrder(order.id()),
        address(order.id()),
        () -> shown(ServerResponse.ok(), order.id(), caller));
  }

  /** The body of a cancellation and of taking a lot back. */
  record Why(@Nullable String reason) {}

  /** POST .../cancellation. */
  Mono<ServerResponse> cancel(ServerRequest request, Caller caller, byte[] body)
      throws InterruptedException {
    var order = mine(request, caller);
    var by = Owners.asker(caller, order.wish().customer());
    var waiting = order.deals().stream().filter(OrderHandler::mayCancel).toList();
    if (order.ended() == null || waiting.isEmpty()) {
      return asking.ask(
          by,
          new OrderCommand.CancelOrder(order.id(), reason(body)),
          address(order.id()),
          () -> shown(ServerResponse.ok(), order.id(), caller));
    }
    Mono<ServerResponse> last = Mono.empty();
    for (var deal : waiting) { // everything is made: nobody comes for it
      last =
          asking.ask(
              by,
              new DealCommand.CancelDeal(deal.lot()),
              address(order.id()),
              () -> shown(ServerResponse.ok(), order.id(), caller));
    }
    return last;
  }

  /** Whether the pieces of a lot are made and still at the workshop. */
  static boolean mayCancel(DealView deal) {
    return deal.state() instanceof DealState.Made || deal.state() instanceof DealState.Ready;
  }

  /** POST .../lots/{lot}/withdrawal: a person decides about a lot that is late. */
  Mono<ServerResponse> takeBack(ServerRequest request, Caller caller, byte[] body)
      throws InterruptedException {
    var order = mine(request, caller);
    LotId lot;
    try {
      lot = LotId.parse(request.pathVariable("lot"));
    } catch (IllegalArgumentException e) {
      throw Problem.invalid("lot", e.getMessage());
    }
    if (order.findLot(lot).isEmpty()) {
      throw Problem.unknown("Order %s has no lot %s.".formatted(order.id(), lot));
    }
    return asking.ask(
        Owners.asker(caller, order.wish().customer()),
        new JobCommand.TakeBackLot(lot, reason(body)),
        address(order.id()),
        () -> shown(ServerResponse.ok(), order.id(), caller));
  }

  /** The order of the address, when the caller may see it; 401 or 404 when not. */
  OrderView mine(ServerRequest request, Caller caller) {
    var id = id(request);
    return mine(id, caller);
  }

  /** As the caller may see it. */
  Shown.Order shownTo(Caller caller, OrderView order) {
    boolean own = Owners.isOwner(caller, order);
    return Shown.order(order, own ? sealing.open(order) : null);
  }

  /** Whose orders a caller may see in a list. */
  Predicate<OrderView> mayList(Caller caller) {
    return switch (caller) {
      case Caller.Visitor visitor when board -> order -> order.confirmBy() == null;
      case Caller.Visitor visitor ->
          throw Problem.whoAreYou(
              "Expected a bearer token: orders are seen by those who placed them.");
      case Caller.Steward steward -> order -> true;
      case Caller.Known known -> order -> Owners.isOwner(known, order);
    };
  }

  private OrderView mine(OrderId id, Caller caller) {
    if (caller instanceof Caller.Visitor) {
      throw Problem.whoAreYou(
          "Expected a bearer token: an order is seen by who placed it. A guest's is guest.%s.SECRET."
              .formatted(id));
    }
    return views
        .findOrder(id)
        .filter(order -> caller instanceof Caller.Steward || Owners.isOwner(caller, order))
        .orElseThrow(() -> Problem.unknown("There is no order %s that is yours.".formatted(id)));
  }

  Mono<ServerResponse> shown(ServerResponse.BodyBuilder response, OrderId id, Caller caller) {
    var order = mine(id, caller);
    return Handling.json(response.eTag("\"%s\"".formatted(order.mark())), shownTo(caller, order));
  }

  /**
   * DELETE .../personal: the order's key ends, and with it contact, exact place, note and every
   * word that was written about it. The bare facts stay.
   */
  Mono<ServerResponse> forget(ServerRequest request, Caller caller) {
    var order = mine(request, caller);
    var waiting = order.waitingFor();
    if (waiting.isPresent()) {
      throw Problem.of(
          HttpStatus.CONFLICT,
          "Order %s still waits (%s): who works on it needs what you told. Cancel it, or forget it afterwards."
              .formatted(order.id(), waiting.get().what()));
    }
    vault.forget(Subject.of(order.id()));
    return ServerResponse.noContent().build();
  }

  /** GET .../story: plain sentences, as JSON, or as text when that is accepted. */
  Mono<ServerResponse> story(ServerRequest request, Caller caller) {
    var story = ShownStory.of(mine(request, caller));
    boolean text =
        request.headers().accept().stream().anyMatch(MediaType.TEXT_PLAIN::equalsTypeAndSubtype);
    return text
        ? ServerResponse.ok()
            .contentType(MediaType.parseMediaType("text/plain;charset=UTF-8"))
            .bodyValue(story.text())
        : Handling.ok(story);
  }

  private static String reason(byte[] body) {
    var said = body.length == 0 ? null : Bodies.read(body, Why.class).reason();
    var text = OrderRequest.text("reason", said, 500);
    return text == null ? "no reason was given" : text;
  }

  private static long number(String field, String text) {
    try {
      long value = Long.parseLong(text);
      if (value > 0) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Falls through: the answer is the same.
    }
    throw Problem.field(field, "a whole number from 1", text);
  }

  static OrderId id(ServerRequest request) {
    try {
      return new OrderId(request.pathVariable("id"));
    } catch (IllegalArgumentException e) {
      throw Problem.invalid("id", e.getMessage());
    }
  }

  static URI address(OrderId id) {
    return URI.create("/api/v1/orders/" + id);
  }
}
