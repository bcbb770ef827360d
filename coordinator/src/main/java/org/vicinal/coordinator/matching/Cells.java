package org.vicinal.coordinator.matching;

import com.uber.h3core.H3Core;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.vicinal.messages.place.Place;

/**
 * The path of a place down the tree of H3 cells: the base cell, then one of seven at each finer
 * resolution, as they stand in the bits of the cell's number (H3 index, "bit layout").
 */
final class Cells {
  /** About 200 m from edge to edge; places here are coarser than that already. */
  static final int FINEST = 9;

  /** H3 has 122 cells of resolution 0. */
  static final int BASES = 128;

  private static final int BASE_SHIFT = 45;
  private static final int BITS_PER_DIGIT = 3;
  private static final H3Core H3 = load();

  private Cells() {}

  static long of(Place place) {
    return H3.latLngToCell(place.latitude(), place.longitude(), FINEST);
  }

  /** Which branch leads from depth {@code depth} to {@code cell}; 0 is above the base cells. */
  static int digit(long cell, int depth) {
    return depth == 0
        ? (int) (cell >>> BASE_SHIFT) & (BASES - 1)
        : (int) (cell >>> (BASE_SHIFT - BITS_PER_DIGIT * depth)) & 7;
  }

  private static H3Core load() {
    try {
      return H3Core.newInstance();
    } catch (IOException e) {
      throw new UncheckedIOException("H3's native library cannot be unpacked.", e);
    }
  }
}
