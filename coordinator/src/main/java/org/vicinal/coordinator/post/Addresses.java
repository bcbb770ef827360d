package org.vicinal.coordinator.post;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vicinal.coordinator.vault.Subject;
import org.vicinal.coordinator.vault.Vault;
import org.vicinal.messages.id.OrderId;
import org.vicinal.messages.wire.Json;

/** Where a customer wants to be told; sealed under the key of the order wherever it is kept. */
public record Addresses(@Nullable String mail, @Nullable URI webhook) {
  private static final int LONGEST_MAIL = 254; // characters; RFC 5321 with its erratum

  /** Whether {@code text} is one mail address, and nothing beside it. */
  public static boolean isMail(String text) {
    try {
      new InternetAddress(text, true).validate();
      return text.length() <= LONGEST_MAIL && text.contains("@");
    } catch (AddressException e) {
      return false;
    }
  }

  /** These, sealed; empty when there are none. */
  public String seal(Vault vault, OrderId order) {
    return mail == null && webhook == null
        ? ""
        : vault.seal(Subject.of(order), new String(Json.WIRE.write(this), UTF_8));
  }

  /** What was sealed; empty when there was nothing, or it has been forgotten. */
  public static Optional<Addresses> open(Vault vault, OrderId order, String sealed) {
    if (sealed.isEmpty()) {
      return Optional.empty();
    }
    return vault.open(Subject.of(order), sealed).map(plain -> read(order, plain));
  }

  private static Addresses read(OrderId order, String plain) {
    try {
      return Json.WIRE.read(plain.getBytes(UTF_8), Addresses.class);
    } catch (Json.Unreadable e) {
      throw new IllegalStateException("What we sealed for " + order + " reads otherwise.", e);
    }
  }
}
