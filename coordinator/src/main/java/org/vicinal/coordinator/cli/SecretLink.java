package org.vicinal.coordinator.cli;

import java.net.URI;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.vicinal.coordinator.caller.Guests;
import org.vicinal.messages.config.ConfigurationError;
import org.vicinal.messages.id.OrderId;

/**
 * {@code http://host/#/orders/ID/SECRET}: whoever has it is the customer. What stands behind the
 * {@code #} is never sent as an address.
 *
 * @param secret null when a token says who the customer is
 */
record SecretLink(URI coordinator, OrderId order, @Nullable String secret) {
  private static final String MARK = "#/orders/";

  /** 256 random bits as 43 characters. */
  static String newSecret(SecureRandom random) {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  static SecretLink parse(String text) {
    int mark = text.indexOf(MARK);
    var parts = mark < 1 ? new String[0] : text.substring(mark + MARK.length()).split("[/?]", -1);
    if (parts.length < 1 || parts[0].isEmpty()) {
      throw new ConfigurationError(
          "Expected the link of an order, such as http://127.0.0.1:8080/#/orders/ID/SECRET, but found \""
              + text
              + "\".");
    }
    try {
      return new SecretLink(
          URI.create(text.substring(0, mark)),
          new OrderId(parts[0]),
          parts.length > 1 && !parts[1].isEmpty() ? parts[1] : null);
    } catch (IllegalArgumentException e) {
      throw new ConfigurationError(String.valueOf(e.getMessage()));
    }
  }

  ApiClient client(@Nullable String token) {
    return new ApiClient(coordinator, secret == null ? token : Guests.token(order, secret));
  }

  @Override
  public String toString() {
    return coordinator.resolve("/") + MARK + order + (secret == null ? "" : "/" + secret);
  }
}
