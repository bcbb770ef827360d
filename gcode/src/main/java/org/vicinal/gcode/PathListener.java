package org.vicinal.gcode;

/**
 * Sees the way of the tool while a program is inspected. Arcs come as chords. Machine millimetres.
 */
@FunctionalInterface
public interface PathListener {
  /**
   * The tool goes straight from here to there.
   *
   * @param work whether it extrudes or cuts on the way
   */
  void line(
      double fromX, double fromY, double fromZ, double toX, double toY, double toZ, boolean work);

  /**
   * A line of the program has been read.
   *
   * @param line from 1
   * @param seconds of motion and dwell up to here, but for the few blocks that the planner still
   *     looks ahead
   */
  default void reached(long line, double seconds) {}
}
