package org.vicinal.coordinator.decide;

import java.time.Instant;
import java.util.List;
import org.vicinal.messages.fit.MachineProfile;
import org.vicinal.messages.id.WorkshopId;
import org.vicinal.messages.place.Place;

/**
 * The provisioned workshops and their machines, as an input to decisions. What a rule made of it
 * goes into its event.
 */
public interface Neighbourhood {
  /** Nobody: for commands that ask for nobody. */
  Neighbourhood EMPTY = (middle, metres) -> List.of();

  /** The workshops up to {@code metres} from {@code middle}, nearest first, ties by id. */
  List<Neighbour> within(Place middle, double metres);

  /** What a workshop has had of the work, as it counts at {@code now}. */
  default Share shareOf(WorkshopId workshop, Instant now) {
    return Share.NONE;
  }

  /** What all workshops together have had of the work, as it counts at {@code now} (hours). */
  default double hoursLately(Instant now) {
    return 0;
  }

  /** A workshop seen from a place. */
  record Neighbour(WorkshopId workshop, double metres, List<MachineProfile> machines) {
    public Neighbour {
      machines = List.copyOf(machines);
    }
  }
}
