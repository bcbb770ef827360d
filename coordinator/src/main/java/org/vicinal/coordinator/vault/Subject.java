package org.vicinal.coordinator.vault;

import org.vicinal.messages.id.Digest;
import org.vicinal.messages.id.OrderId;
import org.vicinal.messages.id.PersonId;

/** Who or what can be forgotten by itself: the owner of one key. Written {@code kind:id}. */
public record Subject(String kind, String id) {
  /** What a customer told about one order: contact, exact place, note. */
  public static Subject of(OrderId order) {
    return new Subject("order", order.value());
  }

  /** What a person told about themselves. */
  public static Subject of(PersonId person) {
    return new Subject("person", person.value());
  }

  /** A private file. */
  public static Subject of(Digest file) {
    return new Subject("file", file.value());
  }

  @Override
  public String toString() {
    return kind + ":" + id;
  }
}
