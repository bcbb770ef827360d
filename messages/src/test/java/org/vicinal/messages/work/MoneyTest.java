package org.vicinal.messages.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Amounts are read and written with as many digits as their currency has. */
class MoneyTest {
  private static final long SEED = Long.getLong("vicinal.seed", System.nanoTime());

  @Test
  void amountsAsPeopleWriteThem() {
    assertThat(Price.minorUnits("EUR", new BigDecimal("12.5"))).isEqualTo(1_250);
    assertThat(Price.minorUnits("JPY", new BigDecimal("1200"))).isEqualTo(1_200);
    assertThat(Price.minorUnits("KWD", new BigDecimal("0.125"))).isEqualTo(125);
    assertThat(Price.minorUnits("HOURS", new BigDecimal("1.5"))).isEqualTo(90);
    assertThat(Price.minorUnits("EUR", new BigDecimal("0.005"))).as("half up").isEqualTo(1);
    assertThat(Price.words("JPY", 1_200)).isEqualTo("1200 JPY");
    assertThat(Price.words("KWD", 125)).isEqualTo("0.125 KWD");
    assertThat(Price.words("EUR", -5)).isEqualTo("-0.05 EUR");
    assertThat(Price.words("HOURS", 90)).isEqualTo("1 h 30 min of work");
  }

  /** What is written is read as what it was, in every currency there is. */
  @Test
  void everyAmountComesBack() {
    var random = new Random(SEED);
    var codes =
        Currency.getAvailableCurrencies().stream()
            .filter(currency -> currency.getDefaultFractionDigits() >= 0)
            .map(Currency::getCurrencyCode)
            .sorted()
            .toList();
    for (int i = 0; i < 10_000; i++) {
      var code = codes.get(random.nextInt(codes.size()));
      long minor = random.nextLong(-Price.MOST, Price.MOST) >> random.nextInt(40);
      var written = new BigDecimal(Price.amount(code, minor));
      assertThat(Price.minorUnits(code, written))
          .as("%s of %s, -Dvicinal.seed=%d", minor, code, SEED)
          .isEqualTo(minor);
      assertThat(new Price(code, List.of(new Price.Line("all", minor))).words())
          .isEqualTo(written.toPlainString() + " " + code);
    }
  }
}
