package org.vicinal.coordinator.wiring;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vicinal.coordinator.decide.Neighbourhood;
import org.vicinal.coordinator.decide.Share;
import org.vicinal.coordinator.decide.Shares;
import org.vicinal.coordinator.job.JobEvent;
import org.vicinal.coordinator.workshop.WorkshopEvent;
import org.vicinal.messages.fit.MachineProfile;
import org.vicinal.messages.id.WorkshopId;
import org.vicinal.messages.place.Place;

/** The members and their machines, folded from events and searched one by one. For one thread. */
final class Neighbours implements Neighbourhood {
  private record Workshop(Place place, boolean member, List<MachineProfile> machines) {}

  private final Shares shares = new Shares();
  private final SortedMap<String, Workshop> workshops = new TreeMap<>();

  void on(WorkshopEvent event) {
    switch (event) {
      case WorkshopEvent.WorkshopEnrolled it ->
          workshops.put(it.workshop().value(), new Workshop(it.place(), false, List.of()));
      case WorkshopEvent.WorkshopProvisioned it ->
          workshops.computeIfPresent(
              it.workshop().value(), (_, old) -> new Workshop(old.place(), true, old.machines()));
      case WorkshopEvent.MachinesDescribed it ->
          workshops.computeIfPresent(
              it.workshop().value(),
              (_, old) -> new Workshop(old.place(), old.member(), it.machines()));
      case WorkshopEvent.WorkshopRevised it ->
          workshops.computeIfPresent(
              it.workshop().value(),
              (_, old) -> new Workshop(it.place(), old.member(), old.machines()));
      case WorkshopEvent.WorkshopLeaving it -> workshops.remove(it.workshop().value());
      case WorkshopEvent.RemovalDue _, WorkshopEvent.WorkshopRemoved _ -> {}
    }
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
    return workshops.entrySet().stream()
        .filter(entry -> entry.getValue().member())
        .map(
            entry ->
                new Neighbour(
                    new WorkshopId(entry.getKey()),
                    middle.metresTo(entry.getValue().place()),
                    entry.getValue().machines()))
        .filter(neighbour -> neighbour.metres() <= metres)
        .sorted(
            Comparator.comparingDouble(Neighbour::metres)
                .thenComparing(neighbour -> neighbour.workshop().value()))
        .toList();
  }
}
