package org.vicinal.messages.capacity;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * When somebody is there: a run begins only then, because a person looks at the machine first.
 *
 * @param zone of the times, such as {@code Europe/Berlin}
 * @param openings empty for always
 * @param closures days on which nobody is there after all
 * @param runsOn the rule for nights: whether a run may go on when nobody is there any more, or must
 *     end before
 */
public record Hours(String zone, List<Opening> openings, List<Closure> closures, boolean runsOn) {
  /** Somebody is always there. */
  public static final Hours ALWAYS = new Hours("UTC", List.of(), List.of(), true);

  private static final int DAYS_LOOKED_AT = 400;

  /** From {@code open} until {@code shut}. */
  private record Window(Instant open, Instant shut) {}

  public Hours {
    openings = List.copyOf(openings);
    closures = List.copyOf(closures);
    try {
      ZoneId.of(zone);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "Expected a time zone such as Europe/Berlin, but found \"" + zone + "\".", e);
    }
  }

  /**
   * When {@code pieces} one after the other are done that begin at {@code from} at the earliest;
   * empty when that is more than a year away, or never: a run may be longer than any day here.
   *
   * @param perPiece the machine's time, and the person's
   */
  public Optional<Instant> findEnd(Instant from, Duration perPiece, int pieces) {
    if (openings.isEmpty() && closures.isEmpty()) {
      return Optional.of(from.plus(perPiece.multipliedBy(pieces)));
    }
    var at = from;
    int left = pieces;
    for (var window : windows(from)) {
      if (window.shut().isAfter(at)) {
        at = window.open().isAfter(at) ? window.open() : at;
        while (left > 0 && begins(at, perPiece, window)) {
          at = at.plus(perPiece);
          left--;
        }
        if (left == 0) {
          return Optional.of(at);
        }
      }
    }
    return Optional.empty();
  }

  private boolean begins(Instant at, Duration perPiece, Window window) {
    return runsOn ? at.isBefore(window.shut()) : !at.plus(perPiece).isAfter(window.shut());
  }

  /** The times when somebody is there, from the day of {@code from}; what touches is one. */
  private List<Window> windows(Instant from) {
    var there = ZoneId.of(zone);
    var windows = new ArrayList<Window>();
    var day = from.atZone(there).toLocalDate();
    for (int i = 0; i < DAYS_LOOKED_AT; i++, day = day.plusDays(1)) {
      for (var window : windows(day, there)) {
        var last = windows.isEmpty() ? null : windows.getLast();
        if (last != null && !window.open().isAfter(last.shut())) {
          windows.set(windows.size() - 1, new Window(last.open(), later(last, window)));
        } else {
          windows.add(window);
        }
      }
    }
    return windows;
  }

  private static Instant later(Window one, Window other) {
    return one.shut().isAfter(other.shut()) ? one.shut() : other.shut();
  }

  private List<Window> windows(LocalDate day, ZoneId there) {
    if (closures.stream().anyMatch(closure -> closure.on(day))) {
      return List.of();
    }
    var midnight = day.plusDays(1).atStartOfDay(there).toInstant();
    if (openings.isEmpty()) {
      return List.of(new Window(day.atStartOfDay(there).toInstant(), midnight));
    }
    return openings.stream()
        .filter(opening -> opening.on(day.getDayOfWeek()))
        .map(
            opening ->
                new Window(
                    day.atTime(opening.from()).atZone(there).toInstant(),
                    opening.to().equals(LocalTime.MIDNIGHT)
                        ? midnight
                        : day.atTime(opening.to()).atZone(there).toInstant()))
        .sorted(Comparator.comparing(Window::open))
        .toList();
  }
}
