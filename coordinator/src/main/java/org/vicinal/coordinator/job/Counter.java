package org.vicinal.coordinator.job;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vicinal.coordinator.order.Wish;
import org.vicinal.messages.net.Offering;
import org.vicinal.messages.work.Handover;
import org.vicinal.messages.work.Price;

/** What makes a bid a counter-bid: it offers something else than was wished. */
final class Counter {
  private Counter() {}

  /**
   * How an offer of {@code pieces} of the {@code asked} differs from {@code wish}; empty when it
   * keeps to it.
   */
  static List<String> differences(
      Wish wish, int asked, int pieces, Instant readyBy, Price price, @Nullable Offering offering) {
    var found = new ArrayList<String>();
    if (readyBy.isAfter(wish.wanted())) {
      found.add(
          "ready by %s, wanted by %s".formatted(Words.time(readyBy), Words.time(wish.wanted())));
    }
    if (offering != null && !offering.material().isEmpty()) {
      found.add("made of %s, not %s".formatted(offering.material(), wish.requirement().material()));
    }
    var choosing = wish.choosing();
    if (choosing == null) {
      return found;
    }
    var handover = offering == null ? Handover.PICKUP : offering.handover();
    if (choosing.handover() == Handover.DELIVERY && handover != Handover.DELIVERY) {
      found.add("to be picked up, not delivered");
    }
    if (choosing.together() && pieces < asked) {
      found.add("%d of %d pieces, wanted together".formatted(pieces, asked));
    }
    var unit = choosing.unit();
    if (unit != null && !unit.equals(price.kind())) {
      found.add("asks %s, not %s".formatted(price.words(), unit));
    } else if (choosing.most() != null && share(price, pieces, wish) > choosing.most()) {
      found.add(
          "asks %s, the limit is %s for all"
              .formatted(price.words(), Price.words(price.kind(), choosing.most())));
    }
    return found;
  }

  /** What all pieces would cost at the rate of this bid. */
  private static long share(Price price, int pieces, Wish wish) {
    return pieces >= wish.pieces()
        ? price.minorUnits()
        : Math.round((double) price.minorUnits() / pieces * wish.pieces());
  }
}
