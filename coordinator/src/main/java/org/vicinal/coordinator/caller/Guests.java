package org.vicinal.coordinator.caller;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import java.util.regex.Pattern;
import org.vicinal.messages.id.Digest;
import org.vicinal.messages.id.OrderId;
import org.vicinal.messages.id.PersonId;

/**
 * Customers without an account: whoever holds the secret of an order is its customer.
 *
 * <p>The browser makes the secret (43 characters of base64url, 256 bits) and sends {@code
 * guest.ORDER.SECRET} as its bearer token. The person id is a digest of both, so nothing is stored
 * and another secret is another person.
 */
public final class Guests {
  private static final String PREFIX = "guest.";
  private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{43}");

  private Guests() {}

  /** Whether {@code token} means to be a guest's. */
  static boolean isGuest(String token) {
    return token.startsWith(PREFIX);
  }

  /** The bearer token of the customer of {@code order} who holds {@code secret}. */
  public static String token(OrderId order, String secret) {
    return PREFIX + order + "." + secret;
  }

  /** The guest who holds {@code token}; empty when it is not {@code guest.ORDER.SECRET}. */
  public static Optional<Caller.Guest> find(String token) {
    int dot = token.lastIndexOf('.');
    if (!isGuest(token) || dot <= PREFIX.length()) {
      return Optional.empty();
    }
    var secret = token.substring(dot + 1);
    if (!SECRET.matcher(secret).matches()) {
      return Optional.empty();
    }
    try {
      var order = new OrderId(token.substring(PREFIX.length(), dot));
      return Optional.of(new Caller.Guest(order, person(order, secret)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  static PersonId person(OrderId order, String secret) {
    var digest = Digest.of((order + "." + secret).getBytes(UTF_8));
    return new PersonId("g-" + digest.value().substring(0, 24));
  }
}
