package org.vicinal.coordinator.http;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.vicinal.coordinator.caller.Caller;
import org.vicinal.coordinator.consent.ConsentCommand;
import org.vicinal.coordinator.consent.Sharer;
import org.vicinal.coordinator.consent.Showing;
import org.vicinal.coordinator.vault.Subject;
import org.vicinal.coordinator.vault.Vault;
import org.vicinal.coordinator.view.BuildView;
import org.vicinal.coordinator.view.DealView;
import org.vicinal.coordinator.view.DesignView;
import org.vicinal.coordinator.view.Views;
import org.vicinal.messages.id.DesignId;
import org.vicinal.messages.place.Place;
import reactor.core.publisher.Mono;

/**
 * {@code /designs/{id}/builds}: where a design and its forks were built and how it went, as far as
 * those who ordered and made it agree; and {@code /consent}, where they say so.
 */
final class BuildHandler {
  private static final int MOST = 5_000;
  private static final int MOST_FORKS = 1_000;
  private final Views views;
  private final Vault vault;
  private final Asking asking;
  private final Quarters quarters;

  BuildHandler(Edge edge, Asking asking, Quarters quarters) {
    this.views = edge.views();
    this.vault = edge.vault();
    this.asking = asking;
    this.quarters = quarters;
  }

  /** The body of {@code PUT /consent}. */
  record ConsentRequest(Showing.@Nullable Coarseness place, @Nullable Boolean remarks) {}

  /** What somebody has said; {@code asked} is false when they were never asked. */
  record Consent(boolean asked, Showing.Coarseness place, boolean remarks) {}

  /** GET: as JSON, {@code ?format=geojson}, {@code csv} or {@code atom}. */
  Mono<ServerResponse> list(ServerRequest request, Caller caller) {
    var id = DesignHandler.id(request);
    var design =
        views
            .findDesign(id)
            .orElseThrow(
                () ->
                    Problem.unknown(
                        "There is no design %s. GET /api/v1/designs lists them.".formatted(id)));
    var family = family(id);
    var all =
        family.stream()
            .flatMap(views::listBuilds)
            .sorted(Comparator.comparing(BuildView::at).reversed())
            .toList();
    var shown = all.stream().filter(BuildView::open).limit(MOST).map(this::shown).toList();
    var builds = ShownBuilds.of(design.newest().title(), id, all, shown);
    var format = request.queryParam("format").orElse("json");
    return switch (format) {
      case "json" -> Handling.ok(builds);
      case "geojson" -> text(MediaType.parseMediaType("application/geo+json"), builds.geoJson());
      case "csv" -> text(MediaType.parseMediaType("text/csv;charset=UTF-8"), builds.csv());
      case "atom" ->
          text(
              MediaType.APPLICATION_ATOM_XML,
              BuildFeed.of(builds, request.uri().resolve("/api/v1/designs/" + id)));
      default -> throw Problem.field("format", "json, geojson, csv or atom", format);
    };
  }

  private static Mono<ServerResponse> text(MediaType type, String text) {
    return ServerResponse.ok().contentType(type).bodyValue(text);
  }

  /** The design, its forks, theirs, and so on. */
  private Set<DesignId> family(DesignId first) {
    var family = new LinkedHashSet<DesignId>(List.of(first));
    var queue = new ArrayDeque<DesignId>(List.of(first));
    while (!queue.isEmpty() && family.size() < MOST_FORKS) {
      var design = queue.removeFirst();
      views.designs().stream()
          .filter(it -> it.growsOutOf(design))
          .map(DesignView::id)
          .filter(family::add)
          .forEach(queue::add);
    }
    return family;
  }

  private ShownBuilds.Build shown(BuildView build) {
    var workshop = views.findWorkshop(build.workshop());
    return new ShownBuilds.Build(
        build.release(),
        build.at(),
        build.accepted(),
        build.refused(),
        build.requirement().making().words(),
        build.requirement().material(),
        build.workshop(),
        build.machine(),
        workshop.map(it -> coarse(it.place(), build.showing().place())).orElse(null),
        build.showing().place().word(),
        build.showing().remarks() ? remark(build).orElse(null) : null);
  }

  private Place coarse(Place place, Showing.Coarseness coarseness) {
    return coarseness == Showing.Coarseness.QUARTER ? quarters.of(place) : quarters.region(place);
  }

  /** What the customer wrote, unless it was forgotten since. */
  private Optional<String> remark(BuildView build) {
    return views.findDeal(build.lot()).stream()
        .flatMap(deal -> deal.said().stream())
        .filter(said -> said.about().equals("accepted") || said.about().equals("refused"))
        .map(DealView.Said::sealed)
        .filter(words -> !words.isEmpty())
        .flatMap(words -> vault.open(Subject.of(build.order()), words).stream())
        .reduce((first, last) -> last);
  }

  /** GET /consent: what the caller has said. */
  Mono<ServerResponse> consent(ServerRequest request, Caller caller) {
    return Handling.ok(said(sharer(caller)));
  }

  /** PUT /consent: for everything they have ordered or made, and will. */
  Mono<ServerResponse> choose(ServerRequest request, Caller caller, byte[] body)
      throws InterruptedException {
    var sharer = sharer(caller);
    var wanted = Bodies.read(body, ConsentRequest.class);
    if (wanted.place() == null) {
      throw Problem.field("place", "NOTHING, REGION or QUARTER", null);
    }
    var showing = new Showing(wanted.place(), Boolean.TRUE.equals(wanted.remarks()));
    return asking.ask(
        ((Caller.Known) caller).asker(),
        new ConsentCommand.ChooseShowing(sharer, showing),
        URI.create("/api/v1/consent"),
        () -> Handling.ok(said(sharer)));
  }

  private Consent said(Sharer sharer) {
    var said = views.findShowing(sharer);
    var showing = said.orElse(Showing.NOTHING);
    return new Consent(said.isPresent(), showing.place(), showing.remarks());
  }

  private static Sharer sharer(Caller caller) {
    return caller instanceof Caller.Workshop it
        ? Sharer.of(it.workshop())
        : Sharer.of(Owners.customer(caller));
  }
}
