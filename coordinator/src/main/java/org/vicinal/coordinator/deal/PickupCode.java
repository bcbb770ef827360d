package org.vicinal.coordinator.deal;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.vicinal.messages.id.Digest;

/**
 * The six digits that a customer says at the counter.
 *
 * <p>They follow from the lot and from the customer's id, which no workshop and no other customer
 * ever sees: nothing has to be kept, and the log can check them. A million codes and five tries
 * before each pause leave a guesser years.
 */
public final class PickupCode {
  private static final int DIGITS = 1_000_000;

  private PickupCode() {}

  /** The code of {@code deal}, such as {@code 048213}. */
  public static String of(Deal deal) {
    var bytes = ("pickup/" + deal.lot() + "/" + deal.footing().customer()).getBytes(UTF_8);
    long number = Long.parseLong(Digest.of(bytes).value().substring(0, 12), 16);
    return "%06d".formatted(number % DIGITS);
  }

  /** Whether somebody said the code, however they spaced it. */
  static boolean isRight(Deal deal, String said) {
    return of(deal).equals(said.replaceAll("[\\s-]", ""));
  }
}
