package org.vicinal.coordinator.view;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.vicinal.coordinator.decide.EntityKey;

/**
 * How far the views have read each entity, and who waits for them to read further. Guarded by
 * itself.
 */
final class Versions {
  private final Map<EntityKey, Long> read = new HashMap<>();
  private final Map<EntityKey, List<Waiter>> waiting = new HashMap<>();

  private record Waiter(long version, CompletableFuture<Void> reached) {}

  /** Completes when {@code entity} has been read up to {@code version}; cancel it to give up. */
  synchronized CompletableFuture<Void> await(EntityKey entity, long version) {
    if (read.getOrDefault(entity, 0L) >= version) {
      return CompletableFuture.completedFuture(null);
    }
    var waiter = new Waiter(version, new CompletableFuture<>());
    waiting.computeIfAbsent(entity, key -> new ArrayList<>()).add(waiter);
    var _ = waiter.reached().whenComplete((done, failure) -> remove(entity, waiter));
    return waiter.reached();
  }

  void reached(EntityKey entity, long version) {
    var done = new ArrayList<Waiter>();
    synchronized (this) {
      read.merge(entity, version, Math::max);
      for (var waiter : waiting.getOrDefault(entity, List.of())) {
        if (waiter.version() <= version) {
          done.add(waiter);
        }
      }
    }
    done.forEach(waiter -> waiter.reached().complete(null)); // outside: it runs their code
  }

  private synchronized void remove(EntityKey entity, Waiter waiter) {
    var left = waiting.get(entity);
    if (left != null) {
      left.remove(waiter);
      if (left.isEmpty()) {
        waiting.remove(entity);
      }
    }
  }
}
