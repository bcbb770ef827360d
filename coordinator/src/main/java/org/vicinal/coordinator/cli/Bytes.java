package org.vicinal.coordinator.cli;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Locale;
import java.util.regex.Pattern;

/** A number of bytes as people write it: {@code 1GB}, {@code 500 MB}, {@code 1048576}. */
record Bytes(long value) {
  private static final Pattern RULE =
      Pattern.compile("(\\d{1,15}) ?(B|kB|KB|MB|GB|TB)?", Pattern.CASE_INSENSITIVE);

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static Bytes parse(String text) {
    var match = RULE.matcher(text.strip());
    if (!match.matches()) {
      throw new IllegalArgumentException(
          "Expected a size such as 1GB or 500MB, but found \"" + text + "\".");
    }
    var unit = match.group(2) == null ? "B" : match.group(2).toUpperCase(Locale.ROOT);
    long factor =
        switch (unit) {
          case "KB" -> 1_000L;
          case "MB" -> 1_000_000L;
          case "GB" -> 1_000_000_000L;
          case "TB" -> 1_000_000_000_000L;
          default -> 1L;
        };
    return new Bytes(Math.multiplyExact(Long.parseLong(match.group(1)), factor));
  }
}
