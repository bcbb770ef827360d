package org.vicinal.agent.machine;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A short way of the tool from where it stands, in millimetres; what is null does not move.
 *
 * @param feed in mm per minute; null for {@value #USUAL_FEED}
 * @param beyond whether it may leave the space around a confirmed stock: whoever says so is looking
 */
public record Jog(
    @Nullable Double x,
    @Nullable Double y,
    @Nullable Double z,
    @Nullable Double feed,
    boolean beyond) {
  private static final double USUAL_FEED = 1000;
  private static final double FARTHEST = 100;
  private static final Pattern WAY = Pattern.compile("([xyz])([+-][0-9]{1,3}(?:\\.[0-9]{1,3})?)");
  private static final Pattern FEED = Pattern.compile("f([0-9]{1,5})");

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

  /**
   * Reads what a person types at a machine.
   *
   * @param text such as {@code x+10 z-0.5 f600}
   * @throws IllegalArgumentException when it means nothing, or goes too far at once
   */
  public static Jog parse(String text) {
    @Nullable Double[] ways = new @Nullable Double[3];
    @Nullable Double feed = null;
    for (var part : text.strip().toLowerCase(Locale.ROOT).split(" +", -1)) {
      var way = WAY.matcher(part);
      var rate = FEED.matcher(part);
      if (way.matches()) {
        ways[way.group(1).charAt(0) - 'x'] = Double.parseDouble(way.group(2));
      } else if (rate.matches()) {
        feed = Double.parseDouble(rate.group(1));
      } else {
        throw new IllegalArgumentException(
            "Expected ways such as x+10 z-0.5 f600, found \"%s\".".formatted(part));
      }
    }
    return new Jog(ways[0], ways[1], ways[2], feed, false);
  }

  /** How far it goes along this axis (0 is X, 1 Y, 2 Z), in mm. */
  double along(int axis) {
    Double way = axis == 0 ? x : axis == 1 ? y : z;
    return way == null ? 0 : way;
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
