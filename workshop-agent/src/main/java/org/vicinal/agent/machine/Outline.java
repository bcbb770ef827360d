package org.vicinal.agent.machine;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vicinal.gcode.Box;

/**
 * The way around what a program is going to cut, above everything and with the spindle off, so that
 * a person sees where it will be before it is.
 */
final class Outline {

  /** Above the stock, in mm. */
  private static final double CLEAR = 5;

  /** In mm per minute: slow enough to reach the switch. */
  private static final int FEED = 1500;

  private Outline() {}

  /**
   * The height of the way, from the program's zero: as high as the program itself goes, or more.
   */
  static double height(Box program, Optional<Stock> stock) {
    double above = stock.map(Stock::top).orElse(0.0) + CLEAR;
    return Math.max(program.maxZ(), above);
  }

  /**
   * Lines for GRBL: up, to the front left corner, around, and there it stays.
   *
   * @param now where the tool stands along Z, NaN when nobody knows; it never goes down to begin
   */
  static List<String> lines(Box program, Optional<Stock> stock, double now) {
    double height = height(program, stock);
    String up = now > height ? "G21G90G94" : "G21G90G94G0Z" + mm(height);
    return List.of(
        "M5",
        up,
        "G1X%sY%sF%d".formatted(mm(program.minX()), mm(program.minY()), FEED),
        "G1X%s".formatted(mm(program.maxX())),
        "G1Y%s".formatted(mm(program.maxY())),
        "G1X%s".formatted(mm(program.minX())),
        "G1Y%s".formatted(mm(program.minY())),
        "G4P0.01");
  }

  private static String mm(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}
