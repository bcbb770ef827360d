package org.vicinal.agent.control;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A short way of the tool from where it stands, in millimetres; what is null does not move.
 *
 * @param feed in mm per minute; null for {@value #USUAL_FEED}
 */
public record Jog(
    @Nullable Double x, @Nullable Double y, @Nullable Double z, @Nullable Double feed) {
  private static final double USUAL_FEED = 1000;
  private static final double FARTHEST = 100;

  public Jog {
    if (x == null && y == null && z == null) {
      throw new IllegalArgumentException(
          "Expected at least one of x, y and z in mm, such as {\"x\": 10}.");
    }
    for (var way : new Double[] {x, y, z}) {
      if (way != null && !(Math.abs(way) <= FARTHEST)) {
        throw new IllegalArgumentException(
            "Expected ways of at most %.0f mm, found %s. Go in steps, and look."
                .formatted(FARTHEST, way));
      }
    }
    if (feed != null && !(feed > 0 && feed <= 20_000)) {
      throw new IllegalArgumentException(
          "Expected a feed from 1 to 20000 mm/min, found %s.".formatted(feed));
    }
  }

  /** The words of the move, such as {@code X10.000 F1000}. */
  public String words() {
    var words = new StringBuilder();
    word(words, 'X', x);
    word(words, 'Y', y);
    word(words, 'Z', z);
    return words
        .append(String.format(Locale.ROOT, "F%.0f", feed == null ? USUAL_FEED : feed))
        .toString();
  }

  private static void word(StringBuilder words, char axis, @Nullable Double way) {
    if (way != null) {
      words.append(String.format(Locale.ROOT, "%c%.3f ", axis, way));
    }
  }
}
