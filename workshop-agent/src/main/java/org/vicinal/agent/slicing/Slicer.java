package org.vicinal.agent.slicing;

import java.nio.file.Path;
import java.util.function.IntConsumer;

/** A program that turns models into programs. Thread-safe: several orders may run at once. */
public interface Slicer {
  /** Its name and version, such as {@code PrusaSlicer 2.5.0}: part of what a slice is made from. */
  String version();

  /**
   * Slices {@code order} into {@code program}; whatever stood there is replaced, and nothing stands
   * there when it fails. The caller's thread waits; its interruption ends the slicer.
   *
   * @param percent hears how far it is, 0 to 100, never less than before
   * @throws SliceRefused when no program comes of it, and why
   */
  void slice(SliceOrder order, Path program, IntConsumer percent)
      throws SliceRefused, InterruptedException;
}
