package org.vicinal.coordinator.http;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.Currency;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vicinal.coordinator.order.Choosing;
import org.vicinal.coordinator.order.Choosing.Rule;
import org.vicinal.messages.work.Handover;
import org.vicinal.messages.work.Price;

/**
 * How workshops are to be chosen, as somebody typed it; whatever is absent is as {@link
 * Choosing#USUAL} has it.
 *
 * @param by {@code nearest}, {@code cheapest}, {@code soonest}, {@code spread} or {@code i-choose}
 * @param otherwise the rule that decides when nobody has chosen in time
 * @param unit what is paid with: a currency, {@code HOURS} or {@code GIFT}
 * @param limit the most that everything may cost, such as {@code 12.50 EUR} or {@code 2 HOURS}
 * @param handover {@code pickup} or {@code delivery}
 * @param together all pieces from one workshop
 * @param handovers at how many places pieces may be fetched
 * @param lookHours how many hours there are to choose
 * @param firstPiece whether one piece is to be accepted before the others are made
 */
record ChoosingRequest(
    @Nullable String by,
    @Nullable String otherwise,
    @Nullable String unit,
    @Nullable String limit,
    @Nullable String handover,
    @Nullable Boolean together,
    @Nullable Integer handovers,
    @Nullable Double lookHours,
    @Nullable Boolean firstPiece) {
  private static final int MINUTES = 60;

  private record Limit(String unit, long most) {}

  static Choosing checked(@Nullable ChoosingRequest request) {
    return request == null ? Choosing.USUAL : request.checked();
  }

  private Choosing checked() {
    var limited = limit == null ? null : limit(limit);
    if (limited != null && unit != null && !unit.equalsIgnoreCase(limited.unit())) {
      throw Problem.field(
          "choosing.limit", "a limit in %s, as the unit says".formatted(unit), limit);
    }
    var paid = limited != null ? limited.unit() : unit == null ? null : kind(unit);
    return new Choosing(
        rule("choosing.by", by, Choosing.USUAL.by()),
        rule("choosing.otherwise", otherwise, Choosing.USUAL.otherwise()),
        paid,
        limited == null ? null : limited.most(),
        checkedHandover(),
        Boolean.TRUE.equals(together),
        handovers == null ? Choosing.USUAL.handovers() : handovers,
        lookHours == null ? Choosing.USUAL.lookFor() : look(lookHours),
        Boolean.TRUE.equals(firstPiece));
  }

  private static Rule rule(String field, @Nullable String word, Rule usual) {
    if (word == null) {
      return usual;
    }
    return Arrays.stream(Rule.values())
        .filter(rule -> words(rule).equals(word.toLowerCase(Locale.ROOT).replace('_', '-')))
        .findFirst()
        .orElseThrow(() -> Problem.field(field, "one of " + rules(), word));
  }

  private static String words(Rule rule) {
    return rule.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String rules() {
    return Arrays.stream(Rule.values())
        .map(ChoosingRequest::words)
        .collect(Collectors.joining(", "));
  }

  private Handover checkedHandover() {
    return switch (handover == null ? "pickup" : handover.toLowerCase(Locale.ROOT)) {
      case "pickup" -> Handover.PICKUP;
      case "delivery" -> Handover.DELIVERY;
      default -> throw Problem.field("choosing.handover", "pickup or delivery", handover);
    };
  }

  private static Duration look(double hours) {
    if (!(hours > 0 && hours <= 14 * 24)) {
      throw Problem.field("choosing.lookHours", "more than 0 and at most 336 hours", hours);
    }
    return Duration.ofMillis(Math.round(hours * 3_600_000));
  }

  private static String kind(String word) {
    var kind = word.toUpperCase(Locale.ROOT);
    if (!Price.isKind(kind)) {
      throw Problem.field("choosing.unit", "a currency of ISO 4217, HOURS or GIFT", word);
    }
    return kind;
  }

  /** An amount and its unit: money with at most its minor digits, hours to the minute. */
  private static Limit limit(String text) {
    var words = text.strip().split("\\s+", 2);
    if (words.length != 2) {
      throw Problem.field("choosing.limit", "an amount and its unit, such as 12.50 EUR", text);
    }
    var unit = kind(words[1]);
    try {
      var amount = new BigDecimal(words[0]);
      var minor =
          unit.equals(Price.Unit.HOURS.name())
              ? amount.multiply(BigDecimal.valueOf(MINUTES))
              : amount.movePointRight(digits(unit));
      return new Limit(unit, minor.longValueExact());
    } catch (ArithmeticException | NumberFormatException e) {
      throw Problem.field("choosing.limit", "an amount in whole minor units of " + unit, text);
    }
  }

  private static int digits(String unit) {
    return unit.equals(Price.Unit.GIFT.name())
        ? 0
        : Currency.getInstance(unit).getDefaultFractionDigits();
  }
}
