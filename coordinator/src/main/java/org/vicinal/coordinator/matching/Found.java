package org.vicinal.coordinator.matching;

import java.util.Comparator;
import java.util.List;
import org.vicinal.messages.capacity.Capacity;
import org.vicinal.messages.fit.Fit;
import org.vicinal.messages.id.MachineId;
import org.vicinal.messages.id.WorkshopId;

/**
 * Who can make a part, and who nearly can.
 *
 * @param fits nearest first, ties by id
 * @param misses nearest to a fit first
 */
public record Found(List<Fitting> fits, List<Missing> misses) {
  public Found {
    fits = List.copyOf(fits);
    misses = List.copyOf(misses);
  }

  /** A workshop with every machine of it that fits, in the order the workshop told them. */
  public record Fitting(
      WorkshopId workshop, double metres, List<Able> machines, Capacity capacity) {
    public Fitting {
      machines = List.copyOf(machines);
    }
  }

  /** A machine that fits, and by how much. */
  public record Able(MachineId machine, Fit.Fits fit) {}

  /** A workshop none of whose machines fits, with the one of the process that comes nearest. */
  public record Missing(WorkshopId workshop, double metres, MachineId machine, Fit.Misfit misfit) {
    /** The nearest to a fit first, then the nearest by distance. */
    static final Comparator<Missing> BEST_FIRST =
        Comparator.<Missing>comparingInt(missing -> missing.misfit().weight())
            .thenComparingDouble(Missing::metres)
            .thenComparing(missing -> missing.workshop().value());
  }
}
