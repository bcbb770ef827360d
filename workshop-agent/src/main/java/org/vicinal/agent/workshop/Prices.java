package org.vicinal.agent.workshop;

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
 * kept for failures, the way to the customer; every line rounded to the minor unit, the sum theirs.
 */
final class Prices {
  private static final int HUNDRED = 100;
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
    double minutes = check.seconds() * pieces / 60;
    add(
        "%.0f min of %s at %s an hour".formatted(minutes, machine.id(), words(machine.hour())),
        (double) machine.hour() * minutes / 60,
        Price.Per.PIECE);
    material(material, check, pieces);
    double hands = machine.handling().toSeconds() * pieces / 60.0;
    add(
        "%.0f min of hand work at %s an hour".formatted(hands, words(trade.handWork())),
        (double) trade.handWork() * hands / 60,
        Price.Per.PIECE);
    add("setting up", (double) machine.setup(), Price.Per.LOT);
    add(
        "%d %% for pieces that fail".formatted(trade.reservePercent()),
        (double) sum() * trade.reservePercent() / HUNDRED,
        Price.Per.PIECE);
    if (handover == Handover.DELIVERY && trade.delivery() != null) {
      add("bringing it", trade.delivery(), Price.Per.LOT);
    }
    long before = sum();
    add(
        "%d %% tax".formatted(trade.taxPercent()),
        (double) before * trade.taxPercent() / HUNDRED,
        Price.Per.PIECE);
    long tax = sum() - before;
    long deposit = Math.round((double) sum() * trade.depositPercent() / HUNDRED);
    var payment =
        tax == 0 && deposit == 0 && trade.how().isEmpty()
            ? null
            : new Payment(tax, deposit, trade.how());
    return new Price(currency, lines, Price.Unit.MONEY, payment);
  }

  /** What a person does, in minutes of other work; machine and material are given. */
  private Price hours(int pieces) {
    double minutes = machine.handling().toSeconds() * pieces / 60.0;
    add("%.0f min at %s".formatted(minutes, machine.id()), minutes, Price.Per.PIECE);
    return new Price(Price.NO_CURRENCY, lines, Price.Unit.HOURS, null);
  }

  private void material(String material, Check.Passed check, int pieces) {
    long rate = machine.materials().getOrDefault(material.toLowerCase(Locale.ROOT), 0L);
    if (machine.profile().making() == Making.MILLING) {
      add(
          "%d x %s at %s".formatted(pieces, material, words(rate)),
          (double) rate * pieces,
          Price.Per.PIECE);
    } else {
      double grams = check.grams() * pieces;
      add(
          "%.0f g of %s at %s a kg".formatted(grams, material, words(rate)),
          (double) rate * grams / 1000,
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
        Math.round((double) payment.taxMinorUnits() * minorUnits / before),
        Math.round((double) payment.depositMinorUnits() * minorUnits / before),
        payment.how());
  }

  private long sum() {
    return lines.stream().mapToLong(Price.Line::minorUnits).sum();
  }

  private void add(String what, double minorUnits, Price.Per per) {
    long rounded = Math.round(minorUnits);
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
