package org.vicinal.coordinator.http;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.vicinal.coordinator.deal.DealState;
import org.vicinal.coordinator.view.DealView;
import org.vicinal.coordinator.view.OrderView;
import org.vicinal.messages.id.LotId;
import org.vicinal.messages.id.OrderId;
import org.vicinal.messages.id.WorkshopId;
import org.vicinal.messages.work.Price;

/**
 * What somebody's lots of a year came to. Vicinal moves no money: this is what was agreed and
 * ticked.
 *
 * @param sums what is owed in all, by currency, hours and gifts, in words
 */
record Statement(int year, List<Line> lines, Map<String, String> sums) {
  /**
   * One lot.
   *
   * @param at when it last changed
   * @param kind a currency, HOURS or GIFT
   * @param minorUnits cents or minutes
   */
  record Line(
      Instant at,
      OrderId order,
      LotId lot,
      WorkshopId workshop,
      String title,
      int pieces,
      String kind,
      long minorUnits,
      String owed,
      boolean paid,
      boolean received,
      boolean settled) {
    static Line of(OrderView order, DealView view) {
      var deal = view.state().agreed().orElseThrow();
      var owed = ShownDeal.owed(view.state());
      var price = owed == null ? deal.price() : owed;
      return new Line(
          ShownDeal.changedAt(view),
          order.id(),
          view.lot(),
          deal.workshop(),
          deal.title(),
          deal.pieces(),
          price.kind(),
          price.minorUnits(),
          price.words(),
          ShownDeal.paid(view.state()),
          ShownDeal.received(view.state()),
          view.state() instanceof DealState.Settled);
    }
  }

  static Map<String, String> sums(List<Line> lines) {
    var sums = new TreeMap<String, Long>();
    lines.forEach(line -> sums.merge(line.kind(), line.minorUnits(), Long::sum));
    var words = new TreeMap<String, String>();
    sums.forEach((kind, sum) -> words.put(kind, Price.words(kind, sum)));
    return words;
  }

  /** As a table that office programs read; RFC 4180. */
  static String csv(List<Line> lines) {
    return "at,order,lot,workshop,title,pieces,kind,minorUnits,owed,paid,received,settled\r\n"
        + lines.stream()
            .map(
                line ->
                    java.util.stream.Stream.<Object>of(
                            line.at(),
                            line.order(),
                            line.lot(),
                            line.workshop(),
                            line.title(),
                            line.pieces(),
                            line.kind(),
                            line.minorUnits(),
                            line.owed(),
                            line.paid(),
                            line.received(),
                            line.settled())
                        .map(Statement::cell)
                        .collect(Collectors.joining(",")))
            .map(row -> row + "\r\n")
            .collect(Collectors.joining());
  }

  /** Quoted where it must be; a cell never begins a formula in somebody's office program. */
  private static String cell(Object value) {
    var text = value.toString();
    var safe = text.matches("^[=+@\\t\\r-].*") && !(value instanceof Number) ? "'" + text : text;
    return safe.matches("(?s).*[\",\r\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }

  /** One lot as text. */
  static String receipt(OrderView order, DealView view) {
    var deal = view.state().agreed().orElseThrow();
    var line = Line.of(order, view);
    var text = new StringBuilder("Vicinal\n\n");
    text.append("Order     ").append(order.id()).append('\n');
    text.append("Lot       ").append(view.lot()).append('\n');
    text.append("Workshop  ").append(deal.workshop()).append('\n');
    text.append("What      %d x %s%n".formatted(deal.pieces(), deal.title()));
    deal.price()
        .lines()
        .forEach(
            one ->
                text.append(
                    "          %s: %s%n"
                        .formatted(
                            one.what(), Price.words(deal.price().kind(), one.minorUnits()))));
    text.append("Agreed    ").append(deal.price().words()).append('\n');
    var owed = ShownDeal.owed(view.state());
    text.append("Owed      ").append(owed == null ? "not known yet" : line.owed()).append('\n');
    text.append("Paid      ").append(tick(line.paid())).append('\n');
    text.append("Received  ").append(tick(line.received())).append('\n');
    text.append("State     %s, %s%n".formatted(view.stateName(), line.at()));
    return text.toString();
  }

  private static String tick(boolean ticked) {
    return ticked ? "yes" : "not ticked";
  }
}
