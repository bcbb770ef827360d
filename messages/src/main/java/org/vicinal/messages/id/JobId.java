package org.vicinal.messages.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** One kind of part of an order: the order's id and the position of the part. */
public record JobId(@JsonValue String value) {
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public JobId {
    Name.checked("a job id", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
