package org.vicinal.coordinator.notice;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a notice is about; a customer says of which they want to be told. */
public enum Matter {
  /** A workshop wrote. */
  QUESTION,
  /** Bids lie before the customer, who may choose. */
  BID,
  /** The first piece waits for a word. */
  FIRST_PIECE,
  /** A workshop is or will be late, or gave pieces back. */
  LATE,
  /** Pieces can be fetched, or are on their way. */
  READY,
  /** Nobody has fetched them yet, or they are gone. */
  UNCOLLECTED,
  /** Something about pieces that were refused. */
  DISPUTE,
  /** Something is owed. */
  PAYMENT,
  /** The order has come to an end. */
  END,
  /** A way of telling does not work; told by the other, and not asked for. */
  TROUBLE;

  /** Lower case with a hyphen, as people write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The matter that people call {@code word}; empty when there is none that one asks for. */
  public static Optional<Matter> find(String word) {
    return asked().filter(matter -> matter.word().equals(word)).findFirst();
  }

  /** Those that one may ask for. */
  public static Stream<Matter> asked() {
    return Stream.of(values()).filter(matter -> matter != TROUBLE);
  }
}
