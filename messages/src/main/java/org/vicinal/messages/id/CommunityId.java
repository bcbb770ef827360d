package org.vicinal.messages.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The people of one neighbourhood and their rules. */
public record CommunityId(@JsonValue String value) {
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public CommunityId {
    Name.checked("a community id", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
