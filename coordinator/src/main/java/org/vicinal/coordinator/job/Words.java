package org.vicinal.coordinator.job;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.vicinal.messages.id.WorkshopId;

/** Times and distances as people read them. */
final class Words {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private Words() {}

  static String time(Instant moment) {
    return TIME.format(moment);
  }

  /** Such as {@code weir-lane, 1.2 km away}. */
  static String where(WorkshopId workshop, double metres) {
    return workshop + ", " + metres(metres);
  }

  /** Such as {@code 1.2 km away}. */
  static String metres(double metres) {
    return metres < 950
        ? String.format(Locale.ROOT, "%d m away", Math.round(metres / 10) * 10)
        : String.format(Locale.ROOT, "%.1f km away", metres / 1_000);
  }
}
