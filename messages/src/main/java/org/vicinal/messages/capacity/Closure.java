package org.vicinal.messages.capacity;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/** Nobody is there from {@code first} to {@code last}, both included. */
public record Closure(LocalDate first, LocalDate last) {
  public Closure {
    if (last.isBefore(first)) {
      throw new IllegalArgumentException(
          "Expected a last closed day from " + first + ", but found " + last + ".");
    }
  }

  /** Reads {@code 2026-12-24} or {@code 2026-12-24..2027-01-02}. */
  public static Closure parse(String text) {
    var parts = text.strip().split("\\.\\.", 2);
    try {
      return new Closure(LocalDate.parse(parts[0]), LocalDate.parse(parts[parts.length - 1]));
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "Expected a closed day such as 2026-12-24, or 2026-12-24..2027-01-02, but found \""
              + text
              + "\".",
          e);
    }
  }

  boolean on(LocalDate day) {
    return !day.isBefore(first) && !day.isAfter(last);
  }
}
