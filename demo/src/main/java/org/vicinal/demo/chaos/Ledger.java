package org.vicinal.demo.chaos;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vicinal.demo.client.OrderSeen;

/** What customers were told, and may rely on. Safe for any number of threads. */
final class Ledger {
  private final Map<String, Promise> promises = new LinkedHashMap<>();
  private final List<String> complaints = new ArrayList<>();
  private int asked;
  private int repeated;

  /**
   * An order that was acknowledged.
   *
   * @param version the highest that anybody was shown
   * @param cancelled whether its end was acknowledged too
   * @param ended whether it was last seen at its end
   */
  record Promise(String order, int pieces, long version, boolean cancelled, boolean ended) {}

  /** A request goes out, for the first time or again. */
  synchronized void asks(boolean again) {
    asked++;
    repeated += again ? 1 : 0;
  }

  /**
   * An order was acknowledged.
   *
   * @param version at which it was shown; 0 when it was only said to be written down
   */
  synchronized void placed(String order, int pieces, long version) {
    promises.putIfAbsent(order, new Promise(order, pieces, version, false, false));
  }

  /** That an order is cancelled was acknowledged. */
  synchronized void cancelled(String order) {
    promises.computeIfPresent(
        order, (id, it) -> new Promise(id, it.pieces(), it.version(), true, it.ended()));
  }

  /** An order was shown to its customer; what was seen once cannot be unseen. */
  synchronized void seen(OrderSeen order) {
    promises.computeIfPresent(
        order.id(),
        (id, it) -> {
          if (order.version() < it.version()) {
            complaints.add(
                "Order %s was shown at version %d, and later at %d."
                    .formatted(id, it.version(), order.version()));
          }
          return new Promise(
              id,
              it.pieces(),
              Math.max(it.version(), order.version()),
              it.cancelled(),
              order.ended());
        });
  }

  /** Whether every order was last seen at its end. */
  synchronized boolean allEnded() {
    return promises.values().stream().allMatch(Promise::ended);
  }

  /** Something was answered that may not be. */
  synchronized void complain(String what) {
    complaints.add(what);
  }

  synchronized Collection<Promise> promises() {
    return List.copyOf(promises.values());
  }

  synchronized List<String> complaints() {
    return List.copyOf(complaints);
  }

  @Override
  public synchronized String toString() {
    return "%d requests, %d of them repeated, %d orders acknowledged"
        .formatted(asked, repeated, promises.size());
  }
}
