package org.vicinal.coordinator.design;

import org.jspecify.annotations.Nullable;

/**
 * Something that a design is a part for.
 *
 * @param brand who made it, such as {@code Miele}
 * @param model which of theirs; null when it fits all
 * @param part what it stands in for, such as {@code drawer handle}; null when nobody has said
 */
public record Fits(String brand, @Nullable String model, @Nullable String part) {
  private static final int LONGEST = 80; // characters of each

  public Fits {
    brand = brand.strip();
    if (brand.isEmpty() || tooLong(brand) || tooLong(model) || tooLong(part)) {
      throw new IllegalArgumentException(
          "Expected brand, model and part of at most %d characters, and at least a brand."
              .formatted(LONGEST));
    }
  }

  /** Reads {@code brand, model, part}. */
  public static Fits parse(String text) {
    var words = text.split(",", 3);
    return new Fits(words[0], word(words, 1), word(words, 2));
  }

  private static @Nullable String word(String[] words, int at) {
    return words.length > at && !words[at].isBlank() ? words[at].strip() : null;
  }

  private static boolean tooLong(@Nullable String word) {
    return word != null && word.length() > LONGEST;
  }

  /** As {@link #parse} reads it. */
  public String words() {
    return brand
        + (model == null && part == null ? "" : ", " + (model == null ? "" : model))
        + (part == null ? "" : ", " + part);
  }
}
