package org.vicinal.coordinator.http;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.vicinal.coordinator.caller.Caller;
import org.vicinal.coordinator.decide.Asker;
import org.vicinal.coordinator.talk.TalkCommand;
import org.vicinal.coordinator.vault.Subject;
import org.vicinal.coordinator.vault.Vault;
import org.vicinal.coordinator.view.LotView;
import org.vicinal.coordinator.view.MessageView;
import org.vicinal.coordinator.view.OrderView;
import org.vicinal.coordinator.view.Views;
import org.vicinal.messages.id.OrderId;
import org.vicinal.messages.id.WorkshopId;
import reactor.core.publisher.Mono;

/**
 * {@code /orders/{id}/messages}: what customer and workshops write to each other. A workshop sees
 * its own thread only.
 */
final class TalkHandler {
  private static final int LONGEST = 2_000; // characters of a message
  private static final int MOST_LISTED = 100;
  private final Views views;
  private final Vault vault;
  private final Asking asking;

  TalkHandler(Edge edge, Asking asking) {
    this.views = edge.views();
    this.vault = edge.vault();
    this.asking = asking;
  }

  /** The body of PUT; {@code workshop} may be absent where the order has one only. */
  record Words(@Nullable String text, @Nullable WorkshopId workshop) {}

  /** One message; {@code text} is absent when what is personal has been forgotten. */
  record Message(
      long number, String id, Instant at, WorkshopId workshop, String by, @Nullable String text) {}

  /** A page; {@code next} is what to give as {@code after} for the messages behind it. */
  record Page(List<Message> messages, long next, boolean more) {}

  /** GET: what has been written after message number {@code after}, oldest first. */
  Mono<ServerResponse> list(ServerRequest request, Caller caller) {
    var order = find(request, caller);
    long after = after(request);
    var all =
        seen(order, caller)
            .filter(message -> message.number() > after)
            .limit(MOST_LISTED + 1)
            .toList();
    var page = all.subList(0, Math.min(MOST_LISTED, all.size()));
    long next = page.isEmpty() ? after : page.getLast().number();
    return Handling.ok(
        new Page(
            page.stream().map(message -> shown(order.id(), message)).toList(),
            next,
            all.size() > page.size()));
  }

  /** PUT .../{message}: says it; the same again changes nothing. */
  Mono<ServerResponse> say(ServerRequest request, Caller caller, byte[] body)
      throws InterruptedException {
    var order = find(request, caller);
    var words = Bodies.read(body, Words.class);
    var id = request.pathVariable("message");
    var text = words.text();
    if (text == null || text.isBlank()) {
      throw Problem.field("text", "a message", text);
    }
    if (text.length() > LONGEST) {
      throw Problem.invalid(
          "text",
          "Expected at most 2,000 characters, but found %,d. Send it in two messages."
              .formatted(text.length()));
    }
    var command =
        new TalkCommand.SayWords(
            order.id(),
            thread(order, caller, words.workshop()),
            id,
            vault.seal(Subject.of(order.id()), text));
    return asking.ask(
        caller instanceof Caller.Workshop workshop
            ? workshop.asker()
            : new Asker.Customer(order.wish().customer()),
        command,
        URI.create("/api/v1/orders/%s/messages".formatted(order.id())),
        () -> Handling.ok(written(order, caller, id)));
  }

  private Message written(OrderView order, Caller caller, String id) {
    return seen(order, caller)
        .filter(message -> message.id().equals(id))
        .findFirst()
        .map(message -> shown(order.id(), message))
        .orElseThrow(() -> Problem.unknown("There is no message %s here.".formatted(id)));
  }

  private static WorkshopId thread(OrderView order, Caller caller, @Nullable WorkshopId wanted) {
    if (caller instanceof Caller.Workshop it) {
      return it.workshop();
    }
    var workshops = order.lots().stream().map(LotView::workshop).distinct().toList();
    if (wanted == null && workshops.size() == 1) {
      return workshops.getFirst();
    }
    return Optional.ofNullable(wanted)
        .filter(workshops::contains)
        .orElseThrow(
            () ->
                Problem.field(
                    "workshop",
                    workshops.isEmpty()
                        ? "an order that a workshop has been awarded"
                        : "one of the order's workshops " + workshops,
                    wanted));
  }

  private Stream<MessageView> seen(OrderView order, Caller caller) {
    return views.messages(order.id()).stream()
        .filter(
            message ->
                !(caller instanceof Caller.Workshop it)
                    || message.workshop().equals(it.workshop()));
  }

  private Message shown(OrderId order, MessageView message) {
    return new Message(
        message.number(),
        message.id(),
        message.at(),
        message.workshop(),
        message.by() instanceof Asker.Workshop ? "workshop" : "customer",
        vault.open(Subject.of(order), message.sealed()).orElse(null));
  }

  private OrderView find(ServerRequest request, Caller caller) {
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
        .filter(
            order ->
                caller instanceof Caller.Workshop it
                    ? order.lots().stream().anyMatch(lot -> lot.workshop().equals(it.workshop()))
                    : Owners.isOwner(caller, order))
        .orElseThrow(() -> Problem.unknown("There is no order %s that is yours.".formatted(name)));
  }

  private static long after(ServerRequest request) {
    var text = request.queryParam("after").orElse("0");
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw Problem.field("after", "the number of a message", text);
    }
  }
}
