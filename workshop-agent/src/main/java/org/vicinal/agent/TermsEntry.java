package org.vicinal.agent;

import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vicinal.agent.workshop.Trade;
import org.vicinal.messages.config.Nearest;
import org.vicinal.messages.work.Price;
import org.vicinal.messages.work.Purpose;

/**
 * What is asked beside the machines' rates, as {@code workshop.yaml} describes it under {@code
 * terms}. Nothing of it has to be said.
 *
 * @param in {@code money}, {@code hours} of other work, or {@code gift}; money when nothing is said
 * @param handWork an hour of a person's time at the machine
 * @param reservePercent added for pieces that fail
 * @param taxPercent of the price before tax
 * @param depositPercent of the price, paid before the work begins
 * @param pay how, such as {@code in cash at the counter}
 * @param delivery what bringing the pieces costs; they are picked up when nothing is said
 */
public record TermsEntry(
    @Nullable String in,
    @Nullable Double handWork,
    @Nullable Integer reservePercent,
    @Nullable Integer taxPercent,
    @Nullable Integer depositPercent,
    @Nullable String pay,
    @Nullable Double delivery) {
  static final TermsEntry NONE = new TermsEntry(null, null, null, null, null, null, null);
  private static final java.util.List<String> UNITS = java.util.List.of("money", "hours", "gift");
  private static final int LONGEST_PAY = 60;

  public TermsEntry {
    if (in != null && !UNITS.contains(in)) {
      throw new IllegalArgumentException(
          "terms: in: expected one of %s, found \"%s\". Did you mean %s?"
              .formatted(UNITS, in, Nearest.of(in, UNITS)));
    }
    percent("reserve-percent", reservePercent);
    percent("tax-percent", taxPercent);
    percent("deposit-percent", depositPercent);
    amount("hand-work", handWork);
    amount("delivery", delivery);
    if (pay != null && pay.length() > LONGEST_PAY) {
      throw new IllegalArgumentException(
          "terms: pay: expected at most %d characters.".formatted(LONGEST_PAY));
    }
  }

  private static void percent(String key, @Nullable Integer value) {
    if (value != null && (value < 0 || value > 100)) {
      throw new IllegalArgumentException(
          "terms: %s: expected 0 to 100, found %d.".formatted(key, value));
    }
  }

  private static void amount(String key, @Nullable Double value) {
    if (value != null && !(value >= 0 && value <= 1_000_000)) {
      throw new IllegalArgumentException(
          "terms: %s: expected 0 to 1000000, found %s.".formatted(key, value));
    }
  }

  Trade trade(Set<Purpose> promises, boolean asksPeople, String currency) {
    return new Trade(
        in == null ? Price.Unit.MONEY : Price.Unit.valueOf(in.toUpperCase(java.util.Locale.ROOT)),
        minor(handWork, currency),
        orZero(reservePercent),
        orZero(taxPercent),
        orZero(depositPercent),
        pay == null ? "" : pay,
        delivery == null ? null : minor(delivery, currency),
        promises,
        asksPeople);
  }

  private static long minor(@Nullable Double price, String currency) {
    return price == null ? 0 : Price.minorUnits(currency, BigDecimal.valueOf(price));
  }

  private static int orZero(@Nullable Integer value) {
    return value == null ? 0 : value;
  }
}
