package org.vicinal.coordinator.http;

import java.net.URI;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.vicinal.coordinator.border.Enrolments;
import org.vicinal.coordinator.caller.Caller;
import org.vicinal.coordinator.caller.Role;
import org.vicinal.coordinator.caller.Tokens;
import org.vicinal.coordinator.decide.Command;
import org.vicinal.coordinator.view.Views;
import org.vicinal.coordinator.view.WorkshopView;
import org.vicinal.coordinator.workshop.WorkshopCommand;
import org.vicinal.messages.id.WorkshopId;
import org.vicinal.messages.net.Enrolment;
import org.vicinal.messages.place.Place;
import reactor.core.publisher.Mono;

/** {@code /workshops}: who is around, how they come and go. */
final class WorkshopHandler {
  private static final long SECRET_PATIENCE_SECONDS = 15;
  private final Views views;
  private final Asking asking;
  private final Enrolments enrolments;
  private final Tokens tokens;
  private final Quarters quarters;
  private final HttpSettings settings;

  WorkshopHandler(Edge edge, Asking asking, Quarters quarters) {
    this.views = edge.views();
    this.asking = asking;
    this.enrolments = edge.enrolments();
    this.tokens = edge.tokens();
    this.quarters = quarters;
    this.settings = edge.settings();
  }

  /** The body of PUT and of an enrolment. */
  record WorkshopRequest(@Nullable String name, OrderRequest.@Nullable Somewhere place) {
    String checkedName() {
      return OrderRequest.required("name", name, 100);
    }

    Place exact() {
      if (place == null) {
        throw Problem.field("place", "latitude and longitude", null);
      }
      return place.exact("place");
    }
  }

  /** GET: all that are not gone. */
  Mono<ServerResponse> list(ServerRequest request, Caller caller) {
    var shown =
        views.workshops().stream()
            .filter(workshop -> workshop.standing() != WorkshopView.Standing.GONE)
            .sorted(Comparator.comparing(workshop -> workshop.id().value()))
            .map(Shown::workshop)
            .toList();
    return Handling.ok(Map.of("workshops", shown));
  }

  /** GET: one. */
  Mono<ServerResponse> show(ServerRequest request, Caller caller) {
    return shown(id(request));
  }

  /** PUT: another name or place, by itself or a steward. */
  Mono<ServerResponse> revise(ServerRequest request, Caller caller, byte[] body)
      throws InterruptedException {
    var id = id(request);
    var known = itselfOrSteward(caller, id);
    find(id);
    var wanted = Bodies.read(body, WorkshopRequest.class);
    return ask(
        known,
        new WorkshopCommand.ReviseWorkshop(id, wanted.checkedName(), quarters.of(wanted.exact())),
        id);
  }

  /** DELETE: it leaves; its credential and rights are taken away. */
  Mono<ServerResponse> leave(ServerRequest request, Caller caller) throws InterruptedException {
    var id = id(request);
    var known = itselfOrSteward(caller, id);
    find(id);
    return ask(known, new WorkshopCommand.LeaveWorkshop(id, "asked for by " + words(known)), id);
  }

  /**
   * POST .../enrolments: a steward lets a workshop in, or gives a new secret to one that is here
   * (so may the workshop itself). The answer holds the secret; it is shown nowhere else.
   */
  Mono<ServerResponse> enrol(ServerRequest request, Caller caller, byte[] body)
      throws InterruptedException {
    var id = id(request);
    var known = itselfOrSteward(caller, id);
    var member = member(id);
    if (member == null) {
      if (!(known instanceof Caller.Steward)) {
        throw Problem.forbidden("Only a steward lets a new workshop in.");
      }
      var wanted = Bodies.read(body, WorkshopRequest.class);
      var place = quarters.of(wanted.exact());
      return asking.ask(
          known.asker(),
          new WorkshopCommand.EnrolWorkshop(id, wanted.checkedName(), place),
          address(id),
          () -> enrolled(request, id, place));
    }
    return enrolled(request, id, member.place());
  }

  private Mono<ServerResponse> enrolled(ServerRequest request, WorkshopId id, Place place) {
    var address =
        settings.address() == null
            ? URI.create(request.uri().resolve("/").toString().replaceFirst("/$", ""))
            : settings.address();
    var credential = secret(id, place);
    var enrolment =
        new Enrolment(
            id,
            credential.bootstrapServers(),
            credential.user(),
            credential.secret(),
            credential.callPartitions(),
            address.toString(),
            tokens.make(Role.WORKSHOP, id.value(), Tokens.DAYS));
    return Handling.json(ServerResponse.created(address(id)), enrolment);
  }

  private Enrolments.Credential secret(WorkshopId id, Place place) {
    try {
      return enrolments
          .secretOnce(id, place)
          .toCompletableFuture()
          .get(SECRET_PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException e) {
      throw Problem.of(
          HttpStatus.SERVICE_UNAVAILABLE,
          "%s is enrolled, but the broker made no secret yet. Ask again: POST the same once more."
              .formatted(id));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "The coordinator is being stopped.");
    }
  }

  private @Nullable WorkshopView member(WorkshopId id) {
    return views
        .findWorkshop(id)
        .filter(
            workshop ->
                workshop.standing() == WorkshopView.Standing.MEMBER
                    || workshop.standing() == WorkshopView.Standing.ENROLLING)
        .orElse(null);
  }

  private Mono<ServerResponse> ask(Caller.Known by, Command command, WorkshopId id)
      throws InterruptedException {
    return asking.ask(by.asker(), command, address(id), () -> shown(id));
  }

  private Mono<ServerResponse> shown(WorkshopId id) {
    var workshop = find(id);
    return Handling.json(
        ServerResponse.ok().eTag("\"" + workshop.version() + "\""), Shown.workshop(workshop));
  }

  private WorkshopView find(WorkshopId id) {
    return views
        .findWorkshop(id)
        .orElseThrow(
            () ->
                Problem.unknown(
                    "There is no workshop %s. GET /api/v1/workshops lists them.".formatted(id)));
  }

  private static Caller.Known itselfOrSteward(Caller caller, WorkshopId id) {
    return switch (caller) {
      case Caller.Steward steward -> steward;
      case Caller.Workshop workshop when workshop.workshop().equals(id) -> workshop;
      case Caller.Visitor visitor ->
          throw Problem.whoAreYou("Expected a bearer token of a steward, or of workshop " + id);
      case Caller.Known other ->
          throw Problem.forbidden(
              "Only a steward, or workshop %s itself, may do this.".formatted(id));
    };
  }

  private static String words(Caller.Known by) {
    return by instanceof Caller.Steward ? "a steward" : "the workshop";
  }

  static WorkshopId id(ServerRequest request) {
    try {
      return new WorkshopId(request.pathVariable("id"));
    } catch (IllegalArgumentException e) {
      throw Problem.invalid("id", e.getMessage());
    }
  }

  private static URI address(WorkshopId id) {
    return URI.create("/api/v1/workshops/" + id);
  }
}
