package org.vicinal.coordinator.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vicinal.messages.capacity.Capacity;
import org.vicinal.messages.fit.Fit;
import org.vicinal.messages.fit.MachineProfile;
import org.vicinal.messages.id.WorkshopId;
import org.vicinal.messages.place.Place;
import org.vicinal.messages.work.Requirement;

/**
 * Looks at everybody, one by one: slow, and plainly right. What {@link MachineIndex} is tested
 * against and measured beside. For one thread.
 */
public final class LinearSearch implements Matcher {
  private final Map<WorkshopId, Workshop> workshops = new HashMap<>();

  private record Workshop(
      WorkshopId id, Place place, List<MachineProfile> machines, Capacity capacity) {}

  private record Far(Workshop workshop, double metres) {}

  @Override
  public void put(
      WorkshopId workshop, Place place, List<MachineProfile> machines, Capacity capacity) {
    workshops.put(workshop, new Workshop(workshop, place, machines, capacity));
  }

  @Override
  public void remove(WorkshopId workshop) {
    workshops.remove(workshop);
  }

  @Override
  public Found search(Requirement part, Place middle, Reach reach) {
    var fits = new ArrayList<Found.Fitting>();
    var misses = new ArrayList<Found.Missing>();
    for (var far : nearestFirst(middle, reach.metres())) {
      var able = new ArrayList<Found.Able>();
      var best = new ArrayList<Found.Missing>();
      for (var machine : far.workshop().machines()) {
        switch (Fit.of(part, machine)) {
          case Fit.Fits fit -> able.add(new Found.Able(machine.machine(), fit));
          case Fit.Misfit misfit -> {
            if (misfit.shortfalls().stream().noneMatch(one -> one.what().equals("process"))) {
              best.add(
                  new Found.Missing(far.workshop().id(), far.metres(), machine.machine(), misfit));
            }
          }
        }
      }
      if (!able.isEmpty() && fits.size() < reach.fits()) {
        fits.add(
            new Found.Fitting(far.workshop().id(), far.metres(), able, far.workshop().capacity()));
      } else if (able.isEmpty() && !best.isEmpty() && misses.size() < Reach.MISSES_LOOKED_AT) {
        best.sort(Comparator.comparingInt(missing -> missing.misfit().weight())); // stable
        misses.add(best.getFirst());
      }
    }
    return new Found(fits, Judge.best(misses, reach.misses()));
  }

  private List<Far> nearestFirst(Place middle, double metres) {
    return workshops.values().stream()
        .map(workshop -> new Far(workshop, middle.metresTo(workshop.place())))
        .filter(far -> far.metres() <= metres)
        .sorted(
            Comparator.comparingDouble(Far::metres)
                .thenComparing(far -> far.workshop().id().value()))
        .toList();
  }
}
