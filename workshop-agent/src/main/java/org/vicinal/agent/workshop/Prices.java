package org.vicinal.agent.workshop;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.vicinal.messages.work.Making;
import org.vicinal.messages.work.Price;
import org.vicinal.messages.work.Requirement;

/** The price of a bid, open book: the hours, the material, the setup, and nothing else. */
final class Prices {
  private Prices() {}

  static Price of(
      String currency, MachineOffer offer, Requirement part, Check.Passed check, int pieces) {
    var lines = new ArrayList<Price.Line>();
    double minutes = check.seconds() * pieces / 60;
    add(
        lines,
        "%.0f min of %s at %s an hour"
            .formatted(minutes, offer.id(), money(offer.hour(), currency)),
        (double) offer.hour() * minutes / 60);
    long material = offer.materials().getOrDefault(part.material().toLowerCase(Locale.ROOT), 0L);
    if (part.making() == Making.MILLING) {
      add(
          lines,
          "%d x %s at %s".formatted(pieces, part.material(), money(material, currency)),
          (double) material * pieces);
    } else {
      double grams = check.grams() * pieces;
      add(
          lines,
          "%.0f g of %s at %s a kg".formatted(grams, part.material(), money(material, currency)),
          (double) material * grams / 1000);
    }
    add(lines, "setting up", (double) offer.setup());
    return new Price(currency, lines);
  }

  private static void add(List<Price.Line> lines, String what, double minorUnits) {
    long rounded = Math.round(minorUnits);
    if (rounded > 0) {
      lines.add(new Price.Line(what, rounded));
    }
  }

  private static String money(long minorUnits, String currency) {
    return "%d.%02d %s".formatted(minorUnits / 100, minorUnits % 100, currency);
  }
}
