package org.vicinal.demo.bench.load;

import java.util.concurrent.CompletableFuture;

/** One order on its way. For any number of threads; times as {@link System#nanoTime}. */
final class Journey {
  final long begun = System.nanoTime();
  final CompletableFuture<Long> accepted = new CompletableFuture<>();
  private long answered;
  private long called;
  private long awarded;

  /** The four steps, each from the placing on, in milliseconds. */
  record Times(double answered, double called, double awarded, double accepted) {}

  synchronized void answered() {
    answered = System.nanoTime();
  }

  /** A workshop has heard the call; the last one counts. */
  synchronized void called() {
    called = System.nanoTime();
  }

  synchronized void awarded() {
    awarded = System.nanoTime();
  }

  synchronized Times times(long acceptedAt) {
    return new Times(millis(answered), millis(called), millis(awarded), millis(acceptedAt));
  }

  private double millis(long at) {
    return (at - begun) / 1e6;
  }
}
