package org.vicinal.messages.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A design, over all its releases. */
public record DesignId(@JsonValue String value) {
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public DesignId {
    Name.checked("a design id", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
