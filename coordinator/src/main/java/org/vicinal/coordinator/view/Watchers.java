package org.vicinal.coordinator.view;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Those who want to know what changes. Each is called on the thread that changes the view and must
 * return at once. Safe for any number of threads.
 */
final class Watchers<T> {
  private final Map<Long, Consumer<T>> all = new ConcurrentHashMap<>();
  private final AtomicLong next = new AtomicLong();

  /** {@code watcher} is told from now on, until the answer is closed. */
  Watch add(Consumer<T> watcher) {
    long number = next.incrementAndGet();
    all.put(number, watcher);
    return () -> all.remove(number);
  }

  void tell(T change) {
    all.values().forEach(watcher -> watcher.accept(change));
  }

  int count() {
    return all.size();
  }
}
