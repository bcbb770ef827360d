package org.vicinal.messages.capacity;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Somebody is there on these days of every week.
 *
 * @param last of the days, {@code first} included; before it in the week means over the weekend
 * @param to not after midnight; 00:00 is the end of the day
 */
public record Opening(DayOfWeek first, DayOfWeek last, LocalTime from, LocalTime to) {
  private static final Pattern FORM =
      Pattern.compile("(\\p{L}+)(?:-(\\p{L}+))? +(\\d\\d:\\d\\d)-(\\d\\d:\\d\\d)");

  public Opening {
    if (!to.equals(LocalTime.MIDNIGHT) && !from.isBefore(to)) {
      throw new IllegalArgumentException(
          "Expected a time from before its end, but found " + from + "-" + to + ".");
    }
  }

  /** Reads {@code Mon-Fri 09:00-18:00} or {@code Sat 10:00-00:00}. */
  public static Opening parse(String text) {
    var found = FORM.matcher(text.strip());
    if (!found.matches()) {
      throw expected(text);
    }
    try {
      var first = day(found.group(1), text);
      return new Opening(
          first,
          found.group(2) == null ? first : day(found.group(2), text),
          LocalTime.parse(found.group(3)),
          found.group(4).equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(found.group(4)));
    } catch (DateTimeParseException e) {
      throw expected(text);
    }
  }

  boolean on(DayOfWeek day) {
    int length = Math.floorMod(last.getValue() - first.getValue(), 7);
    return Math.floorMod(day.getValue() - first.getValue(), 7) <= length;
  }

  private static DayOfWeek day(String word, String text) {
    return Arrays.stream(DayOfWeek.values())
        .filter(day -> word.length() >= 2 && day.name().startsWith(word.toUpperCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() -> expected(text));
  }

  private static IllegalArgumentException expected(String text) {
    return new IllegalArgumentException(
        "Expected opening hours such as \"Mon-Fri 09:00-18:00\", but found \"" + text + "\".");
  }
}
