package org.vicinal.coordinator.post;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.security.MessageDigest;
import java.util.Base64;
import org.vicinal.coordinator.vault.Key;
import org.vicinal.messages.id.OrderId;

/**
 * The address by which whoever gets mails ends them, without anything else in hand: of this order,
 * at this address, and nothing more. Mail programs post to it (RFC 8058).
 */
public final class Leaving {
  private final Key key;

  /**
   * @param key from which every address of this kind follows
   */
  public Leaving(Key key) {
    this.key = key;
  }

  /** Where to post. */
  URI address(URI page, OrderId order, String mail) {
    return page.resolve(
        "/api/v1/orders/%s/notices/leaving/%s".formatted(order, token(order, mail)));
  }

  private String token(OrderId order, String mail) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(key.hmac("leaving", order.value().getBytes(UTF_8), mail.getBytes(UTF_8)));
  }

  /** Whether {@code token} is the one for mails about this order to this address. */
  public boolean isFor(String token, OrderId order, String mail) {
    return MessageDigest.isEqual(token.getBytes(US_ASCII), token(order, mail).getBytes(US_ASCII));
  }
}
