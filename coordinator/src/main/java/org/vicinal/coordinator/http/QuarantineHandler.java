package org.vicinal.coordinator.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.vicinal.coordinator.caller.Caller;
import org.vicinal.coordinator.files.FileStore;
import org.vicinal.coordinator.quarantine.QuarantineCommand;
import org.vicinal.coordinator.quarantine.QuarantineCommand.HoldSuspect;
import org.vicinal.coordinator.quarantine.QuarantineCommand.ReleaseSuspect;
import org.vicinal.coordinator.quarantine.QuarantineCommand.RemoveSuspect;
import org.vicinal.coordinator.quarantine.Suspect;
import org.vicinal.coordinator.view.QuarantineView;
import org.vicinal.coordinator.view.Quarantines;
import org.vicinal.coordinator.view.Views;
import reactor.core.publisher.Mono;

/** {@code /quarantine}, for stewards: files and designs that nobody is given, and why. */
final class QuarantineHandler {
  private final Views views;
  private final FileStore files;
  private final Asking asking;

  QuarantineHandler(Edge edge, Asking asking) {
    this.views = edge.views();
    this.files = edge.files();
    this.asking = asking;
  }

  /** The body: why, for everybody whom it concerns to read. */
  record Why(@Nullable String reason) {}

  /** A file or a design of which a steward has said something. */
  record Shown(
      Suspect suspect,
      QuarantineView.Standing standing,
      String reason,
      Instant since,
      List<QuarantineView.Said> said) {
    static Shown of(QuarantineView view) {
      var last = view.said().getLast();
      return new Shown(view.suspect(), view.standing(), view.reason(), last.at(), view.said());
    }
  }

  /** GET: all of which anything was ever said, the last first. */
  Mono<ServerResponse> list(ServerRequest request, Caller caller) {
    Owners.steward(caller);
    var shown =
        views.quarantines().list().stream()
            .map(Shown::of)
            .sorted(Comparator.comparing(Shown::since).reversed())
            .toList();
    return Handling.ok(Map.of("quarantine", shown));
  }

  /** PUT .../{suspect}: nobody is given it any more. */
  Mono<ServerResponse> hold(ServerRequest request, Caller caller, byte[] body)
      throws InterruptedException {
    return ask(caller, new HoldSuspect(suspect(request), reason(body)));
  }

  /** POST .../{suspect}/release: it is in use again. */
  Mono<ServerResponse> release(ServerRequest request, Caller caller, byte[] body)
      throws InterruptedException {
    return ask(caller, new ReleaseSuspect(suspect(request), reason(body)));
  }

  /** POST .../{suspect}/removal: the file's bytes and key are destroyed here. */
  Mono<ServerResponse> remove(ServerRequest request, Caller caller, byte[] body)
      throws InterruptedException {
    return ask(caller, new RemoveSuspect(suspect(request), reason(body)));
  }

  private Mono<ServerResponse> ask(Caller caller, QuarantineCommand command)
      throws InterruptedException {
    var suspect = command.suspect();
    return asking.ask(
        Owners.steward(caller).asker(),
        command,
        URI.create("/api/v1/quarantine"),
        () -> {
          sweep(files, views.quarantines());
          return Handling.ok(Shown.of(views.quarantines().find(suspect).orElseThrow()));
        });
  }

  /** Destroys what was removed: at once, and again at a start for what a crash left undone. */
  static void sweep(FileStore files, Quarantines quarantines) {
    for (var one : quarantines.list()) {
      if (one.standing() == QuarantineView.Standing.REMOVED) {
        one.suspect()
            .findFile()
            .ifPresent(
                file -> {
                  try {
                    files.remove(file);
                  } catch (IOException e) {
                    throw new UncheckedIOException(e);
                  }
                });
      }
    }
  }

  private static Suspect suspect(ServerRequest request) {
    try {
      return new Suspect(request.pathVariable("suspect"));
    } catch (IllegalArgumentException e) {
      throw Problem.invalid("suspect", e.getMessage());
    }
  }

  private static String reason(byte[] body) {
    return OrderRequest.required("reason", Bodies.read(body, Why.class).reason(), 500);
  }
}
