package org.vicinal.coordinator.consent;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.vicinal.messages.id.Name;
import org.vicinal.messages.id.PersonId;
import org.vicinal.messages.id.WorkshopId;

/** Who was asked: a customer or a workshop, written {@code p.ID} or {@code w.ID}. */
public record Sharer(@JsonValue String value) {
  private static final String PERSON = "p.";
  private static final String WORKSHOP = "w.";

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Sharer {
    Name.checked("a sharer", value);
    if (!value.startsWith(PERSON) && !value.startsWith(WORKSHOP)) {
      throw new IllegalArgumentException("Expected p.ID or w.ID, but found \"" + value + "\".");
    }
  }

  /** A customer, for all their orders. */
  public static Sharer of(PersonId customer) {
    return new Sharer(PERSON + customer.value());
  }

  /** A workshop, for all that it makes. */
  public static Sharer of(WorkshopId workshop) {
    return new Sharer(WORKSHOP + workshop.value());
  }
}
