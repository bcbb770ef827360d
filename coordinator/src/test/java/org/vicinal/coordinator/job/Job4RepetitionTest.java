package org.vicinal.coordinator.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vicinal.coordinator.decide.Things.COORDINATOR;
import static org.vicinal.coordinator.decide.Things.MILL_ROAD;
import static org.vicinal.coordinator.decide.Things.RULES;
import static org.vicinal.coordinator.decide.Things.WEIR_LANE;
import static org.vicinal.coordinator.decide.Things.wish;
import static org.vicinal.coordinator.job.JobLife.JOB;

import org.junit.jupiter.api.Test;
import org.vicinal.coordinator.decide.Asker;
import org.vicinal.coordinator.decide.Rejection.Kind;
import org.vicinal.coordinator.job.JobEvent.ClaimRefused;
import org.vicinal.coordinator.job.JobEvent.RunEnded;
import org.vicinal.coordinator.job.JobEvent.SurplusMade;
import org.vicinal.messages.net.Seen.Ending;

/**
 * Whatever is said twice counts once, and what is said about a lot that is no longer one's own is
 * recorded, never applied.
 */
class Job4RepetitionTest {
  @Test
  void everyReportOfALotCountsOnce() {
    var job = JobLife.opened(wish(1));
    job.bid(WEIR_LANE, 1);
    job.refuse(MILL_ROAD, "busy");
    var accept = new JobCommand.AcceptLot(job.next(WEIR_LANE), job.lot(1));
    job.say(accept, WEIR_LANE);
    job.say(accept, WEIR_LANE).thenNothing();
    var made = new JobCommand.NoteLotMade(job.next(WEIR_LANE), job.lot(1), 1);
    job.say(made, WEIR_LANE);
    job.say(made, WEIR_LANE).thenNothing();
    job.say(accept, WEIR_LANE).thenNothing();
    job.open(wish(1), RULES).thenNothing();
  }

  @Test
  void aLateAcceptanceIsRecordedOnceAndItsWorkshopIsTold() {
    var job = JobLife.opened(wish(1));
    job.bid(WEIR_LANE, 1);
    job.bid(MILL_ROAD, 1);
    job.wake(); // weir-lane's award lapses
    var accept = new JobCommand.AcceptLot(job.next(WEIR_LANE), job.lot(1));
    var claim = job.say(accept, WEIR_LANE).then(ClaimRefused.class).the(ClaimRefused.class);
    assertThat(claim.why()).isEqualTo("it was not accepted in time");
    job.say(accept, WEIR_LANE).thenNothing();
  }

  @Test
  void piecesOfAWithdrawnLotAreSurplus() {
    var job = JobLife.accepted(2, WEIR_LANE);
    job.runStarts(WEIR_LANE, job.lot(1));
    job.life.when(COORDINATOR, new JobCommand.WithdrawJob(JOB, "cancelled"));
    job.runEnds(WEIR_LANE, job.lot(1), Ending.MADE).then(RunEnded.class);
    var surplus = job.made(WEIR_LANE, job.lot(1), 1).then(SurplusMade.class);
    assertThat(surplus.the(SurplusMade.class).pieces()).isEqualTo(1);
    job.made(WEIR_LANE, job.lot(1), 1).thenNothing();
  }

  @Test
  void anotherWorkshopCannotSpeakForALot() {
    var job = JobLife.accepted(1, WEIR_LANE);
    job.made(MILL_ROAD, job.lot(1), 1).thenRejected(Kind.FORBIDDEN, "is not mill-road's");
    var forged = new JobCommand.NoteLotMade(job.next(WEIR_LANE), job.lot(1), 1);
    job.life.when(new Asker.Workshop(MILL_ROAD), forged).thenRejected(Kind.FORBIDDEN, "is not");
  }

  @Test
  void aLotThatWasNeverAwardedIsUnknown() {
    var job = JobLife.accepted(1, WEIR_LANE);
    job.made(MILL_ROAD, job.lot(7), 1).thenRejected(Kind.UNKNOWN, "There is no lot o-7-1.0.7");
  }
}
