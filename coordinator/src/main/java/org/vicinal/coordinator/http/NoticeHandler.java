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
import org.vicinal.coordinator.notice.Channel;
import org.vicinal.coordinator.notice.Matter;
import org.vicinal.coordinator.notice.NoticeCommand;
import org.vicinal.coordinator.post.Addresses;
import org.vicinal.coordinator.post.Postman;
import org.vicinal.coordinator.vault.Vault;
import org.vicinal.coordinator.view.NoticesView;
import org.vicinal.coordinator.view.OrderView;
import org.vicinal.coordinator.view.Views;
import reactor.core.publisher.Mono;

/** {@code /orders/{id}/notices}: what the customer is told outside of the page, and where. */
final class NoticeHandler {
  private static final int LONGEST_WEBHOOK = 2_000; // characters
  private final Views views;
  private final Vault vault;
  private final Postman postman;
  private final Asking asking;
  private final OrderHandler orders;

  NoticeHandler(Edge edge, Asking asking, OrderHandler orders) {
    this.views = edge.views();
    this.vault = edge.vault();
    this.postman = edge.postman();
    this.asking = asking;
    this.orders = orders;
  }

  /** The body of PUT; without addresses nothing is told, without {@code about} everything. */
  record Wanted(@Nullable String mail, @Nullable String webhook, @Nullable List<String> about) {}

  /**
   * What is told, and how it goes.
   *
   * @param secret with which the webhook's receiver checks signatures
   */
  record Told(
      @Nullable String mail,
      @Nullable URI webhook,
      @Nullable String secret,
      List<String> about,
      int sent,
      @Nullable Instant sentAt,
      List<Trouble> trouble) {}

  /** Something that could not be told; tried again at {@code next}, if that is there. */
  record Trouble(Instant at, String why, @Nullable Instant next) {}

  /** GET: what the customer has asked for. */
  Mono<ServerResponse> show(ServerRequest request, Caller caller) {
    return Handling.ok(shown(own(request, caller)));
  }

  /** PUT: this instead of what was asked for before. */
  Mono<ServerResponse> ask(ServerRequest request, Caller caller, byte[] body)
      throws InterruptedException {
    var order = own(request, caller);
    var wanted = Bodies.read(body, Wanted.class);
    var addresses = new Addresses(mail(wanted.mail()), webhook(wanted.webhook()));
    var channels =
        Stream.of(
                addresses.mail() == null ? null : Channel.MAIL,
                addresses.webhook() == null ? null : Channel.WEBHOOK)
            .flatMap(Stream::ofNullable)
            .toList();
    return asking.ask(
        new Asker.Customer(order.wish().customer()),
        new NoticeCommand.AskNotices(
            order.id(), addresses.seal(vault, order.id()), channels, about(wanted.about())),
        URI.create("/api/v1/orders/%s/notices".formatted(order.id())),
        () -> Handling.ok(shown(order)));
  }

  /**
   * POST .../leaving/{token}, for whoever gets the mails and has nothing else in hand: no more of
   * them; a webhook goes on.
   */
  Mono<ServerResponse> leave(ServerRequest request, Caller caller, byte[] ignored)
      throws InterruptedException {
    var id = OrderHandler.id(request);
    var token = request.pathVariable("token");
    var view = views.findNotices(id);
    var addresses = view.flatMap(it -> Addresses.open(vault, id, it.sealed()));
    var mail = addresses.map(Addresses::mail).orElse(null);
    var order = views.findOrder(id);
    if (order.isEmpty() || mail == null || !postman.leaving().isFor(token, id, mail)) {
      throw Problem.unknown("No mails are sent to whoever has this address.");
    }
    var left = new Addresses(null, addresses.get().webhook());
    var channels = left.webhook() == null ? List.<Channel>of() : List.of(Channel.WEBHOOK);
    return asking.ask(
        new Asker.Customer(order.get().wish().customer()),
        new NoticeCommand.AskNotices(id, left.seal(vault, id), channels, view.get().matters()),
        URI.create("/api/v1/orders/%s/notices".formatted(id)),
        () -> ServerResponse.noContent().build());
  }

  private @Nullable String mail(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    if (!postman.mails()) {
      throw Problem.invalid(
          "mail",
          "Expected no mail address: this coordinator has no mail server. Its steward may set --mail.");
    }
    var address = text.strip();
    if (!Addresses.isMail(address)) {
      throw Problem.field("mail", "a mail address", text);
    }
    return address;
  }

  private @Nullable URI webhook(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    try {
      var address = URI.create(text.strip());
      if (text.length() <= LONGEST_WEBHOOK) {
        var refusal = postman.webhooks().refusal(address);
        if (refusal.isPresent()) {
          throw Problem.invalid("webhook", refusal.get());
        }
        return address;
      }
    } catch (IllegalArgumentException e) {
      // the same sentence as for one that is too long
    }
    throw Problem.field("webhook", "an https address of up to 2,000 characters", text);
  }

  private static List<Matter> about(@Nullable List<String> words) {
    if (words == null) {
      return Matter.asked().toList();
    }
    return words.stream()
        .map(
            word ->
                Matter.find(word)
                    .orElseThrow(
                        () ->
                            Problem.field(
                                "about",
                                "some of " + Matter.asked().map(Matter::word).toList(),
                                word)))
        .distinct()
        .sorted()
        .toList();
  }

  private Told shown(OrderView order) {
    var view = views.findNotices(order.id());
    var addresses =
        view.flatMap(it -> Addresses.open(vault, order.id(), it.sealed()))
            .orElseGet(() -> new Addresses(null, null));
    return new Told(
        addresses.mail(),
        addresses.webhook(),
        Optional.ofNullable(addresses.webhook())
            .map(it -> postman.webhooks().secret(order.id(), it))
            .orElse(null),
        view.map(NoticesView::matters).orElse(List.of()).stream().map(Matter::word).toList(),
        view.map(NoticesView::sent).orElse(0),
        view.map(NoticesView::sentAt).orElse(null),
        view.map(NoticesView::trouble).orElse(List.of()).stream()
            .map(it -> new Trouble(it.at(), it.why(), it.next()))
            .toList());
  }

  /** Addresses are for nobody's eyes but the customer's, not even a steward's. */
  private OrderView own(ServerRequest request, Caller caller) {
    var order = orders.mine(request, caller);
    if (!Owners.isOwner(caller, order)) {
      throw Problem.unknown("There is no order %s that is yours.".formatted(order.id()));
    }
    return order;
  }
}
