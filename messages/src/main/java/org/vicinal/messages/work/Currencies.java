package org.vicinal.messages.work;

import java.util.Currency;
import java.util.Optional;

/** The currencies of ISO 4217, as the Java runtime lists them. */
final class Currencies {
  private Currencies() {}

  static boolean known(String code) {
    return find(code).filter(currency -> currency.getDefaultFractionDigits() >= 0).isPresent();
  }

  /** How many digits the minor unit has; two when nobody knows. */
  static int digits(String code) {
    return find(code).map(Currency::getDefaultFractionDigits).filter(it -> it >= 0).orElse(2);
  }

  private static Optional<Currency> find(String code) {
    try {
      return Optional.of(Currency.getInstance(code));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
