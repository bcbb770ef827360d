package org.vicinal.demo.cam;

import java.util.Locale;

/**
 * A G-code program for GRBL 1.1 while it is being written: millimetres, absolute, Z 0 on top of the
 * stock.
 *
 * <p>Every move through the air is at the safe height, every way down into the stock is fed.
 */
final class Program {
  private static final double SAFE = 5; // mm above the stock
  private static final int FEED = 600; // mm/min, in 6 mm plywood with a cutter of 1/8 inch
  private static final int PLUNGE = 200;
  private static final int SPEED = 10_000; // rpm
  private static final int SPIN_UP = 3; // s
  private final StringBuilder text = new StringBuilder();

  Program(String title) {
    line("; " + title);
    line("G21 G90 G17 G94 G54");
    line("G0 Z" + number(SAFE));
    line("M3 S" + SPEED);
    line("G4 P" + SPIN_UP);
  }

  void comment(String words) {
    line("; " + words);
  }

  /** Over {@code at}, through the air. */
  void over(Point at) {
    line("G0 Z" + number(SAFE));
    line("G0 X%s Y%s".formatted(number(at.x()), number(at.y())));
    line("G0 Z0.5");
  }

  /** Straight down, or up, to {@code depth} below the top of the stock. */
  void to(double depth) {
    line("G1 Z%s F%d".formatted(number(-depth), PLUNGE));
  }

  void cut(Point to) {
    line("G1 X%s Y%s F%d".formatted(number(to.x()), number(to.y()), FEED));
  }

  /** Clockwise around {@code middle}. */
  void clockwise(Point from, Point to, Point middle) {
    line(
        "G2 X%s Y%s I%s J%s F%d"
            .formatted(
                number(to.x()),
                number(to.y()),
                number(middle.x() - from.x()),
                number(middle.y() - from.y()),
                FEED));
  }

  /** The whole text, ended. */
  String end() {
    line("G0 Z" + number(SAFE));
    line("M5");
    line("G0 X0 Y0");
    line("M30");
    return text.toString();
  }

  private void line(String line) {
    text.append(line).append('\n');
  }

  /** Three decimals, without minus zero. */
  private static String number(double value) {
    return String.format(Locale.ROOT, "%.3f", Math.round(value * 1000) / 1000.0 + 0.0);
  }
}
