package org.vicinal.messages.work;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a bid asks, open book: the lines add up to the sum, and nobody adds to it on the way.
 *
 * <p>Work may be given for money, for hours of other work, or as a gift. Prices of unlike units are
 * never compared.
 *
 * @param currency ISO 4217, such as {@code EUR}; {@code XXX} (no currency) unless it is money
 * @param unit what the minor units of the lines are
 * @param payment null when nobody has said how it is paid
 */
public record Price(
    String currency,
    List<Line> lines,
    @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = Unsaid.class) Unit unit,
    @Nullable Payment payment) {
  /** The most minor units of a line; sums stay far from overflow. */
  public static final long MOST = 1_000_000_000_000L;

  /** ISO 4217's code for things that have no currency. */
  public static final String NO_CURRENCY = "XXX";

  /** A gift. */
  public static final Price GIFT = new Price(NO_CURRENCY, List.of(), Unit.GIFT, null);

  /** What a price is counted in. */
  public enum Unit {
    /** Minor units of a currency: cents. */
    MONEY,
    /** Minutes of other work. */
    HOURS,
    /** Nothing is asked. */
    GIFT
  }

  /** What a line grows with. */
  public enum Per {
    /** More pieces, more of it. */
    PIECE,
    /** Once, however many pieces: setting up, a journey. */
    LOT
  }

  /** One reason for a part of the price, in minor units. */
  public record Line(
      String what,
      long minorUnits,
      @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = Unsaid.class) Per per) {
    public Line(String what, long minorUnits, @Nullable Per per) {
      this.what = what;
      this.minorUnits = minorUnits;
      this.per = per != null ? per : Per.PIECE;
    }

    /** A line that grows with the pieces. */
    public Line(String what, long minorUnits) {
      this(what, minorUnits, Per.PIECE);
    }

    private Line share(int pieces, int of) {
      return per == Per.LOT ? this : new Line(what, scaled(minorUnits, pieces, of), per);
    }
  }

  public Price(String currency, List<Line> lines, @Nullable Unit unit, @Nullable Payment payment) {
    this.currency = currency;
    this.lines = List.copyOf(lines);
    this.unit = unit != null ? unit : Unit.MONEY;
    this.payment = payment;
    if (!currency.matches("[A-Z]{3}")) {
      throw new IllegalArgumentException(
          "Expected a currency of three capitals (ISO 4217), but found \"" + currency + "\".");
    }
  }

  /** Money, paid as the two agree. */
  public Price(String currency, List<Line> lines) {
    this(currency, lines, Unit.MONEY, null);
  }

  /**
   * Whether {@code word} is what some price is counted in: a currency, {@code HOURS}, {@code GIFT}.
   */
  public static boolean isKind(String word) {
    return word.equals(Unit.HOURS.name())
        || word.equals(Unit.GIFT.name())
        || Currencies.known(word);
  }

  /** An amount of a {@link #kind} as people read it. */
  public static String words(String kind, long minorUnits) {
    return switch (kind) {
      case "HOURS" -> words(Unit.HOURS, NO_CURRENCY, minorUnits);
      case "GIFT" -> words(Unit.GIFT, NO_CURRENCY, 0);
      default -> words(Unit.MONEY, kind, minorUnits);
    };
  }

  /**
   * An amount as people write it, in minor units: 12.5 EUR are 1250, 1200 JPY 1200, 1.5 HOURS 90
   * (minutes). Rounded half up.
   */
  public static long minorUnits(String kind, BigDecimal amount) {
    var exact =
        switch (kind) {
          case "HOURS" -> amount.multiply(BigDecimal.valueOf(60));
          case "GIFT" -> amount;
          default -> amount.movePointRight(Currencies.digits(kind));
        };
    return exact.setScale(0, RoundingMode.HALF_UP).longValueExact();
  }

  /** Money as people write it, without its currency: 12.50, or 1200 where there are no cents. */
  public static String amount(String currency, long minorUnits) {
    return BigDecimal.valueOf(minorUnits, Currencies.digits(currency)).toPlainString();
  }

  /** The sum of the lines in minor units. */
  public long minorUnits() {
    return lines.stream().mapToLong(Line::minorUnits).sum();
  }

  /** What it is counted in, in one word: {@code EUR}, {@code HOURS} or {@code GIFT}. */
  public String kind() {
    return unit == Unit.MONEY ? currency : unit.name();
  }

  /**
   * The same offer for {@code pieces} of the {@code of} pieces that it is for: lines that grow with
   * the pieces in proportion, rounded up, the others as they are.
   */
  public Price share(int pieces, int of) {
    if (pieces == of) {
      return this;
    }
    var less = lines.stream().map(line -> line.share(pieces, of)).toList();
    var paid =
        payment == null
            ? null
            : new Payment(
                scaled(payment.taxMinorUnits(), pieces, of),
                scaled(payment.depositMinorUnits(), pieces, of),
                payment.how());
    return new Price(currency, less, unit, paid);
  }

  private static long scaled(long minorUnits, int pieces, int of) {
    return Math.ceilDiv(Math.clamp(minorUnits, -MOST, MOST) * pieces, (long) of);
  }

  /** Such as {@code 4.20 EUR}, {@code 1 h 30 min of work} or {@code a gift}. */
  public String words() {
    return words(unit, currency, minorUnits());
  }

  private static String words(Unit unit, String currency, long minorUnits) {
    long sum = Math.abs(minorUnits);
    var sign = minorUnits < 0 ? "-" : "";
    return switch (unit) {
      case GIFT -> "a gift";
      case HOURS -> "%s%d h %02d min of work".formatted(sign, sum / 60, sum % 60);
      case MONEY -> amount(currency, minorUnits) + " " + currency;
    };
  }

  /** What is wrong with this price as an offer, in a sentence; empty when nothing is. */
  public String wrong() {
    if (unit == Unit.MONEY && !Currencies.known(currency)) {
      return "Expected a currency of ISO 4217, such as EUR, but found %s.".formatted(currency);
    }
    if (unit != Unit.MONEY && !currency.equals(NO_CURRENCY)) {
      return "Expected no currency (XXX) for %s, but found %s."
          .formatted(unit.name().toLowerCase(Locale.ROOT), currency);
    }
    if (lines.stream()
        .anyMatch(line -> Math.clamp(line.minorUnits(), -MOST, MOST) != line.minorUnits())) {
      return "Expected lines of at most 1,000,000,000,000 minor units each.";
    }
    long sum = minorUnits();
    if (sum < 0 || (unit == Unit.GIFT && sum != 0)) {
      return "Expected a sum from 0 (0 for a gift), but found %d.".formatted(sum);
    }
    return payment != null && !between(payment, sum)
        ? "Expected tax and deposit from 0 to the sum %d, but found %d and %d."
            .formatted(sum, payment.taxMinorUnits(), payment.depositMinorUnits())
        : "";
  }

  private static boolean between(Payment payment, long sum) {
    return payment.taxMinorUnits() >= 0
        && payment.taxMinorUnits() <= sum
        && payment.depositMinorUnits() >= 0
        && payment.depositMinorUnits() <= sum;
  }
}
