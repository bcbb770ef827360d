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
}
