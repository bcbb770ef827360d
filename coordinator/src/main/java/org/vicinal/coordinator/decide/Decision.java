package org.vicinal.coordinator.decide;

import java.util.List;

/** What a decider answers. */
public sealed interface Decision<E extends Event> {
  /** These things happen now, in this order; none when the command had been done before. */
  record Accepted<E extends Event>(List<E> events) implements Decision<E> {
    public Accepted {
      events = List.copyOf(events);
    }
  }

  /** Nothing happens, for this reason. */
  record Rejected<E extends Event>(Rejection rejection) implements Decision<E> {}

  /** Accepts; {@code events} happen in their order. */
  static <E extends Event> Decision<E> accept(List<? extends E> events) {
    return new Accepted<>(List.copyOf(events));
  }

  /** Accepts with one event. */
  static <E extends Event> Decision<E> accept(E event) {
    return new Accepted<>(List.of(event));
  }

  /** Accepts without an event: it had been done before. */
  static <E extends Event> Decision<E> nothingNew() {
    return new Accepted<>(List.of());
  }

  /** Refuses; {@code reason} says what was expected, what was found and what to do. */
  static <E extends Event> Decision<E> reject(Rejection.Kind kind, String reason) {
    return new Rejected<>(new Rejection(kind, reason, null));
  }

  /** Refuses because of one {@code field} of the request. */
  static <E extends Event> Decision<E> invalid(String field, String reason) {
    return new Rejected<>(new Rejection(Rejection.Kind.INVALID, reason, field));
  }
}
