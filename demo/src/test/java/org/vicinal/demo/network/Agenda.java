package org.vicinal.demo.network;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;

/**
 * What happens next, and when: the only clock of a simulation. What is due at the same moment
 * happens in the order in which it was put down.
 */
final class Agenda {
  private static final Instant BEGINNING = Instant.parse("2026-06-01T08:00:00Z");

  private record Task(long at, long number, Runnable what) {}

  private final PriorityQueue<Task> tasks =
      new PriorityQueue<>(Comparator.comparingLong(Task::at).thenComparingLong(Task::number));
  private long now = 1_000_000_000L;
  private long numbers;

  /** Nanoseconds of a clock that only goes forward. */
  long now() {
    return now;
  }

  Instant instant() {
    return BEGINNING.plusNanos(now);
  }

  void at(long moment, Runnable what) {
    tasks.add(new Task(Math.max(moment, now), numbers++, what));
  }

  void in(Duration time, Runnable what) {
    at(now + time.toNanos(), what);
  }

  /** Nothing happens until then. */
  void skipTo(Instant moment) {
    now = Math.max(now, Duration.between(BEGINNING, moment).toNanos());
  }

  void soon(Runnable what) {
    at(now, what);
  }

  /** Lets things happen for so long, or until {@code over} holds. */
  void run(Duration time, BooleanSupplier over) {
    long end = now + time.toNanos();
    while (!tasks.isEmpty() && tasks.peek().at() <= end && !over.getAsBoolean()) {
      var task = tasks.remove();
      now = Math.max(now, task.at());
      task.what().run();
    }
  }
}
