package org.vicinal.agent.setup;

import java.util.Locale;

/** How values stand in a {@code workshop.yaml}. */
final class Yaml {
  private Yaml() {}

  /** Words in quotes, whatever is in them. */
  static String quoted(String words) {
    return '"' + words.replace("\\", "\\\\").replace("\"", "\\\"").replace("\t", " ") + '"';
  }

  static String money(double amount) {
    return String.format(Locale.ROOT, "%.2f", amount);
  }

  /** Without digits that say nothing. */
  static String figure(double value) {
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%.0f", value)
        : String.valueOf(value);
  }
}
