package org.vicinal.coordinator.http;

import java.net.URI;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.vicinal.coordinator.caller.Caller;
import org.vicinal.coordinator.decide.Command;
import org.vicinal.coordinator.design.Ancestor;
import org.vicinal.coordinator.design.DesignCommand;
import org.vicinal.coordinator.design.Release;
import org.vicinal.coordinator.view.DesignView;
import org.vicinal.coordinator.view.Views;
import org.vicinal.messages.id.DesignId;
import org.vicinal.messages.id.ReleaseRef;
import reactor.core.publisher.Mono;

/**
 * {@code /designs/{id}/offers} and {@code .../changes}: what forks give back, and what differs
 * between two releases.
 */
final class ForkHandler {
  private final Views views;
  private final Asking asking;
  private final Changes changes;

  ForkHandler(Edge edge, Asking asking) {
    this.views = edge.views();
    this.asking = asking;
    this.changes = new Changes(edge.files());
  }

  /** The body of {@code POST /designs/{id}/offers}. */
  record OfferRequest(@Nullable ReleaseRef release, @Nullable String note) {}

  /** The body of {@code POST /designs/{id}/offers/{release}/taking}. */
  record TakingRequest(@Nullable String version) {}

  /** POST: a fork's designer offers a release back. */
  Mono<ServerResponse> offer(ServerRequest request, Caller caller, byte[] body)
      throws InterruptedException {
    DesignHandler.designer(caller);
    var design = DesignHandler.id(request);
    var wanted = Bodies.read(body, OfferRequest.class);
    if (wanted.release() == null) {
      throw Problem.field("release", "a release design@version of the fork", null);
    }
    var fork = release(wanted.release());
    var note = OrderRequest.required("note", wanted.note(), 500);
    return ask(
        caller, design, new DesignCommand.OfferFork(design, fork.ref(), fork.designer(), note));
  }

  /** POST .../declining: it is not taken, with a reason. */
  Mono<ServerResponse> decline(ServerRequest request, Caller caller, byte[] body)
      throws InterruptedException {
    DesignHandler.designer(caller);
    var design = DesignHandler.id(request);
    var reason =
        OrderRequest.required("reason", Bodies.read(body, OrderHandler.Why.class).reason(), 500);
    return ask(caller, design, new DesignCommand.DeclineFork(design, fork(request), reason));
  }

  /** POST .../taking: the fork's release becomes the design's next one; both are credited. */
  Mono<ServerResponse> take(ServerRequest request, Caller caller, byte[] body)
      throws InterruptedException {
    DesignHandler.designer(caller);
    var design = DesignHandler.id(request);
    var fork = usable(release(fork(request)));
    var version =
        OrderRequest.required("version", Bodies.read(body, TakingRequest.class).version(), 60);
    var before = view(design).newest();
    ReleaseRef ref;
    try {
      ref = new ReleaseRef(design, version);
    } catch (IllegalArgumentException e) {
      throw Problem.invalid("version", String.valueOf(e.getMessage()));
    }
    var taken =
        new Release(
            ref,
            fork.title(),
            fork.licence(),
            before.designer(),
            fork.description(),
            fork.requirement(),
            fork.files(),
            before.forkOf(),
            fork.ref(),
            fork.keywords(),
            fork.fits());
    return ask(caller, design, new DesignCommand.PublishRelease(taken));
  }

  /** GET .../changes: since {@code ?since=}, the release before, or what it was forked from. */
  Mono<ServerResponse> changes(ServerRequest request, Caller caller) throws java.io.IOException {
    var now = usable(release(DesignHandler.ref(request)));
    var since = request.queryParam("since").map(ForkHandler::parsed).or(() -> findBefore(now));
    return Handling.ok(
        changes.between(
            since
                .map(it -> usable(release(it)))
                .orElseThrow(
                    () ->
                        Problem.field(
                            "since", "a release design@version, since there is none before", null)),
            now));
  }

  private java.util.Optional<ReleaseRef> findBefore(Release now) {
    var releases = view(now.ref().design()).releases();
    for (int i = releases.size() - 1; i > 0; i--) {
      if (releases.get(i).release().ref().equals(now.ref())) {
        return java.util.Optional.of(releases.get(i - 1).release().ref());
      }
    }
    return java.util.Optional.ofNullable(now.forkOf()).flatMap(Ancestor::findRelease);
  }

  private Mono<ServerResponse> ask(Caller caller, DesignId design, Command command)
      throws InterruptedException {
    Function<DesignView, Mono<ServerResponse>> shown =
        view ->
            Handling.json(
                ServerResponse.ok().eTag("\"" + view.version() + "\""),
                ShownDesign.whole(view, views));
    return asking.ask(
        ((Caller.Known) caller).asker(),
        command,
        URI.create("/api/v1/designs/" + design),
        () -> shown.apply(view(design)));
  }

  private static ReleaseRef fork(ServerRequest request) {
    return parsed(request.pathVariable("release"));
  }

  private static ReleaseRef parsed(String text) {
    try {
      return ReleaseRef.parse(text);
    } catch (IllegalArgumentException e) {
      throw Problem.invalid("release", String.valueOf(e.getMessage()));
    }
  }

  /** 422 when a steward has taken it, or a file of it, out of use. */
  private Release usable(Release release) {
    Held.demandUsable(views.quarantines(), release.ref().design());
    release
        .files()
        .forEach(file -> Held.demandUsable(views.quarantines(), "release", file.digest()));
    return release;
  }

  private Release release(ReleaseRef ref) {
    return views
        .findRelease(ref)
        .orElseThrow(
            () ->
                Problem.unknown(
                    "There is no release %s. GET /api/v1/designs lists them.".formatted(ref)));
  }

  private DesignView view(DesignId design) {
    return views
        .findDesign(design)
        .orElseThrow(
            () ->
                Problem.unknown(
                    "There is no design %s. GET /api/v1/designs lists them.".formatted(design)));
  }
}
