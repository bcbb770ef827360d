package org.vicinal.messages.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** One program, once, on one machine. */
public record RunId(@JsonValue String value) {
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public RunId {
    Name.checked("a run id", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
