package org.vicinal.messages.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A person without a name: what they told us about themselves is sealed under their own key. */
public record PersonId(@JsonValue String value) {
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public PersonId {
    Name.checked("a person id", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
