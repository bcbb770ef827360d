package org.vicinal.coordinator.design;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import org.vicinal.messages.id.ReleaseRef;

/**
 * What a design grew out of: a release of this community, or the address (http, https) of a project
 * elsewhere.
 */
public record Ancestor(@JsonValue String value) {
  private static final int LONGEST = 300;

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Ancestor {
    value = value.strip();
    if (value.length() > LONGEST || !(isAddress(value) || isRelease(value))) {
      throw new IllegalArgumentException(
          "Expected a release design@version, or the address (http or https) of a project, but found \"%s\"."
              .formatted(value.substring(0, Math.min(value.length(), LONGEST))));
    }
  }

  /** A release of this community. */
  public static Ancestor of(ReleaseRef release) {
    return new Ancestor(release.toString());
  }

  /** The release, when it is one of this community. */
  public Optional<ReleaseRef> findRelease() {
    return isAddress(value) ? Optional.empty() : Optional.of(ReleaseRef.parse(value));
  }

  private static boolean isAddress(String text) {
    return text.matches("https?://[^\\s/]+(/\\S*)?");
  }

  private static boolean isRelease(String text) {
    try {
      ReleaseRef.parse(text);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
