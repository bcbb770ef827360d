package org.vicinal.coordinator.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A place in a list that begins with the newest order, written {@code TIME~NAME}. It is made of
 * what never changes, so nothing is skipped or told twice when orders come while somebody reads.
 *
 * @param at when the order was placed
 * @param name of the order or, in a list of lots, of the lot
 */
record Cursor(Instant at, String name) {
  private static final Comparator<Cursor> ORDER =
      Comparator.comparing(Cursor::at).reversed().thenComparing(Cursor::name);

  /** Something that has a place in a list. */
  record Placed<T>(Cursor cursor, T it) {}

  /** So much of a list, and where the rest begins; null when there is none. */
  record Part<T>(List<T> items, @Nullable String next) {}

  static Cursor parse(String text) {
    int mark = text.indexOf('~');
    try {
      return new Cursor(Instant.parse(text.substring(0, mark)), text.substring(mark + 1));
    } catch (DateTimeException | IndexOutOfBoundsException e) {
      throw Problem.field("after", "what a list before had as \"next\"", text);
    }
  }

  /** The first {@code most} that come after {@code start}; from the newest when that is null. */
  static <T> Part<T> part(Stream<Placed<T>> all, @Nullable Cursor start, int most) {
    var found =
        all.filter(it -> start == null || ORDER.compare(it.cursor(), start) > 0)
            .sorted(Comparator.comparing(Placed<T>::cursor, ORDER))
            .limit(most + 1L)
            .toList();
    boolean more = found.size() > most;
    var shown = more ? found.subList(0, most) : found;
    return new Part<>(
        shown.stream().map(Placed::it).toList(), more ? shown.getLast().cursor().toString() : null);
  }

  @Override
  public String toString() {
    return at + "~" + name;
  }
}
