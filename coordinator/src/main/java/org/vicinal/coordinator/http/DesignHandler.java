package org.vicinal.coordinator.http;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.vicinal.coordinator.caller.Caller;
import org.vicinal.coordinator.design.Ancestor;
import org.vicinal.coordinator.design.DesignCommand;
import org.vicinal.coordinator.design.Fits;
import org.vicinal.coordinator.design.Release;
import org.vicinal.coordinator.files.FileStore;
import org.vicinal.coordinator.view.DesignView;
import org.vicinal.coordinator.view.Views;
import org.vicinal.messages.id.DesignId;
import org.vicinal.messages.id.PersonId;
import org.vicinal.messages.id.ReleaseRef;
import reactor.core.publisher.Mono;

/** {@code /designs}: what anybody may have made. */
final class DesignHandler {
  private static final int MOST_FILES = 200;
  private final Views views;
  private final FileStore files;
  private final Asking asking;
  private final Bringing bringing;

  DesignHandler(Edge edge, Asking asking) {
    this.views = edge.views();
    this.files = edge.files();
    this.asking = asking;
    this.bringing = new Bringing(edge, MOST_FILES);
  }

  /**
   * The body of {@code PUT /designs/{id}/releases/{version}}.
   *
   * @param licence an SPDX expression
   * @param process how models without a program are made; what the material says when it is absent
   */
  record ReleaseRequest(
      @Nullable String title,
      @Nullable String licence,
      @Nullable String description,
      @Nullable String material,
      @Nullable String process,
      @Nullable List<OrderRequest.NamedFile> files,
      @Nullable Ancestor forkOf,
      @Nullable List<String> keywords,
      @Nullable List<Fits> fits) {
    private static final int MOST_WORDS = 40;

    /** Keywords without blanks at their ends. */
    List<String> checkedKeywords() {
      var words = keywords == null ? List.<String>of() : keywords;
      if (words.size() > MOST_WORDS) {
        throw Problem.field("keywords", "at most %d words".formatted(MOST_WORDS), words.size());
      }
      return words.stream().map(it -> OrderRequest.required("keywords", it, 60)).toList();
    }

    List<Fits> checkedFits() {
      if (fits != null && fits.size() > MOST_WORDS) {
        throw Problem.field("fits", "at most %d things".formatted(MOST_WORDS), fits.size());
      }
      return fits == null ? List.of() : fits;
    }
  }

  /** GET: one. */
  Mono<ServerResponse> show(ServerRequest request, Caller caller) {
    return shown(ServerResponse.ok(), id(request));
  }

  /** PUT: 201 for a new release, 200 for the same again; a release never changes. */
  Mono<ServerResponse> publish(ServerRequest request, Caller caller, byte[] body)
      throws IOException, InterruptedException {
    var designer = designer(caller);
    var ref = ref(request);
    var wanted = Bodies.read(body, ReleaseRequest.class);
    var title = OrderRequest.required("title", wanted.title(), 100);
    var licence = Licensed.checked(OrderRequest.required("licence", wanted.licence(), 100));
    var description = OrderRequest.text("description", wanted.description(), 2_000);
    var material = OrderRequest.required("material", wanted.material(), 60);
    if (wanted.files() == null) {
      throw Problem.field("files", "a list of files that were PUT before", null);
    }
    var read =
        bringing.read(wanted.files(), material, Parts.making(wanted.process(), material), designer);
    var release =
        new Release(
            ref,
            title,
            licence,
            designer,
            description == null ? "" : description,
            read.requirement(),
            read.files(),
            ancestor(wanted.forkOf(), ref),
            null,
            wanted.checkedKeywords(),
            wanted.checkedFits());
    boolean known = views.findRelease(ref).isPresent();
    var where = URI.create("/api/v1/designs/" + ref.design());
    return asking.ask(
        ((Caller.Known) caller).asker(),
        new DesignCommand.PublishRelease(release),
        where,
        () -> {
          Published.publish(files, release);
          return shown(known ? ServerResponse.ok() : ServerResponse.created(where), ref.design());
        });
  }

  /** A release that is named as an ancestor is there, and is of another design. */
  private @Nullable Ancestor ancestor(@Nullable Ancestor said, ReleaseRef ref) {
    if (said == null) {
      return null;
    }
    var release = said.findRelease();
    if (release.isPresent()
        && (release.get().design().equals(ref.design())
            || views.findRelease(release.get()).isEmpty())) {
      throw Problem.field(
          "forkOf", "a release of another design that is published here, or an address", said);
    }
    return said;
  }

  /** POST .../warning: whoever makes or uses it should know this. */
  Mono<ServerResponse> warn(ServerRequest request, Caller caller, byte[] body)
      throws InterruptedException {
    var ref = ref(request);
    return object(new DesignCommand.WarnRelease(ref, reason(body)), ref, caller);
  }

  /** POST .../withdrawal: it cannot be ordered any more. */
  Mono<ServerResponse> withdraw(ServerRequest request, Caller caller, byte[] body)
      throws InterruptedException {
    var ref = ref(request);
    return object(new DesignCommand.WithdrawRelease(ref, reason(body)), ref, caller);
  }

  private Mono<ServerResponse> object(DesignCommand command, ReleaseRef ref, Caller caller)
      throws InterruptedException {
    designer(caller);
    return asking.ask(
        ((Caller.Known) caller).asker(),
        command,
        URI.create("/api/v1/designs/" + ref.design()),
        () -> shown(ServerResponse.ok(), ref.design()));
  }

  private static String reason(byte[] body) {
    return OrderRequest.required("reason", Bodies.read(body, OrderHandler.Why.class).reason(), 500);
  }

  private Mono<ServerResponse> shown(ServerResponse.BodyBuilder response, DesignId id) {
    DesignView design =
        views
            .findDesign(id)
            .orElseThrow(
                () ->
                    Problem.unknown(
                        "There is no design %s. GET /api/v1/designs lists them.".formatted(id)));
    return Handling.json(
        response.eTag("\"" + design.version() + "\""), ShownDesign.whole(design, views));
  }

  static PersonId designer(Caller caller) {
    return switch (caller) {
      case Caller.Designer designer -> designer.person();
      case Caller.Steward steward -> steward.person();
      case Caller.Visitor visitor ->
          throw Problem.whoAreYou("Expected a bearer token of the role designer.");
      case Caller.Guest _, Caller.Customer _, Caller.Workshop _ ->
          throw Problem.forbidden(
              "Expected a token of the role designer. A steward makes one with: ./vicinal"
                  + " coordinator token --role designer --name NAME");
    };
  }

  static DesignId id(ServerRequest request) {
    try {
      return new DesignId(request.pathVariable("id"));
    } catch (IllegalArgumentException e) {
      throw Problem.invalid("id", e.getMessage());
    }
  }

  static ReleaseRef ref(ServerRequest request) {
    var design = id(request);
    try {
      return new ReleaseRef(design, request.pathVariable("version"));
    } catch (IllegalArgumentException e) {
      throw Problem.invalid("version", e.getMessage());
    }
  }
}
