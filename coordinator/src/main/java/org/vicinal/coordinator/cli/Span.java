package org.vicinal.coordinator.cli;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.Duration;
import java.util.regex.Pattern;

/** A length of time as people write it: {@code 8s}, {@code 2m}, {@code 24h}, {@code 500ms}. */
record Span(Duration value) {
  private static final Pattern RULE = Pattern.compile("(\\d{1,9}) ?(ms|s|m|h|d)");

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static Span parse(String text) {
    var match = RULE.matcher(text.strip());
    if (!match.matches()) {
      throw new IllegalArgumentException(
          "Expected a length of time such as 8s, 2m or 24h, but found \"" + text + "\".");
    }
    long count = Long.parseLong(match.group(1));
    return new Span(
        switch (match.group(2)) {
          case "ms" -> Duration.ofMillis(count);
          case "s" -> Duration.ofSeconds(count);
          case "m" -> Duration.ofMinutes(count);
          case "h" -> Duration.ofHours(count);
          default -> Duration.ofDays(count);
        });
  }
}
