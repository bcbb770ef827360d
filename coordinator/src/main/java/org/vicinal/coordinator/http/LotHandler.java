package org.vicinal.coordinator.http;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.vicinal.coordinator.caller.Caller;
import org.vicinal.coordinator.decide.Asker;
import org.vicinal.coordinator.files.Photos;
import org.vicinal.coordinator.vault.Subject;
import org.vicinal.coordinator.vault.Vault;
import org.vicinal.coordinator.view.DealView;
import org.vicinal.coordinator.view.LotView;
import org.vicinal.coordinator.view.OrderView;
import org.vicinal.coordinator.view.Views;
import org.vicinal.messages.id.LotId;
import reactor.core.publisher.Mono;

/**
 * {@code /lots}: what happens to an award until both are content. Customer and workshop say their
 * own things at the same address; who may say what is the deal's rule.
 */
final class LotHandler {
  private final Views views;
  private final Photos photos;
  private final Vault vault;
  private final Asking asking;
  private final InstantSource clock;

  LotHandler(Edge edge, Asking asking) {
    this.views = edge.views();
    this.photos = edge.photos();
    this.vault = edge.vault();
    this.asking = asking;
    this.clock = edge.clock();
  }

  /** A lot that concerns the caller. */
  record Mine(OrderView order, DealView deal) {}

  /** GET: one lot. */
  Mono<ServerResponse> show(ServerRequest request, Caller caller) {
    return answer(find(request, caller), caller);
  }

  /** POST .../{verb}: something is said about a lot. */
  Mono<ServerResponse> say(ServerRequest request, Caller caller, byte[] body)
      throws InterruptedException {
    return say(request, caller, body, request.pathVariable("verb"), 0);
  }

  /** POST .../proposals/{number}/answer. */
  Mono<ServerResponse> answer(ServerRequest request, Caller caller, byte[] body)
      throws InterruptedException {
    int number;
    try {
      number = Integer.parseInt(request.pathVariable("number"));
    } catch (NumberFormatException e) {
      throw Problem.field("number", "the number of a proposal", request.pathVariable("number"));
    }
    return say(request, caller, body, "answer", number);
  }

  private Mono<ServerResponse> say(
      ServerRequest request, Caller caller, byte[] body, String verb, int proposal)
      throws InterruptedException {
    var mine = find(request, caller);
    var said = Bodies.read(body.length == 0 ? new byte[] {'{', '}'} : body, LotRequest.class);
    var lot = mine.deal().lot();
    if (said.photo() != null && photos.find(mine.order().id(), said.photo()).isEmpty()) {
      throw Problem.field("photo", "a photo that was brought to this order", said.photo());
    }
    var subject = Subject.of(mine.order().id());
    var command = said.command(verb, lot, proposal, words -> vault.seal(subject, words));
    return asking.ask(
        asker(caller, mine, verb),
        command,
        URI.create("/api/v1/lots/" + lot),
        () -> answer(find(request, caller), caller));
  }

  /** Whoever owns the order speaks as its customer, but a steward decides as a steward. */
  private static Asker asker(Caller caller, Mine mine, String verb) {
    if (caller instanceof Caller.Workshop workshop) {
      return workshop.asker();
    }
    return caller instanceof Caller.Steward steward && verb.equals("decision")
        ? steward.asker()
        : Owners.asker(caller, mine.order().wish().customer());
  }

  private Mono<ServerResponse> answer(Mine mine, Caller caller) {
    return Handling.json(
        ServerResponse.ok().eTag("\"%d\"".formatted(mine.deal().version())), shown(mine, caller));
  }

  ShownDeal shown(Mine mine, Caller caller) {
    int made = mine.order().findLot(mine.deal().lot()).map(LotView::made).orElse(0);
    return ShownDeal.of(mine.deal(), caller, Owners.isOwner(caller, mine.order()), made, vault);
  }

  private Mine find(ServerRequest request, Caller caller) {
    known(caller);
    LotId lot;
    try {
      lot = LotId.parse(request.pathVariable("lot"));
    } catch (IllegalArgumentException e) {
      throw Problem.invalid("lot", e.getMessage());
    }
    return views
        .findDeal(lot)
        .flatMap(deal -> views.findOrder(deal.order()).map(order -> new Mine(order, deal)))
        .filter(mine -> concerns(caller, mine))
        .orElseThrow(() -> Problem.unknown("There is no lot %s that is yours.".formatted(lot)));
  }

  /** All that concern the caller, in no order; 401 for somebody without a name. */
  Stream<Mine> mine(Caller caller) {
    known(caller);
    return views.orders().stream()
        .flatMap(order -> order.deals().stream().map(deal -> new Mine(order, deal)))
        .filter(mine -> concerns(caller, mine));
  }

  private static boolean concerns(Caller caller, Mine mine) {
    return switch (caller) {
      case Caller.Visitor _ -> false;
      case Caller.Steward _ -> true;
      case Caller.Workshop it ->
          mine.deal()
              .state()
              .agreed()
              .filter(deal -> deal.workshop().equals(it.workshop()))
              .isPresent();
      case Caller.Guest _, Caller.Customer _, Caller.Designer _ ->
          Owners.isOwner(caller, mine.order());
    };
  }

  private static void known(Caller caller) {
    if (caller instanceof Caller.Visitor) {
      throw Problem.whoAreYou(
          "Expected a bearer token: a lot is seen by its customer and its workshop.");
    }
  }

  /** GET /statements/{year}: what is owed and settled, as JSON, or as CSV when that is accepted. */
  Mono<ServerResponse> statement(ServerRequest request, Caller caller) {
    known(caller);
    int year = year(request);
    var lines =
        mine(caller)
            .filter(mine -> ShownDeal.owed(mine.deal().state()) != null)
            .map(mine -> Statement.Line.of(mine.order(), mine.deal()))
            .filter(line -> line.at().atZone(ZoneOffset.UTC).getYear() == year)
            .sorted(Comparator.comparing(Statement.Line::at))
            .toList();
    var csv = MediaType.parseMediaType("text/csv");
    boolean wantsCsv = request.headers().accept().stream().anyMatch(csv::equalsTypeAndSubtype);
    return wantsCsv
        ? ServerResponse.ok()
            .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
            .bodyValue(Statement.csv(lines))
        : Handling.ok(new Statement(year, lines, Statement.sums(lines)));
  }

  private static int year(ServerRequest request) {
    try {
      return Instant.parse(request.pathVariable("year") + "-01-01T00:00:00Z")
          .atZone(ZoneOffset.UTC)
          .getYear();
    } catch (java.time.format.DateTimeParseException e) {
      throw Problem.field("year", "four digits such as 2026", request.pathVariable("year"));
    }
  }

  /** GET .../receipt: one lot as text, for a drawer. */
  Mono<ServerResponse> receipt(ServerRequest request, Caller caller) {
    var mine = find(request, caller);
    return ServerResponse.ok()
        .contentType(MediaType.parseMediaType("text/plain;charset=UTF-8"))
        .bodyValue(Statement.receipt(mine.order(), mine.deal()));
  }

  /** GET /stuck, for stewards: what waits, longest first, and for what. */
  Mono<ServerResponse> stuck(ServerRequest request, Caller caller) {
    Owners.steward(caller);
    return Handling.ok(Map.of("stuck", Stuck.of(views.orders(), clock.instant())));
  }
}
