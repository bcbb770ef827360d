package org.vicinal.messages.work;

import java.util.List;

/**
 * What a bid asks, open book: the lines add up to the sum, and nobody adds to it on the way.
 *
 * @param currency ISO 4217, such as {@code EUR}
 */
public record Price(String currency, List<Line> lines) {
  /** One reason for a part of the price, in minor units (cents). */
  public record Line(String what, long minorUnits) {}

  public Price {
    lines = List.copyOf(lines);
    if (!currency.matches("[A-Z]{3}")) {
      throw new IllegalArgumentException(
          "Expected a currency of three capitals (ISO 4217), but found \"" + currency + "\".");
    }
  }

  /** The sum of the lines in minor units. */
  public long minorUnits() {
    return lines.stream().mapToLong(Line::minorUnits).sum();
  }

  /** Such as {@code 4.20 EUR}. */
  public String words() {
    long sum = minorUnits();
    return "%s%d.%02d %s"
        .formatted(sum < 0 ? "-" : "", Math.abs(sum) / 100, Math.abs(sum) % 100, currency);
  }
}
