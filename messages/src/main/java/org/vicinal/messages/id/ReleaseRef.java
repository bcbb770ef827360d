package org.vicinal.messages.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** One unchanging release of a design, written {@code design@version}. */
public record ReleaseRef(DesignId design, String version) {
  public ReleaseRef {
    Name.checked("a version", version);
  }

  /** Reads {@code design@version}. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static ReleaseRef parse(String text) {
    int at = text.indexOf('@');
    if (at < 1) {
      throw new IllegalArgumentException(
          "Expected a release design@version, but found \"" + text + "\".");
    }
    return new ReleaseRef(new DesignId(text.substring(0, at)), text.substring(at + 1));
  }

  @JsonValue
  @Override
  public String toString() {
    return design + "@" + version;
  }
}
