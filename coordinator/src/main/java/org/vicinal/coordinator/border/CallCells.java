package org.vicinal.coordinator.border;

import com.uber.h3core.H3Core;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.vicinal.coordinator.broker.TopicPlan;
import org.vicinal.messages.place.Place;

/**
 * Which partition of the calls a place belongs to: that of its coarse H3 cell, about 300 km across.
 * It spreads load; it keeps no secrets. The rule is for ever, since agents were told partitions.
 */
final class CallCells {
  private static final int COARSE = 2; // H3's resolution
  private static final int STEPS = 2; // cells around one's own: at least 400 km in every direction
  private final H3Core h3;

  CallCells() {
    try {
      h3 = H3Core.newInstance();
    } catch (IOException e) {
      throw new UncheckedIOException("H3's native library cannot be unpacked.", e);
    }
  }

  /** The partition of a call for something wanted at {@code place}. */
  int partitionOf(Place place) {
    return partitionOf(cellOf(place));
  }

  /** The partitions that a workshop at {@code place} reads, ascending. */
  List<Integer> partitionsAround(Place place) {
    return h3.gridDisk(cellOf(place), STEPS).stream()
        .map(CallCells::partitionOf)
        .distinct()
        .sorted()
        .toList();
  }

  private long cellOf(Place place) {
    return h3.latLngToCell(place.latitude(), place.longitude(), COARSE);
  }

  /** The cell's number multiplied by 2^64 divided by the golden ratio: neighbours lie apart. */
  private static int partitionOf(long cell) {
    return (int) ((cell * 0x9E3779B97F4A7C15L) >>> 60) % TopicPlan.PARTITIONS;
  }
}
