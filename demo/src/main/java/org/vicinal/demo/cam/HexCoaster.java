package org.vicinal.demo.cam;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The program of {@code designs/hex-coaster}: seven cells engraved, then the outline cut out, held
 * by three tabs.
 *
 * <p>The stock is a piece of plywood of at least 110 x 110 mm, its front left corner at X 0 Y 0,
 * its top at Z 0, on a sacrificial board. The cutter is a straight one of 3.175 mm.
 */
public final class HexCoaster {
  static final double THICK = 6;
  static final double SPOIL = 0.2; // how far the cutter goes into the board below
  static final double TOOL = 3.175;
  private static final Point MIDDLE = new Point(55, 55);
  private static final double ACROSS = 90;
  private static final double ROUND = 4;
  private static final double CELL = 22;
  private static final double GROOVE = 1;
  private static final double STEP = 1.55; // mm per pass, about half of the cutter's diameter
  private static final double TAB_HEIGHT = 1.5;
  private static final double TAB_LENGTH = 4;

  private HexCoaster() {}

  /** Writes the program to the file that is named. */
  public static void main(String[] arguments) throws IOException {
    Files.writeString(Path.of(arguments[0]), program());
  }

  static String program() {
    var program =
        new Program(
            "Hexagon coaster. Stock: plywood 110 x 110 x 6 mm. Cutter: straight, 3.175 mm.");
    groove(program, new Hexagon(MIDDLE, CELL - TOOL, 0, 0));
    for (int around = 30; around < 360; around += 60) {
      groove(program, new Hexagon(MIDDLE.polar(CELL, around), CELL - TOOL, 0, 0));
    }
    outline(program, new Hexagon(MIDDLE, ACROSS, ROUND, 30).grown(TOOL / 2));
    return program.end();
  }

  private static void groove(Program program, Hexagon way) {
    program.comment("a cell");
    program.over(way.corner(0));
    program.to(GROOVE);
    for (int i = 5; i >= 0; i--) {
      program.cut(way.corner(i));
    }
  }

  /** Outside and clockwise: climb milling. */
  private static void outline(Program program, Hexagon way) {
    program.comment("the outline");
    program.over(way.outOf(0));
    double through = THICK + SPOIL;
    int passes = (int) Math.ceil(through / STEP);
    for (int pass = 1; pass <= passes; pass++) {
      double now = through * pass / passes;
      program.to(now);
      for (int i = 5; i >= 0; i--) {
        flat(program, way.outOf((i + 1) % 6), way.into(i), now, i % 2 == 0);
        program.clockwise(way.into(i), way.outOf(i), way.corner(i));
      }
    }
  }

  /**
   * One side; where it has a tab, the cutter climbs over it as soon as it is deeper than the tab is
   * high.
   */
  private static void flat(Program program, Point from, Point to, double depth, boolean tab) {
    double over = THICK - TAB_HEIGHT;
    if (tab && depth > over) {
      double half = (TAB_LENGTH + TOOL) / 2 / from.to(to);
      program.cut(from.towards(to, 0.5 - half));
      program.to(over);
      program.cut(from.towards(to, 0.5 + half));
      program.to(depth);
    }
    program.cut(to);
  }
}
