package org.vicinal.coordinator.view;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * How many orders are where. Looks at all of them, at most once a second. For any number of
 * threads.
 */
public final class Tally {
  private static final long FRESH_NANOS = Duration.ofSeconds(1).toNanos();
  private final Views views;
  private final LongSupplier nanoTime;
  private Counts last = new Counts(Map.of(), Map.of(), 0, 0, 0);
  private long countedAt;
  private boolean counted;

  /**
   * Counts {@code views}.
   *
   * @param nanoTime as {@link System#nanoTime}
   */
  public Tally(Views views, LongSupplier nanoTime) {
    this.views = views;
    this.nanoTime = nanoTime;
  }

  /** Not older than a second. */
  public synchronized Counts now() {
    long now = nanoTime.getAsLong();
    if (!counted || now - countedAt >= FRESH_NANOS) {
      last = count();
      countedAt = now;
      counted = true;
    }
    return last;
  }

  private Counts count() {
    var orders = new EnumMap<OrderView.State, Long>(OrderView.State.class);
    long tenders = 0;
    long waiting = 0;
    long late = 0;
    for (var order : views.orders()) {
      orders.merge(order.state(), 1L, Long::sum);
      tenders += order.tender() == null ? 0 : 1;
      for (var lot : order.lots()) {
        waiting += lot.state().held() && lot.waiting() != null ? 1 : 0;
        late += lot.state() == LotView.State.LATE ? 1 : 0;
      }
    }
    var workshops = new EnumMap<WorkshopView.Standing, Long>(WorkshopView.Standing.class);
    views.workshops().forEach(it -> workshops.merge(it.standing(), 1L, Long::sum));
    return new Counts(orders, workshops, tenders, waiting, late);
  }

  /**
   * What was counted.
   *
   * @param tenders calls that may be answered
   * @param waiting lots at a machine that waits for a person's hand
   * @param late lots past their time
   */
  public record Counts(
      Map<OrderView.State, Long> orders,
      Map<WorkshopView.Standing, Long> workshops,
      long tenders,
      long waiting,
      long late) {
    public Counts {
      orders = Map.copyOf(orders);
      workshops = Map.copyOf(workshops);
    }

    /** Orders in {@code state}. */
    public long orders(OrderView.State state) {
      return orders.getOrDefault(state, 0L);
    }

    /** Workshops of {@code standing}. */
    public long workshops(WorkshopView.Standing standing) {
      return workshops.getOrDefault(standing, 0L);
    }
  }
}
