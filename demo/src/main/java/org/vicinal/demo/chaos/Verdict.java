package org.vicinal.demo.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.vicinal.demo.client.OrderSeen;

/**
 * What customers were promised, what the coordinator says of it, and what the machines have done,
 * held against each other.
 *
 * @param faults a sentence each; none when all is as it must be
 * @param ends how many orders ended how
 */
record Verdict(List<String> faults, Map<String, Integer> ends) {
  Verdict {
    faults = List.copyOf(faults);
  }

  /**
   * @param shown the orders that the coordinator has, by their ids
   */
  static Verdict of(Ledger ledger, Map<String, OrderSeen> shown, Iron iron) {
    var faults = new ArrayList<>(ledger.complaints());
    var ends = new TreeMap<String, Integer>();
    for (var promise : ledger.promises()) {
      var order = shown.get(promise.order());
      faults.addAll(about(promise, order, iron));
      ends.merge(end(order), 1, Integer::sum);
    }
    return new Verdict(faults, ends);
  }

  private static String end(@Nullable OrderSeen order) {
    if (order == null) {
      return "LOST";
    }
    boolean unmade = order.state().equals("UNMADE");
    return unmade ? "UNMADE (%s)".formatted(order.outcome()) : order.state();
  }

  private static List<String> about(Ledger.Promise promise, @Nullable OrderSeen order, Iron iron) {
    var id = promise.order();
    if (order == null) {
      return List.of("Order %s was acknowledged and is not there.".formatted(id));
    }
    var faults = new ArrayList<String>();
    if (order.version() < promise.version() || order.pieces() != promise.pieces()) {
      faults.add(
          "Order %s: expected %d pieces at version %d or later, but found %d at %d."
              .formatted(id, promise.pieces(), promise.version(), order.pieces(), order.version()));
    }
    if (promise.cancelled() && !order.state().equals("CANCELLED")) {
      faults.add("Order %s was cancelled, and is %s.".formatted(id, order.state()));
    }
    if (!order.ended()) {
      var waiting = order.waitingFor();
      faults.add(
          "Order %s has not ended: it is %s and %s"
              .formatted(
                  id,
                  order.state(),
                  waiting == null ? "does not say why." : "waits: " + waiting.what() + "."));
    } else if (order.state().equals("UNMADE") && order.outcome() == null) {
      faults.add("Order %s ended unmade and does not say why.".formatted(id));
    }
    work(order, iron, faults);
    return faults;
  }

  private static void work(OrderSeen order, Iron iron, List<String> faults) {
    var id = order.id();
    long given = order.lots().stream().mapToLong(OrderSeen.Lot::pieces).sum();
    long made = order.lots().stream().mapToLong(OrderSeen.Lot::made).sum();
    if (order.lots().stream().map(OrderSeen.Lot::lot).distinct().count() < order.lots().size()) {
      faults.add("Order %s has a lot number twice: %s.".formatted(id, order.lots()));
    }
    if (iron.begun(id) > given) {
      faults.add(
          "Order %s: %d pieces were given to workshops, but machines have begun %d."
              .formatted(id, given, iron.begun(id)));
    }
    if (iron.done(id) < made) {
      faults.add(
          "Order %s: %d pieces are said to be made, but machines have done %d."
              .formatted(id, made, iron.done(id)));
    }
    if (order.state().equals("MADE") && made < order.pieces()) {
      faults.add("Order %s is MADE with %d of %d pieces.".formatted(id, made, order.pieces()));
    }
  }
}
