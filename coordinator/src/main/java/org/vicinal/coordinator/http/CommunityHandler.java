package org.vicinal.coordinator.http;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.vicinal.coordinator.caller.Caller;
import org.vicinal.coordinator.engine.Backup;
import org.vicinal.coordinator.view.Views;
import org.vicinal.messages.place.Place;
import org.vicinal.messages.place.Ring;
import reactor.core.publisher.Mono;

/** What concerns the community as a whole: who it is, and its steward's backup. */
final class CommunityHandler {
  private final Views views;
  private final Backup backup;
  private final HttpSettings settings;

  CommunityHandler(Edge edge) {
    this.views = edge.views();
    this.backup = edge.backup();
    this.settings = edge.settings();
  }

  /** GET /community, to everybody. */
  record Community(
      String name,
      boolean board,
      Map<String, Place> places,
      List<Ring> rings,
      int rulesVersion,
      int mostPieces,
      boolean ready) {}

  Mono<ServerResponse> show(ServerRequest request, Caller caller) {
    var rules = views.rules();
    return Handling.ok(
        new Community(
            settings.name(),
            settings.board(),
            settings.places(),
            rules.rings(),
            rules.version(),
            rules.mostPieces(),
            views.ready()));
  }

  /** The body of an export and of an import: a folder on the coordinator's own machine. */
  record Folder(@Nullable String folder) {}

  /** POST /backup/exports. */
  Mono<ServerResponse> export(ServerRequest request, Caller caller, byte[] body) {
    var folder = folder(request, caller, body);
    return run(() -> backup.exportTo(folder));
  }

  /** POST /backup/imports. */
  Mono<ServerResponse> restore(ServerRequest request, Caller caller, byte[] body) {
    var folder = folder(request, caller, body);
    return run(() -> backup.importFrom(folder));
  }

  /** GET /openapi.json. */
  Mono<ServerResponse> openApi(ServerRequest request, Caller caller) {
    return ServerResponse.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue(new ClassPathResource("openapi.json"));
  }

  private interface Work {
    Backup.Summary run() throws java.io.IOException;
  }

  private static Mono<ServerResponse> run(Work work) {
    try {
      return Handling.ok(work.run());
    } catch (java.io.IOException e) {
      throw Problem.of(HttpStatus.CONFLICT, e.getMessage());
    }
  }

  /** Stewards only, and only from this machine: a folder here is named. */
  private static Path folder(ServerRequest request, Caller caller, byte[] body) {
    Owners.steward(caller);
    var from = request.remoteAddress();
    if (from.isEmpty() || !from.get().getAddress().isLoopbackAddress()) {
      throw Problem.forbidden("Backups are made from the coordinator's own machine only.");
    }
    var named = Bodies.read(body, Folder.class).folder();
    if (named == null || !Path.of(named).isAbsolute()) {
      throw Problem.field("folder", "the absolute path of a folder on this machine", named);
    }
    return Path.of(named);
  }
}
