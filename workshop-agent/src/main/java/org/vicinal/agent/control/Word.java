package org.vicinal.agent.control;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vicinal.agent.workshop.Say;
import org.vicinal.messages.id.JobId;
import org.vicinal.messages.id.LotId;
import org.vicinal.messages.id.MachineId;
import org.vicinal.messages.work.Handing;
import org.vicinal.messages.work.Measured;

/**
 * What a person says about a call or a lot, as a request brings it.
 *
 * @param price the whole price in what the workshop asks, such as 12.50
 * @param by an instant such as {@code 2026-12-01T15:00:00Z}, or a day, then its evening here
 * @param measured name of a critical dimension to what was found (mm)
 * @param over {@code counter}, {@code carrier} or {@code shelf}
 * @param mark the pickup code, the carrier's number or the shelf
 */
record Word(
    @Nullable String who,
    @Nullable String machine,
    @Nullable Integer pieces,
    @Nullable Double price,
    @Nullable String by,
    @Nullable String material,
    @Nullable String note,
    @Nullable String because,
    @Nullable Map<String, Double> measured,
    @Nullable String over,
    @Nullable String mark) {
  static final Word NOTHING =
      new Word(null, null, null, null, null, null, null, null, null, null, null);
  static final String OF_CALLS = "bid or refusal";
  static final String OF_LOTS = "late, cannot, made, checked, ready, handover or payment";
  private static final int EVENING = 18;

  String someone() {
    return who == null || who.isBlank() ? "somebody here" : who;
  }

  /**
   * What is said of the call {@code job}; null when {@code what} is no word for calls.
   *
   * @throws IllegalArgumentException when something is missing or cannot be
   */
  @Nullable Say ofCall(String job, String what) {
    var id = new JobId(job);
    return switch (what) {
      case "bid" ->
          new Say.Bid(
              id,
              machine == null ? null : new MachineId(machine),
              pieces,
              price == null ? null : BigDecimal.valueOf(price),
              by == null ? null : instant(by),
              material == null ? "" : material,
              note == null ? "" : note);
      case "refusal" -> new Say.Refuse(id, reason());
      default -> null;
    };
  }

  /** What is said of the lot {@code lot}; null when {@code what} is no word for lots. */
  @Nullable Say ofLot(String lot, String what) {
    var id = LotId.parse(lot);
    return switch (what) {
      case "late" -> new Say.Late(id, instant(needed("by", by)), reason());
      case "cannot" -> new Say.Cannot(id, reason(), pieces);
      case "made" -> new Say.Made(id);
      case "checked" -> {
        if (pieces == null || pieces < 1) {
          throw new IllegalArgumentException("Expected in \"pieces\" how many are good, from 1.");
        }
        yield new Say.Checked(id, pieces, found());
      }
      case "ready" -> new Say.Ready(id);
      case "handover" -> new Say.HandedOver(id, handing(), mark == null ? "" : mark.strip());
      case "payment" -> new Say.Paid(id);
      default -> null;
    };
  }

  private List<Measured> found() {
    return measured == null
        ? List.of()
        : measured.entrySet().stream()
            .map(entry -> new Measured(entry.getKey(), entry.getValue()))
            .toList();
  }

  private Handing handing() {
    try {
      return Handing.valueOf(needed("over", over).toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "Expected in \"over\" one of counter, carrier or shelf, found \"%s\".".formatted(over),
          e);
    }
  }

  private String reason() {
    return needed("because", because).strip();
  }

  private static String needed(String key, @Nullable String value) {
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException("Expected something in \"%s\".".formatted(key));
    }
    return value;
  }

  private static Instant instant(String text) {
    try {
      return text.length() == "2026-12-01".length()
          ? LocalDate.parse(text).atTime(EVENING, 0).atZone(ZoneId.systemDefault()).toInstant()
          : Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "Expected a day such as 2026-12-01 or an instant such as 2026-12-01T15:00:00Z, found \"%s\"."
              .formatted(text),
          e);
    }
  }
}
