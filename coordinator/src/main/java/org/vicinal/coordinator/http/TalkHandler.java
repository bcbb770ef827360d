package org.vicinal.coordinator.http;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.vicinal.coordinator.caller.Caller;
import org.vicinal.coordinator.decide.Asker;
import org.vicinal.coordinator.files.Photos;
import org.vicinal.coordinator.talk.TalkCommand;
import org.vicinal.coordinator.vault.Subject;
import org.vicinal.coordinator.vault.Vault;
import org.vicinal.coordinator.view.MessageView;
import org.vicinal.coordinator.view.Views;
import org.vicinal.messages.id.Digest;
import org.vicinal.messages.id.OrderId;
import org.vicinal.messages.id.WorkshopId;
import reactor.core.publisher.Mono;

/** {@code /orders/{id}/messages}: what customer and workshops write to each other. */
final class TalkHandler {
  private static final int LONGEST = 2_000; // characters of a message
  private static final int MOST_LISTED = 100;
  private final Views views;
  private final Vault vault;
  private final Photos photos;
  private final Asking asking;

  TalkHandler(Edge edge, Asking asking, Photos photos) {
    this.views = edge.views();
    this.photos = photos;
    this.vault = edge.vault();
    this.asking = asking;
  }

  /** The body of PUT; {@code workshop} may be absent where the order has one only. */
  record Words(
      @Nullable String text, @Nullable WorkshopId workshop, @Nullable List<Digest> photos) {}

  /** One message; {@code text} is absent when what is personal has been forgotten. */
  record Message(
      long number,
      String id,
      Instant at,
      WorkshopId workshop,
      String by,
      @Nullable String text,
      List<Digest> photos) {}

  /** A page; {@code next} is what to give as {@code after} for the messages behind it. */
  record Page(List<Message> messages, long next, boolean more) {}

  /** GET: what has been written after message number {@code after}, oldest first. */
  Mono<ServerResponse> list(ServerRequest request, Caller caller) {
    var circle = Circle.of(request, caller, views);
    long after = after(request);
    var all =
        seen(circle).filter(message -> message.number() > after).limit(MOST_LISTED + 1).toList();
    var page = all.subList(0, Math.min(MOST_LISTED, all.size()));
    long next = page.isEmpty() ? after : page.getLast().number();
    return Handling.ok(
        new Page(
            page.stream().map(message -> shown(circle.order().id(), message)).toList(),
            next,
            all.size() > page.size()));
  }

  /** PUT .../{message}: says it; the same again changes nothing. */
  Mono<ServerResponse> say(ServerRequest request, Caller caller, byte[] body)
      throws InterruptedException {
    var circle = Circle.of(request, caller, views);
    var order = circle.order().id();
    var words = Bodies.read(body, Words.class);
    var id = request.pathVariable("message");
    var shown = words.photos() == null ? List.<Digest>of() : words.photos();
    var command =
        new TalkCommand.SayWords(
            order,
            circle.thread(words.workshop()),
            id,
            vault.seal(Subject.of(order), text(words, shown)),
            checked(order, shown));
    return asking.ask(
        circle.asker(),
        command,
        URI.create("/api/v1/orders/%s/messages".formatted(order)),
        () -> Handling.ok(written(circle, id)));
  }

  private static String text(Words words, List<Digest> photos) {
    var text = words.text();
    if (text == null || text.isBlank()) {
      if (photos.isEmpty()) {
        throw Problem.field("text", "a message", text);
      }
      return "";
    }
    if (text.length() > LONGEST) {
      throw Problem.invalid(
          "text",
          "Expected at most 2,000 characters, but found %,d. Send it in two messages."
              .formatted(text.length()));
    }
    return text;
  }

  private List<Digest> checked(OrderId order, List<Digest> shown) {
    for (var photo : shown) {
      if (photos.find(order, photo).isEmpty()) {
        throw Problem.field("photos", "photos that were brought to this order", photo);
      }
    }
    return shown;
  }

  private Message written(Circle circle, String id) {
    return seen(circle)
        .filter(message -> message.id().equals(id))
        .findFirst()
        .map(message -> shown(circle.order().id(), message))
        .orElseThrow(() -> Problem.unknown("There is no message %s here.".formatted(id)));
  }

  private Stream<MessageView> seen(Circle circle) {
    return views.messages(circle.order().id()).stream()
        .filter(message -> circle.threads().contains(message.workshop()));
  }

  private Message shown(OrderId order, MessageView message) {
    return new Message(
        message.number(),
        message.id(),
        message.at(),
        message.workshop(),
        by(message.by()),
        vault.open(Subject.of(order), message.sealed()).orElse(null),
        message.photos());
  }

  private static String by(Asker asker) {
    return switch (asker) {
      case Asker.Workshop _ -> "workshop";
      case Asker.Steward _ -> "steward";
      case Asker.Customer _, Asker.Designer _, Asker.Coordinator _ -> "customer";
    };
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
