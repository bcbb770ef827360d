package org.vicinal.coordinator.engine;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Opens {@code window} after the bridge has caught up; can be held shut. For any number of threads.
 */
final class StartGate implements WakeGate {
  private static final long NOT_YET = Long.MAX_VALUE;
  private final Duration window;
  private final BooleanSupplier bridgeCaughtUp;
  private final LongSupplier nanoTime;
  private final AtomicLong caughtUpAt = new AtomicLong(NOT_YET);
  private final AtomicInteger holders = new AtomicInteger();

  /**
   * A closed gate.
   *
   * @param nanoTime as {@link System#nanoTime}
   */
  StartGate(Duration window, BooleanSupplier bridgeCaughtUp, LongSupplier nanoTime) {
    this.window = window;
    this.bridgeCaughtUp = bridgeCaughtUp;
    this.nanoTime = nanoTime;
  }

  @Override
  public boolean open() {
    if (holders.get() > 0) {
      return false;
    }
    if (caughtUpAt.get() == NOT_YET && bridgeCaughtUp.getAsBoolean()) {
      caughtUpAt.compareAndSet(NOT_YET, nanoTime.getAsLong());
    }
    long since = caughtUpAt.get();
    return since != NOT_YET && nanoTime.getAsLong() - since >= window.toNanos();
  }

  /** Shuts it until {@link #release}. */
  void hold() {
    holders.incrementAndGet();
  }

  /** Begins the window anew. */
  void release() {
    caughtUpAt.set(NOT_YET);
    holders.decrementAndGet();
  }
}
