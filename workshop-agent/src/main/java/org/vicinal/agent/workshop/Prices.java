package org.vicinal.agent.workshop;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.vicinal.messages.work.Handover;
import org.vicinal.messages.work.Making;
import org.vicinal.messages.work.Payment;
import org.vicinal.messages.work.Price;

/**
 * The price of a bid, open book: the machine's hours, the material, the hands, the setup, what is
 * kept for failures, the way to the customer.
 *
 * <p>Sums are exact. Times count in whole seconds and weights in tenths of a gram, both per piece
 * and rounded half up; then every line is rounded half up to a minor unit, and the sum is theirs.
 */
final class Prices {
  private static final int SECONDS_AN_HOUR = 3600;
  private static final int LONGEST_LINE = 60;
  private final String currency;
  private final Trade trade;
  private final MachineOffer machine;
  private final List<Price.Line> lines = new ArrayList<>();

  private Prices(WorkshopSettings settings, MachineOffer machine) {
    this.currency = settings.currency();
    this.trade = settings.trade();
    this.machine = machine;
  }

  /**
   * @param material which of the machine's materials is used
   * @param handover how the pieces come to the customer
   */
  static Price of(
      WorkshopSettings settings,
      MachineOffer machine,
      String material,
      Check.Passed check,
      int pieces,
      Handover handover) {
    var prices = new Prices(settings, machine);
    return switch (settings.trade().unit()) {
      case MONEY -> prices.money(material, check, pieces, handover);
      case HOURS -> prices.hours(pieces);
      case GIFT -> Price.GIFT;
    };
  }

  private Price money(String material, Check.Passed check, int pieces, Handover handover) {
    long seconds = Math.round(check.seconds()) * pieces;
    add(
        "%d min of %s at %s an hour"
            .formatted(Math.round(seconds / 60.0), machine.id(), words(machine.hour())),
        perHour(machine.hour(), seconds),
        Price.Per.PIECE);
    material(material, check, pieces);
    long hands = machine.handling().toSeconds() * pieces;
    add(
        "%d min of hand work at %s an hour"
            .formatted(Math.round(hands / 60.0), words(trade.handWork())),
        perHour(trade.handWork(), hands),
        Price.Per.PIECE);
    add("setting up", BigDecimal.valueOf(machine.setup()), Price.Per.LOT);
    add(
        "%d %% for pieces that fail".formatted(trade.reservePercent()),
        percent(sum(), trade.reservePercent()),
        Price.Per.PIECE);
    if (handover == Handover.DELIVERY && trade.delivery() != null) {
      add("bringing it", BigDecimal.valueOf(trade.delivery()), Price.Per.LOT);
    }
    long before = sum();
    add(
        "%d %% tax".formatted(trade.taxPercent()),
        percent(before, trade.taxPercent()),
        Price.Per.PIECE);
    long tax = sum() - before;
    long deposit = rounded(percent(sum(), trade.depositPercent()));
    var payment =
        tax == 0 && deposit == 0 && trade.how().isEmpty()
            ? null
            : new Payment(tax, deposit, trade.how());
    return new Price(currency, lines, Price.Unit.MONEY, payment);
  }

  /** What a person does, in minutes of other work; machine and material are given. */
  private Price hours(int pieces) {
    var minutes =
        BigDecimal.valueOf(machine.handling().toSeconds())
            .multiply(BigDecimal.valueOf(pieces))
            .divide(BigDecimal.valueOf(60), 6, RoundingMode.HALF_UP);
    add("%.0f min at %s".formatted(minutes, machine.id()), minutes, Price.Per.PIECE);
    return new Price(Price.NO_CURRENCY, lines, Price.Unit.HOURS, null);
  }

  private void material(String material, Check.Passed check, int pieces) {
    long rate = machine.materials().getOrDefault(material.toLowerCase(Locale.ROOT), 0L);
    if (machine.profile().making() == Making.MILLING) {
      add(
          "%d x %s at %s".formatted(pieces, material, words(rate)),
          BigDecimal.valueOf(rate).multiply(BigDecimal.valueOf(pieces)),
          Price.Per.PIECE);
    } else {
      var grams =
          BigDecimal.valueOf(check.grams())
              .setScale(1, RoundingMode.HALF_UP)
              .multiply(BigDecimal.valueOf(pieces));
      add(
          "%.0f g of %s at %s a kg".formatted(grams, material, words(rate)),
          BigDecimal.valueOf(rate).multiply(grams).movePointLeft(3),
          Price.Per.PIECE);
    }
  }

  /** {@code price} as a person set it: what differs is a line of its own, so that the sum holds. */
  static Price set(Price price, long minorUnits, String who) {
    var lines = new ArrayList<>(price.lines());
    long differs = minorUnits - price.minorUnits();
    if (differs != 0) {
      lines.add(new Price.Line(cut("as " + who + " sets it"), differs, Price.Per.LOT));
    }
    return new Price(price.currency(), lines, price.unit(), scaled(price, minorUnits));
  }

  /** Tax and deposit are shares of the sum, and stay the same shares. */
  private static @org.jspecify.annotations.Nullable Payment scaled(Price price, long minorUnits) {
    var payment = price.payment();
    long before = price.minorUnits();
    if (payment == null || before == 0) {
      return payment;
    }
    return new Payment(
        scaled(payment.taxMinorUnits(), minorUnits, before),
        scaled(payment.depositMinorUnits(), minorUnits, before),
        payment.how());
  }

  private static long scaled(long part, long sum, long before) {
    return BigDecimal.valueOf(part)
        .multiply(BigDecimal.valueOf(sum))
        .divide(BigDecimal.valueOf(before), 0, RoundingMode.HALF_UP)
        .longValueExact();
  }

  private static BigDecimal perHour(long rate, long seconds) {
    return BigDecimal.valueOf(rate)
        .multiply(BigDecimal.valueOf(seconds))
        .divide(BigDecimal.valueOf(SECONDS_AN_HOUR), 6, RoundingMode.HALF_UP);
  }

  private static BigDecimal percent(long of, int percent) {
    return BigDecimal.valueOf(of).multiply(BigDecimal.valueOf(percent)).movePointLeft(2);
  }

  private static long rounded(BigDecimal minorUnits) {
    return minorUnits.setScale(0, RoundingMode.HALF_UP).longValueExact();
  }

  private long sum() {
    return lines.stream().mapToLong(Price.Line::minorUnits).sum();
  }

  private void add(String what, BigDecimal minorUnits, Price.Per per) {
    long rounded = rounded(minorUnits);
    if (rounded > 0) {
      lines.add(new Price.Line(cut(what), rounded, per));
    }
  }

  /** The coordinator takes lines of at most 60 bytes. */
  private static String cut(String what) {
    var text = what;
    while (text.getBytes(StandardCharsets.UTF_8).length > LONGEST_LINE) {
      text = text.substring(0, text.length() - 1);
    }
    return text;
  }

  private String words(long minorUnits) {
    return Price.words(currency, minorUnits);
  }
}
