package org.vicinal.messages.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A workshop of the community; also its broker account and the middle of its topic names. */
public record WorkshopId(@JsonValue String value) {
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public WorkshopId {
    Name.checked("a workshop id", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
