package org.vicinal.coordinator.http;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.vicinal.coordinator.caller.Caller;
import org.vicinal.coordinator.files.FileStore;
import org.vicinal.coordinator.vault.Subject;
import org.vicinal.coordinator.vault.Vault;
import org.vicinal.coordinator.view.DealView;
import org.vicinal.coordinator.view.OrderView;
import org.vicinal.coordinator.view.Views;
import org.vicinal.messages.id.Digest;
import org.vicinal.messages.work.FileRef;
import reactor.core.publisher.Mono;

/**
 * {@code POST /files/collection}, for stewards: forgets private files that no release names, no
 * order needs, and nobody has brought or used for some days.
 *
 * <p>Whoever orders or publishes uses the file first; so what is being ordered just now is never
 * among them, even where our own view does not know of it yet.
 */
final class CollectionHandler {
  private static final int USUAL_DAYS = 30;
  private static final int MOST_DAYS = 3_650;
  private final FileStore files;
  private final Views views;
  private final Vault vault;
  private final InstantSource clock;

  CollectionHandler(Edge edge) {
    this.files = edge.files();
    this.views = edge.views();
    this.vault = edge.vault();
    this.clock = edge.clock();
  }

  /**
   * The body.
   *
   * @param days that nobody has brought or used it; 30 unless told
   * @param look only tells what would be forgotten
   */
  record Wanted(@Nullable Integer days, @Nullable Boolean look) {}

  /** What was, or would be, forgotten. */
  record Collected(int files, long bytes, boolean look) {}

  Mono<ServerResponse> collect(ServerRequest request, Caller caller, byte[] body)
      throws IOException {
    Owners.steward(caller);
    var wanted = Bodies.read(body, Wanted.class);
    int days = wanted.days() == null ? USUAL_DAYS : wanted.days();
    if (days < 1 || days > MOST_DAYS) {
      throw Problem.field("days", "1 to %d days".formatted(MOST_DAYS), days);
    }
    boolean look = Boolean.TRUE.equals(wanted.look());
    var before = clock.instant().minus(Duration.ofDays(days));
    var needed = needed();
    int count = 0;
    long bytes = 0;
    for (var digest : files.listUnused(before)) {
      if (!needed.contains(digest)) {
        long size = look ? files.sizeOf(digest) : files.forgetUnused(digest, before);
        count += size > 0 ? 1 : 0;
        bytes += size;
      }
    }
    return Handling.ok(new Collected(count, bytes, look));
  }

  private Set<Digest> needed() {
    var needed = new HashSet<Digest>();
    for (var design : views.designs()) {
      for (var published : design.releases()) {
        published.release().files().stream().map(FileRef::digest).forEach(needed::add);
      }
    }
    for (var order : views.orders()) {
      if (!isOver(order) || !vault.forgotten(Subject.of(order.id()))) {
        order.wish().files().stream().map(FileRef::digest).forEach(needed::add);
      }
    }
    return needed;
  }

  private static boolean isOver(OrderView order) {
    return order.waitingFor().isEmpty() && order.deals().stream().noneMatch(DealView::open);
  }
}
