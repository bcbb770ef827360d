package org.vicinal.agent.machine;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.vicinal.gcode.Box;

/**
 * The piece of material that a person has fixed on a mill, and where its zero lies. On a mill
 * without limit switches it is all that anybody knows of the space in which a tool may move.
 *
 * @param width along X in mm, {@code depth} along Y, {@code height} along Z
 * @param zeroX where the program's zero lies, in mm from the front left bottom corner, with {@code
 *     zeroY} and {@code zeroZ}
 */
public record Stock(
    double width, double depth, double height, double zeroX, double zeroY, double zeroZ) {

  /** So far a tool may go beyond its sides: around an outline, with its radius. */
  static final double BESIDE = 15;

  /** So far below it, into the board that is meant to be cut into. */
  static final double BELOW = 2;

  /** So far above it: clamps, and room to travel. */
  static final double ABOVE = 60;

  private static final double SLACK = 0.01;
  private static final double LARGEST = 10_000;
  private static final String NUMBER = "(-?[0-9]+(?:\\.[0-9]+)?)";
  private static final Pattern SIZE =
      Pattern.compile(" *%1$s *[x,] *%1$s *[x,] *%1$s *".formatted(NUMBER));

  public Stock {
    for (double side : new double[] {width, depth, height}) {
      if (!(side > 0 && side <= LARGEST)) {
        throw new IllegalArgumentException(
            "Expected the stock's sides in mm, such as 200x150x12, found %s x %s x %s."
                .formatted(width, depth, height));
      }
    }
    if (!inside(zeroX, width) || !inside(zeroY, depth) || !inside(zeroZ, height)) {
      throw new IllegalArgumentException(
          "Expected the zero in or near the stock of %s x %s x %s mm, found it at %s, %s, %s from its front left bottom corner."
              .formatted(width, depth, height, zeroX, zeroY, zeroZ));
    }
  }

  /** A zero may lie on a stop or a board beside the stock, not in another room. */
  private static boolean inside(double zero, double side) {
    return zero >= -ABOVE && zero <= side + ABOVE;
  }

  /**
   * Reads what a person says.
   *
   * @param size {@code 200x150x12}, in mm along X, Y and Z
   * @param zero {@code corner}: front left, on top; {@code centre}: in the middle, on top; {@code
   *     bottom}: front left, on the board; or {@code X,Y,Z} from the front left bottom corner
   * @throws IllegalArgumentException when it means nothing
   */
  public static Stock parse(String size, String zero) {
    double[] sides = numbers(size, "the stock's sides in mm, such as 200x150x12");
    double[] at =
        switch (zero.strip().toLowerCase(Locale.ROOT)) {
          case "corner", "" -> new double[] {0, 0, sides[2]};
          case "centre", "center" -> new double[] {sides[0] / 2, sides[1] / 2, sides[2]};
          case "bottom" -> new double[] {0, 0, 0};
          default ->
              numbers(
                  zero, "the zero as corner, centre, bottom, or X,Y,Z in mm from the front left");
        };
    return new Stock(sides[0], sides[1], sides[2], at[0], at[1], at[2]);
  }

  private static double[] numbers(String text, String expected) {
    var matcher = SIZE.matcher(text.toLowerCase(Locale.ROOT));
    if (!matcher.matches()) {
      throw new IllegalArgumentException("Expected %s, found \"%s\".".formatted(expected, text));
    }
    double[] numbers = new double[3];
    for (int i = 0; i < 3; i++) {
      numbers[i] = Double.parseDouble(matcher.group(i + 1));
    }
    return numbers;
  }

  /** Its upper face, counted from the zero. */
  double top() {
    return height - zeroZ;
  }

  /** Where a tool may go, counted from the zero. */
  Box envelope() {
    return new Box(
        -zeroX - BESIDE,
        -zeroY - BESIDE,
        -zeroZ - BELOW,
        width - zeroX + BESIDE,
        depth - zeroY + BESIDE,
        top() + ABOVE);
  }

  /** Why a program that goes through this box may not run here, if it may not. */
  Optional<String> findObjection(Box program) {
    if (program.isEmpty()) {
      return Optional.empty();
    }
    Box room = envelope();
    boolean within =
        program.minX() >= room.minX() - SLACK
            && program.minY() >= room.minY() - SLACK
            && program.minZ() >= room.minZ() - SLACK
            && program.maxX() <= room.maxX() + SLACK
            && program.maxY() <= room.maxY() + SLACK
            && program.maxZ() <= room.maxZ() + SLACK;
    return within
        ? Optional.empty()
        : Optional.of(
            "Expected the program to stay within %s around the confirmed stock (%s), but it goes through %s. Set stock and zero anew, or correct the program."
                .formatted(shown(room), words(), shown(program)));
  }

  static String shown(Box box) {
    return String.format(
        Locale.ROOT,
        "X %.1f to %.1f, Y %.1f to %.1f, Z %.1f to %.1f mm",
        box.minX(),
        box.maxX(),
        box.minY(),
        box.maxY(),
        box.minZ(),
        box.maxZ());
  }

  /** As people say it. */
  public String words() {
    return String.format(
        Locale.ROOT,
        "stock %.1f x %.1f x %.1f mm, zero %.1f, %.1f, %.1f from its front left bottom corner",
        width,
        depth,
        height,
        zeroX,
        zeroY,
        zeroZ);
  }
}
