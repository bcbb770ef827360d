package org.vicinal.coordinator.deal;

import java.util.List;
import org.vicinal.messages.work.Price;

/**
 * What is owed, by the price of the bid and nothing else.
 *
 * <p>Only good pieces are paid: what failed on the machine, at the gate or in the customer's hands
 * is the workshop's reserve. Fewer pieces cost their share; a line that is asked once per lot is
 * owed as soon as one piece is. Nothing made, nothing owed.
 */
public final class Owed {
  private Owed() {}

  /** Of {@code price}, which is for {@code of} pieces, what {@code pieces} of them cost. */
  public static Price forPieces(Price price, int pieces, int of) {
    if (pieces <= 0 || of <= 0) {
      return nothing(price);
    }
    return pieces >= of ? price : price.share(pieces, of);
  }

  /** What is left of {@code whole} when {@code part} of it is owed elsewhere. */
  static Price rest(Price whole, Price part) {
    return amount(whole, whole.minorUnits() - part.minorUnits(), "the rest of the price");
  }

  /** A sum that the two agreed on, in the unit of {@code price}. */
  static Price amount(Price price, long minorUnits, String what) {
    return new Price(
        price.currency(), List.of(new Price.Line(what, minorUnits)), price.unit(), null);
  }

  /** Nothing, in the unit of {@code price}. */
  static Price nothing(Price price) {
    return new Price(price.currency(), List.of(), price.unit(), null);
  }
}
