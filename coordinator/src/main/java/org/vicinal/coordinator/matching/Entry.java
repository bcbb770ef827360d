package org.vicinal.coordinator.matching;

import java.util.List;
import org.vicinal.messages.capacity.Capacity;
import org.vicinal.messages.id.MachineId;
import org.vicinal.messages.id.WorkshopId;
import org.vicinal.messages.place.Place;

/**
 * A workshop in the tree. Small on purpose: there may be a million machines.
 *
 * @param models the number of each machine's model in {@link Models}
 * @param names of the machines, in the same order
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record Entry(
    WorkshopId id, Place place, long cell, int[] models, List<MachineId> names, Capacity capacity) {
  private static final int LAST_CELL = Cells.FINEST;
  private static final int HASH_BITS = 32;
  private static final int BITS_PER_DIGIT = 3;

  /**
   * Which branch leads from depth {@code depth} to this workshop: its cell's, and where many share
   * the finest cell, what chance makes of its name.
   */
  int digit(int depth) {
    if (depth <= LAST_CELL) {
      return Cells.digit(cell, depth);
    }
    int mixed = id.value().hashCode() * 0x9E3779B9;
    return (mixed >>> (BITS_PER_DIGIT * (depth - LAST_CELL - 1))) & 7;
  }

  /** Whether more branches can part this workshop from another. */
  static boolean divisible(int depth) {
    return depth <= LAST_CELL + HASH_BITS / BITS_PER_DIGIT;
  }
}
