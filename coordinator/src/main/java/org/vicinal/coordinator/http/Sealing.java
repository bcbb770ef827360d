package org.vicinal.coordinator.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;
import org.vicinal.coordinator.vault.Subject;
import org.vicinal.coordinator.vault.Vault;
import org.vicinal.coordinator.view.OrderView;
import org.vicinal.messages.id.OrderId;
import org.vicinal.messages.wire.Json;

/** Personal fields of orders, sealed under each order's own key before they go anywhere. */
final class Sealing {
  private final Vault vault;

  Sealing(Vault vault) {
    this.vault = vault;
  }

  String seal(OrderId order, Shown.Personal personal) {
    return vault.seal(Subject.of(order), new String(Json.WIRE.write(personal), UTF_8));
  }

  /** What was sealed; null when the key was destroyed. */
  Shown.@Nullable Personal open(OrderView order) {
    if (order.sealed().isEmpty()) {
      return null;
    }
    var plain = vault.open(Subject.of(order.id()), order.sealed());
    try {
      return plain.isEmpty()
          ? null
          : Json.WIRE.read(plain.get().getBytes(UTF_8), Shown.Personal.class);
    } catch (Json.Unreadable e) {
      throw new IllegalStateException("What we sealed for " + order.id() + " reads otherwise.", e);
    }
  }
}
