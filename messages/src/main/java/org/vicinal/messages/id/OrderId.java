package org.vicinal.messages.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A customer's wish, named by whoever places it (so that placing it twice is placing it once). */
public record OrderId(@JsonValue String value) {
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public OrderId {
    Name.checked("an order id", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
