package org.vicinal.coordinator.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vicinal.messages.id.LotId;
import org.vicinal.messages.id.WorkshopId;

/** The lots of one job: counting, finding and replacing them. */
final class Lots {
  /** The most lots of a job, those of strangers included: its state stays small. */
  static final int MOST = 64;

  private Lots() {}

  static Optional<Lot> find(List<Lot> lots, LotId id) {
    return lots.stream().filter(lot -> lot.id().equals(id)).findFirst();
  }

  /** Pieces that are made and count. */
  static int made(List<Lot> lots) {
    return lots.stream().mapToInt(Lot::made).sum();
  }

  /** Pieces that are made, or in a lot that is alive. */
  static int covered(List<Lot> lots) {
    return lots.stream().mapToInt(Lot::covered).sum();
  }

  static boolean anyLive(List<Lot> lots) {
    return lots.stream().anyMatch(lot -> lot.standing().live());
  }

  /** How many lots of this job the workshop did not bring to their end. */
  static long failures(List<Lot> lots, WorkshopId workshop) {
    return lots.stream()
        .filter(lot -> lot.from().workshop().equals(workshop))
        .filter(lot -> !lot.standing().live() && lot.standing() != Lot.Standing.MADE)
        .count();
  }

  /** The number of the next lot: higher than any there is. */
  static int nextNumber(List<Lot> lots) {
    return 1 + lots.stream().mapToInt(lot -> lot.id().number()).max().orElse(0);
  }

  /** These lots with {@code changed} in the place of its former self, or at the end. */
  static List<Lot> with(List<Lot> lots, Lot changed) {
    var result = new ArrayList<>(lots);
    for (int i = 0; i < result.size(); i++) {
      if (result.get(i).id().equals(changed.id())) {
        result.set(i, changed);
        return result;
      }
    }
    result.add(changed);
    return result;
  }
}
