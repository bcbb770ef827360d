package org.vicinal.messages.taxonomy;

/**
 * A figure about a material with where it comes from: none stands here without.
 *
 * @param source a data sheet, standard or page
 */
public record Fact(double value, String source) {
  /** Reads {@code 1.24 (data sheet of ...)}. */
  static Fact read(String text) {
    int open = text.indexOf('(');
    if (open < 0 || !text.endsWith(")")) {
      throw new IllegalArgumentException(
          "Expected a figure and its source in brackets, but found \"" + text + "\".");
    }
    return new Fact(
        Double.parseDouble(text.substring(0, open).strip()),
        text.substring(open + 1, text.length() - 1).strip());
  }
}
