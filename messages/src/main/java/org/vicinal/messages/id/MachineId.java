package org.vicinal.messages.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A machine within its workshop. */
public record MachineId(@JsonValue String value) {
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public MachineId {
    Name.checked("a machine name", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
