package org.vicinal.coordinator.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.Comparator;
import java.util.function.Predicate;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.vicinal.coordinator.caller.Caller;
import org.vicinal.coordinator.view.OrderView;
import org.vicinal.coordinator.view.Views;
import org.vicinal.coordinator.view.Views.Change;
import org.vicinal.coordinator.view.WorkshopView;
import org.vicinal.messages.wire.Json;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;
import reactor.core.publisher.Mono;

/**
 * Server-sent events: first what is, then what changes, and a comment every 15 s so that both ends
 * know the line is up.
 *
 * <p>A reader who is too slow for an order gets only its newest state; one who is too slow for the
 * whole neighbourhood is cut off and comes back.
 */
final class LiveHandler {
  static final Duration HEARTBEAT = Duration.ofSeconds(15);
  private static final Duration AT_MOST_EVERY = Duration.ofMillis(100);
  private static final int SNAPSHOT_ORDERS = 60;
  private static final int SLOWEST = 4_096; // changes that wait for one reader
  private final Views views;
  private final OrderHandler orders;

  LiveHandler(Views views, OrderHandler orders) {
    this.views = views;
    this.orders = orders;
  }

  /** GET /orders/{id}/events. */
  Mono<ServerResponse> order(ServerRequest request, Caller caller) {
    var first = orders.mine(request, caller);
    Flux<OrderView> changes =
        Flux.<OrderView>create(
                sink -> watch(sink, first.id()::equals), FluxSink.OverflowStrategy.LATEST)
            .sample(AT_MOST_EVERY);
    var seen = request.headers().firstHeader("Last-Event-ID");
    var now =
        Flux.defer(
            () ->
                Flux.fromStream(
                    views.findOrder(first.id()).stream()
                        .filter(order -> !order.mark().equals(seen))));
    return stream(
        now.concatWith(changes)
            .publishOn(Handling.THREADS, 1)
            .map(order -> event("order", orders.shownTo(caller, order), order.mark())));
  }

  /** GET /events: workshops, designs, and the orders that the caller may list. */
  Mono<ServerResponse> all(ServerRequest request, Caller caller) {
    return stream(neighbourhood(ordersFor(caller)));
  }

  /** GET /workshops/events: workshops only. */
  Mono<ServerResponse> workshops(ServerRequest request, Caller caller) {
    return stream(neighbourhood(order -> false));
  }

  private Predicate<OrderView> ordersFor(Caller caller) {
    try {
      return orders.mayList(caller);
    } catch (Problem noBoard) {
      return order -> false; // a visitor where there is no board still sees the workshops
    }
  }

  private Flux<ServerSentEvent<String>> neighbourhood(Predicate<OrderView> mayList) {
    Flux<Change> changes =
        Flux.<Change>create(
                sink -> {
                  var watch = views.watch(sink::next);
                  sink.onDispose(watch::close);
                },
                FluxSink.OverflowStrategy.IGNORE)
            .onBackpressureBuffer(SLOWEST);
    return snapshot(mayList)
        .mergeWith(changes)
        .publishOn(Handling.THREADS)
        .handle(
            (change, sink) -> {
              switch (change) {
                case Change.WorkshopChanged it ->
                    sink.next(event("workshop", Shown.workshop(it.workshop())));
                case Change.OrderChanged it -> {
                  if (mayList.test(it.order())) {
                    sink.next(event("order", Shown.boardEntry(it.order())));
                  }
                }
                case Change.DesignChanged it ->
                    sink.next(event("design", ShownDesign.of(it.design(), views)));
              }
            });
  }

  private Flux<Change> snapshot(Predicate<OrderView> mayList) {
    return Flux.defer(
        () -> {
          Flux<Change> workshops =
              Flux.fromStream(
                  views.workshops().stream()
                      .filter(workshop -> workshop.standing() != WorkshopView.Standing.GONE)
                      .map(Change.WorkshopChanged::new));
          Flux<Change> newest =
              Flux.fromStream(
                  views.orders().stream()
                      .filter(mayList)
                      .sorted(Comparator.comparing(OrderView::changedAt).reversed())
                      .limit(SNAPSHOT_ORDERS)
                      .map(Change.OrderChanged::new));
          return workshops.concatWith(newest);
        });
  }

  private void watch(FluxSink<OrderView> sink, Predicate<org.vicinal.messages.id.OrderId> wanted) {
    var watch =
        views.watch(
            change -> {
              if (change instanceof Change.OrderChanged it && wanted.test(it.order().id())) {
                sink.next(it.order());
              }
            });
    sink.onDispose(watch::close);
  }

  private static Mono<ServerResponse> stream(Flux<ServerSentEvent<String>> events) {
    var beats =
        Flux.interval(HEARTBEAT)
            .onBackpressureDrop()
            .map(beat -> ServerSentEvent.<String>builder().comment("still here").build());
    return ServerResponse.ok()
        .header("Cache-Control", "no-cache")
        .header("X-Accel-Buffering", "no")
        .body(BodyInserters.fromServerSentEvents(events.mergeWith(beats)));
  }

  /** With an id by which a reader that comes back says what it has seen. */
  private static ServerSentEvent<String> event(String kind, Object value, String id) {
    return ServerSentEvent.builder(new String(Json.WIRE.write(value), UTF_8))
        .event(kind)
        .id(id)
        .build();
  }

  private static ServerSentEvent<String> event(String kind, Object value) {
    return ServerSentEvent.builder(new String(Json.WIRE.write(value), UTF_8)).event(kind).build();
  }
}
