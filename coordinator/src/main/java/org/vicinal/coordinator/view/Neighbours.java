package org.vicinal.coordinator.view;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.vicinal.coordinator.decide.Neighbourhood;
import org.vicinal.coordinator.decide.Share;
import org.vicinal.coordinator.decide.Shares;
import org.vicinal.coordinator.job.JobEvent;
import org.vicinal.coordinator.matching.MachineIndex;
import org.vicinal.messages.id.WorkshopId;
import org.vicinal.messages.place.Place;

/** Who is where, for the deciders: members with their machines, from the index that matches. */
final class Neighbours implements Neighbourhood {
  private final Map<WorkshopId, WorkshopView> workshops;
  private final Shares shares = new Shares();
  private final MachineIndex index = new MachineIndex();

  /**
   * @param workshops read while others write
   */
  Neighbours(Map<WorkshopId, WorkshopView> workshops) {
    this.workshops = workshops;
  }

  /** Told after every change, in the order of the workshop's changes. */
  void on(WorkshopView now) {
    if (now.standing() == WorkshopView.Standing.MEMBER) {
      index.put(now.id(), now.place(), now.machines(), now.capacity());
    } else {
      index.remove(now.id());
    }
  }

  /** Where questions are asked that need no decision. */
  MachineIndex index() {
    return index;
  }

  /** Told of every event of a job, in its order. */
  void on(JobEvent event, Instant at) {
    switch (event) {
      case JobEvent.LotAwarded it when it.secondsPerPiece() != null ->
          shares.given(it.workshop(), it.secondsPerPiece() * it.pieces() / 3_600, at);
      case JobEvent.LotMade it -> shares.made(it.from().workshop(), at);
      default -> {} // nothing else is work given or done
    }
  }

  @Override
  public Share shareOf(WorkshopId workshop, Instant now) {
    return shares.of(workshop, now);
  }

  @Override
  public double hoursLately(Instant now) {
    return shares.hoursLately(now);
  }

  @Override
  public List<Neighbour> within(Place middle, double metres) {
    return index.within(middle, metres).stream()
        .map(near -> neighbour(near.workshop(), near.metres()))
        .toList();
  }

  private Neighbour neighbour(WorkshopId workshop, double metres) {
    var known = Objects.requireNonNull(workshops.get(workshop), "views forget no workshop");
    return new Neighbour(workshop, metres, known.machines());
  }
}
