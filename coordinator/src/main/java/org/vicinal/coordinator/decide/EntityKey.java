package org.vicinal.coordinator.decide;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.vicinal.messages.id.Name;

/** One entity: the key of its commands, its events and its state, written {@code noun:id}. */
public record EntityKey(Noun noun, String id) {
  public EntityKey {
    Name.checked("an id", id);
  }

  /** Reads what {@link #toString} writes. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static EntityKey parse(String text) {
    int colon = text.indexOf(':');
    if (colon < 1) {
      throw new IllegalArgumentException("Expected noun:id, but found \"" + text + "\".");
    }
    return new EntityKey(
        Noun.valueOf(text.substring(0, colon).toUpperCase(Locale.ROOT)), text.substring(colon + 1));
  }

  @JsonValue
  @Override
  public String toString() {
    return noun.word() + ":" + id;
  }
}
