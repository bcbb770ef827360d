package org.vicinal.coordinator.job;

import static org.vicinal.coordinator.decide.Things.COORDINATOR;
import static org.vicinal.coordinator.decide.Things.FAR_FIELD;
import static org.vicinal.coordinator.decide.Things.MILL_ROAD;
import static org.vicinal.coordinator.decide.Things.MK3;
import static org.vicinal.coordinator.decide.Things.NOON;
import static org.vicinal.coordinator.decide.Things.RULES;
import static org.vicinal.coordinator.decide.Things.WEIR_LANE;
import static org.vicinal.coordinator.decide.Things.euros;
import static org.vicinal.coordinator.decide.Things.neighbour;
import static org.vicinal.coordinator.decide.Things.neighbours;
import static org.vicinal.coordinator.decide.Things.printer;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.vicinal.coordinator.community.CommunityRules;
import org.vicinal.coordinator.decide.Asker;
import org.vicinal.coordinator.decide.Life;
import org.vicinal.coordinator.decide.Life.Then;
import org.vicinal.coordinator.decide.Neighbourhood;
import org.vicinal.coordinator.order.Wish;
import org.vicinal.messages.id.JobId;
import org.vicinal.messages.id.LotId;
import org.vicinal.messages.id.OrderId;
import org.vicinal.messages.id.RunId;
import org.vicinal.messages.id.WorkshopId;
import org.vicinal.messages.net.Seen;
import org.vicinal.messages.work.Size;

/** A job under test, and what workshops say to it. */
final class JobLife {
  static final JobId JOB = new JobId("o-7-1");
  static final OrderId ORDER = new OrderId("o-7");

  /** Two printers in the quarter, one in the next ring. */
  static final Neighbourhood TOWN =
      neighbours(
          neighbour(WEIR_LANE, 400, printer(new Size(250, 210, 200))),
          neighbour(MILL_ROAD, 1_200, printer(new Size(250, 210, 200))),
          neighbour(FAR_FIELD, 4_000, printer(new Size(250, 210, 200))));

  final Life<JobState, JobCommand, JobEvent> life = new Life<>(new JobDecider(), NOON);
  private final Map<WorkshopId, Integer> sequences = new HashMap<>();
  private int runs;

  static JobLife among(Neighbourhood neighbourhood) {
    var job = new JobLife();
    job.life.among(neighbourhood);
    return job;
  }

  /** A job in {@link #TOWN} for which the first ring has been called. */
  static JobLife opened(Wish wish) {
    var job = among(TOWN);
    job.open(wish, RULES);
    return job;
  }

  /** A job that one workshop has accepted, all of it. */
  static JobLife accepted(int pieces, WorkshopId by) {
    var job = opened(org.vicinal.coordinator.decide.Things.wish(pieces));
    job.bid(by, pieces);
    job.refuseAll(by);
    job.accept(by, job.lot(1));
    return job;
  }

  Then<JobEvent> open(Wish wish, CommunityRules rules) {
    return life.when(COORDINATOR, new JobCommand.OpenJob(JOB, ORDER, wish, rules));
  }

  Then<JobEvent> wakeAfter(Duration time) {
    life.later(time);
    return life.when(COORDINATOR, new JobCommand.WakeJob(JOB));
  }

  /** Wakes the job at the moment it asked for. */
  Then<JobEvent> wake() {
    life.at(life.wake().orElseThrow());
    return life.when(COORDINATOR, new JobCommand.WakeJob(JOB));
  }

  Source next(WorkshopId workshop) {
    return new Source(workshop, 1, sequences.merge(workshop, 1, Integer::sum));
  }

  Then<JobEvent> bid(WorkshopId workshop, int pieces) {
    return bid(workshop, pieces, life.now().plusSeconds(3_600L * pieces), 400);
  }

  Then<JobEvent> bid(WorkshopId workshop, int pieces, Instant readyBy, long cents) {
    return say(
        new JobCommand.PlaceBid(
            next(workshop), JOB, round(), MK3, pieces, 1_800, readyBy, euros(cents)),
        workshop);
  }

  Then<JobEvent> refuse(WorkshopId workshop, String reason) {
    return say(new JobCommand.RefuseCall(next(workshop), JOB, round(), reason), workshop);
  }

  /** Everybody of the first ring says no, but this one. */
  void refuseAll(WorkshopId but) {
    for (var workshop : new WorkshopId[] {WEIR_LANE, MILL_ROAD}) {
      if (!workshop.equals(but) && life.state() instanceof JobState.Tendering) {
        refuse(workshop, "busy until Friday");
      }
    }
  }

  Then<JobEvent> accept(WorkshopId workshop, LotId lot) {
    return say(new JobCommand.AcceptLot(next(workshop), lot), workshop);
  }

  Then<JobEvent> runStarts(WorkshopId workshop, LotId lot) {
    return say(
        new JobCommand.NoteRunStarted(
            next(workshop),
            lot,
            new RunId("r-" + ++runs),
            MK3,
            org.vicinal.coordinator.decide.Things.PROGRAM.digest(),
            1),
        workshop);
  }

  Then<JobEvent> runEnds(WorkshopId workshop, LotId lot, Seen.Ending ending) {
    return say(
        new JobCommand.NoteRunEnded(
            next(workshop), lot, new RunId("r-" + runs), MK3, ending, 120, "the cable was pulled"),
        workshop);
  }

  Then<JobEvent> made(WorkshopId workshop, LotId lot, int pieces) {
    return say(new JobCommand.NoteLotMade(next(workshop), lot, pieces), workshop);
  }

  Then<JobEvent> returned(WorkshopId workshop, LotId lot, int made) {
    return say(
        new JobCommand.NoteLotReturned(next(workshop), lot, made, "the nozzle clogged"), workshop);
  }

  Then<JobEvent> known(WorkshopId workshop, LotId lot, Seen.Standing standing, int of, int made) {
    return say(
        new JobCommand.ReconcileLot(
            next(workshop), lot, 1, standing, of, made, life.now().plusSeconds(3_600)),
        workshop);
  }

  Then<JobEvent> say(JobCommand command, WorkshopId workshop) {
    return life.when(new Asker.Workshop(workshop), command);
  }

  int round() {
    return life.state() instanceof JobState.Tendering it ? it.tender().round() : 1;
  }

  LotId lot(int number) {
    return new LotId(JOB, 0, number);
  }
}
