package org.vicinal.coordinator.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vicinal.coordinator.decide.Things.EVENING;
import static org.vicinal.coordinator.decide.Things.FAR_FIELD;
import static org.vicinal.coordinator.decide.Things.MILL_ROAD;
import static org.vicinal.coordinator.decide.Things.RULES;
import static org.vicinal.coordinator.decide.Things.WEIR_LANE;
import static org.vicinal.coordinator.decide.Things.neighbour;
import static org.vicinal.coordinator.decide.Things.neighbours;
import static org.vicinal.coordinator.decide.Things.partOf;
import static org.vicinal.coordinator.decide.Things.printer;
import static org.vicinal.coordinator.decide.Things.wish;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vicinal.coordinator.decide.Neighbourhood;
import org.vicinal.coordinator.job.JobEvent.JobUnmade;
import org.vicinal.coordinator.job.JobEvent.RingSkipped;
import org.vicinal.coordinator.job.JobEvent.SearchEnded;
import org.vicinal.messages.work.Making;
import org.vicinal.messages.work.Requirement;
import org.vicinal.messages.work.Size;

/** When it cannot be made, the customer reads why, and what would help. */
class Job3UnmadeTest {
  @Test
  void thePartIsTooLargeForEveryBed() {
    var job =
        JobLife.among(
            neighbours(
                neighbour(MILL_ROAD, 700, printer(new Size(180, 180, 180))),
                neighbour(WEIR_LANE, 1_240, printer(new Size(250, 310, 200)))));
    var then = job.open(wish(1, partOf(new Size(300, 20, 10))), RULES);
    var end = then.the(JobUnmade.class);
    assertThat(end.reason()).isEqualTo("Nobody within 150 km can make it.");
    assertThat(end.help())
        .isEqualTo(
            "What would help: a bed width (x) of 300 mm"
                + " (the largest found is 250 mm, at weir-lane, 1.2 km away).");
    var first = then.the(RingSkipped.class);
    assertThat(first.why()).isEqualTo("2 workshops are there, and no machine can make it");
    assertThat(first.nearMisses().getFirst().workshop()).isEqualTo(WEIR_LANE);
  }

  @Test
  void thePartIsTooLargeInTwoDirections() {
    var job =
        JobLife.among(neighbours(neighbour(WEIR_LANE, 400, printer(new Size(220, 220, 200)))));
    assertThat(job.open(wish(1, partOf(new Size(325, 325, 4))), RULES).the(JobUnmade.class).help())
        .isEqualTo(
            "What would help: a bed width (x) of 325 mm and a bed depth (y) of 325 mm"
                + " (the largest found is 220 mm and 220 mm, at weir-lane, 400 m away).");
  }

  @Test
  void nobodyHasSuchAMachine() {
    var milled =
        new Requirement(Making.MILLING, "plywood", new Size(90, 90, 3), Set.of(), 0, 0, 10_000);
    var end = JobLife.among(JobLife.TOWN).open(wish(1, milled), RULES).the(JobUnmade.class);
    assertThat(end.help())
        .isEqualTo(
            "What would help: a machine for milling"
                + " (the best found is 3D printing (filament), at weir-lane, 400 m away).");
  }

  @Test
  void nobodyIsThere() {
    var then = JobLife.among(Neighbourhood.EMPTY).open(wish(1), RULES);
    assertThat(then.events().stream().filter(RingSkipped.class::isInstance)).hasSize(5);
    assertThat(then.the(JobUnmade.class).help())
        .isEqualTo("What would help: a workshop within 150 km that joins; there is none.");
  }

  @Test
  void everybodyWouldBeTooLateAndTheEarliestIsNamed() {
    var job = JobLife.opened(wish(1));
    job.bid(WEIR_LANE, 1, EVENING.plusSeconds(7_200), 5);
    job.bid(MILL_ROAD, 1, EVENING.plusSeconds(3_600), 5);
    var end = job.refuse(FAR_FIELD, "holiday").the(JobUnmade.class);
    assertThat(end.reason()).isEqualTo("Nobody within 150 km can make it by 2026-06-01 18:00 UTC.");
    assertThat(end.help())
        .isEqualTo(
            "What would help: a later day."
                + " The earliest offer was 2026-06-01 19:00 UTC, from mill-road, 1.2 km away.");
  }

  @Test
  void everybodyRefusesAndIsQuoted() {
    var job = JobLife.opened(wish(1));
    job.refuse(WEIR_LANE, "busy until Friday");
    job.refuse(MILL_ROAD, "holiday");
    var end = job.refuse(FAR_FIELD, "out of PLA").the(JobUnmade.class);
    assertThat(end.reason())
        .isEqualTo(
            "Nobody within 150 km who could make it takes it now: weir-lane: busy until Friday;"
                + " mill-road: holiday; far-field: out of PLA.");
  }

  @Test
  void whatIsInWorkIsFinishedThoughTheRestFindsNobody() {
    var job = JobLife.opened(wish(5));
    job.bid(WEIR_LANE, 3);
    job.refuse(MILL_ROAD, "holiday");
    var then = job.refuse(FAR_FIELD, "holiday");
    assertThat(then.the(SearchEnded.class).missing()).isEqualTo(2);
    job.accept(WEIR_LANE, job.lot(1));
    var end = job.made(WEIR_LANE, job.lot(1), 3).the(JobUnmade.class);
    assertThat(end.made()).isEqualTo(3);
    assertThat(end.pieces()).isEqualTo(5);
  }
}
