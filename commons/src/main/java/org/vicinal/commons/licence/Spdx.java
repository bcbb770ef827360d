package org.vicinal.commons.licence;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The names SPDX knows. They are told apart without regard to case and written as listed. */
final class Spdx {
  private static final Map<String, String> CURRENT = read("spdx-ids.txt");
  private static final Map<String, String> WITHDRAWN = read("spdx-deprecated.txt");
  private static final Map<String, String> EXCEPTIONS = read("spdx-exceptions.txt");

  private Spdx() {}

  /** The licence as the list spells it. */
  static Optional<String> findLicence(String name) {
    var lower = name.toLowerCase(Locale.ROOT);
    return Optional.ofNullable(CURRENT.getOrDefault(lower, WITHDRAWN.get(lower)));
  }

  static boolean isWithdrawn(String name) {
    var lower = name.toLowerCase(Locale.ROOT);
    return WITHDRAWN.containsKey(lower) && !CURRENT.containsKey(lower);
  }

  static Optional<String> findException(String name) {
    return Optional.ofNullable(EXCEPTIONS.get(name.toLowerCase(Locale.ROOT)));
  }

  private static Map<String, String> read(String resource) {
    var names = new HashMap<String, String>();
    try (var in = Objects.requireNonNull(Spdx.class.getResourceAsStream(resource), resource);
        var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      lines
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .forEach(line -> names.put(line.toLowerCase(Locale.ROOT), line));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.copyOf(names);
  }
}
