package org.vicinal.coordinator.view;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.vicinal.coordinator.decide.Neighbourhood;
import org.vicinal.messages.id.WorkshopId;
import org.vicinal.messages.place.Place;

/**
 * Who is where, for the deciders: members with machines.
 *
 * <p>A simple scan: a thousand workshops take well under a millisecond.
 */
final class Neighbours implements Neighbourhood {
  private final Map<WorkshopId, WorkshopView> workshops;

  /**
   * @param workshops read while others write
   */
  Neighbours(Map<WorkshopId, WorkshopView> workshops) {
    this.workshops = workshops;
  }

  @Override
  public List<Neighbour> within(Place middle, double metres) {
    return workshops.values().stream()
        .filter(workshop -> workshop.standing() == WorkshopView.Standing.MEMBER)
        .map(
            workshop ->
                new Neighbour(
                    workshop.id(), middle.metresTo(workshop.place()), workshop.machines()))
        .filter(neighbour -> neighbour.metres() <= metres)
        .sorted(
            Comparator.comparingDouble(Neighbour::metres)
                .thenComparing(neighbour -> neighbour.workshop().value()))
        .toList();
  }
}
