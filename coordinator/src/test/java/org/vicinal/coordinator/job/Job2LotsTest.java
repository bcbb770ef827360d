package org.vicinal.coordinator.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vicinal.coordinator.decide.Things.ANA_ASKS;
import static org.vicinal.coordinator.decide.Things.BEN_ASKS;
import static org.vicinal.coordinator.decide.Things.COORDINATOR;
import static org.vicinal.coordinator.decide.Things.EVENING;
import static org.vicinal.coordinator.decide.Things.MILL_ROAD;
import static org.vicinal.coordinator.decide.Things.RULES;
import static org.vicinal.coordinator.decide.Things.WEIR_LANE;
import static org.vicinal.coordinator.decide.Things.wish;
import static org.vicinal.coordinator.job.JobLife.JOB;

import org.junit.jupiter.api.Test;
import org.vicinal.coordinator.decide.Rejection.Kind;
import org.vicinal.coordinator.job.JobEvent.JobMade;
import org.vicinal.coordinator.job.JobEvent.JobUnmade;
import org.vicinal.coordinator.job.JobEvent.JobWithdrawn;
import org.vicinal.coordinator.job.JobEvent.LotAccepted;
import org.vicinal.coordinator.job.JobEvent.LotAwarded;
import org.vicinal.coordinator.job.JobEvent.LotDeclined;
import org.vicinal.coordinator.job.JobEvent.LotInterrupted;
import org.vicinal.coordinator.job.JobEvent.LotLapsed;
import org.vicinal.coordinator.job.JobEvent.LotLate;
import org.vicinal.coordinator.job.JobEvent.LotMade;
import org.vicinal.coordinator.job.JobEvent.LotReturned;
import org.vicinal.coordinator.job.JobEvent.LotWithdrawn;
import org.vicinal.coordinator.job.JobEvent.RingCalled;
import org.vicinal.coordinator.job.JobEvent.RunEnded;
import org.vicinal.coordinator.job.JobEvent.RunStarted;
import org.vicinal.messages.net.Seen.Ending;

/**
 * An award is taken in time or moves on. A lot stays with its workshop until it is made, given
 * back, or a person decides; what is missing then is called for again, under a new lot number.
 */
class Job2LotsTest {
  @Test
  void acceptedRunAndMade() {
    var job = JobLife.accepted(2, WEIR_LANE);
    var lot = job.lot(1);
    job.runStarts(WEIR_LANE, lot).then(RunStarted.class);
    job.runEnds(WEIR_LANE, lot, Ending.MADE).then(RunEnded.class);
    job.runStarts(WEIR_LANE, lot);
    job.runEnds(WEIR_LANE, lot, Ending.MADE);
    job.made(WEIR_LANE, lot, 2).then(LotMade.class, JobMade.class);
    assertThat(job.life.wake()).isEmpty();
  }

  @Test
  void anAwardThatNobodyAcceptsGoesToTheNextBest() {
    var job = JobLife.opened(wish(1));
    job.bid(WEIR_LANE, 1);
    job.bid(MILL_ROAD, 1);
    var then = job.wake();
    then.then(LotLapsed.class, LotAwarded.class);
    assertThat(then.the(LotAwarded.class).lot()).isEqualTo(job.lot(2));
    assertThat(then.the(LotAwarded.class).workshop()).isEqualTo(MILL_ROAD);
  }

  @Test
  void withoutAnotherBidTheRingIsCalledAgain() {
    var job = JobLife.opened(wish(1));
    job.bid(WEIR_LANE, 1);
    job.refuse(MILL_ROAD, "busy");
    var then = job.wake();
    then.then(LotLapsed.class, RingCalled.class);
    assertThat(then.the(RingCalled.class).why()).isEqualTo("1 piece is missing again (try 2 of 5)");
    assertThat(then.the(RingCalled.class).round()).isEqualTo(2);
  }

  @Test
  void anAcceptanceCountsBeforeItsTimeAndNotAtIt() {
    var early = JobLife.opened(wish(1));
    early.bid(WEIR_LANE, 1);
    early.refuse(MILL_ROAD, "busy");
    early.life.later(RULES.acceptWindow().minusMillis(1));
    early.accept(WEIR_LANE, early.lot(1)).then(LotAccepted.class);

    var late = JobLife.opened(wish(1));
    late.bid(WEIR_LANE, 1);
    late.refuse(MILL_ROAD, "busy");
    late.life.later(RULES.acceptWindow());
    late.accept(WEIR_LANE, late.lot(1)).then(LotLapsed.class, RingCalled.class);
  }

  @Test
  void aDeclinedLotMovesOn() {
    var job = JobLife.opened(wish(1));
    job.bid(WEIR_LANE, 1);
    job.bid(MILL_ROAD, 1);
    job.say(
            new JobCommand.DeclineLot(job.next(WEIR_LANE), job.lot(1), "the spool ran out"),
            WEIR_LANE)
        .then(LotDeclined.class, LotAwarded.class);
  }

  @Test
  void onlyWhatIsMissingOfAReturnedLotIsCalledAgain() {
    var job = JobLife.accepted(5, WEIR_LANE);
    var then = job.returned(WEIR_LANE, job.lot(1), 3);
    then.then(LotReturned.class, RingCalled.class);
    assertThat(then.the(LotReturned.class).piecesMissing()).isEqualTo(2);
    assertThat(then.the(RingCalled.class).pieces()).isEqualTo(2);
  }

  @Test
  void anInterruptedRunGivesTheRestBackUnderANewNumber() {
    var job = JobLife.accepted(1, WEIR_LANE);
    job.runStarts(WEIR_LANE, job.lot(1));
    var then = job.runEnds(WEIR_LANE, job.lot(1), Ending.INTERRUPTED);
    then.then(RunEnded.class, LotInterrupted.class, RingCalled.class);
    job.returned(WEIR_LANE, job.lot(1), 0).thenNothing();
    job.bid(WEIR_LANE, 1);
    assertThat(job.refuse(MILL_ROAD, "busy").the(LotAwarded.class).lot()).isEqualTo(job.lot(2));
  }

  @Test
  void whoFailedComesAfterWhoDidNot() {
    var job = JobLife.accepted(1, WEIR_LANE);
    job.returned(WEIR_LANE, job.lot(1), 0);
    job.bid(WEIR_LANE, 1);
    assertThat(job.bid(MILL_ROAD, 1).the(LotAwarded.class).workshop()).isEqualTo(MILL_ROAD);
  }

  @Test
  void triesAreBounded() {
    var job = JobLife.accepted(1, WEIR_LANE);
    for (int lot = 1; lot < RULES.tries(); lot++) {
      job.returned(WEIR_LANE, job.lot(lot), 0).then(LotReturned.class, RingCalled.class);
      job.bid(WEIR_LANE, 1);
      job.refuse(MILL_ROAD, "busy");
      job.accept(WEIR_LANE, job.lot(lot + 1));
    }
    var then = job.returned(WEIR_LANE, job.lot(RULES.tries()), 0);
    then.then(LotReturned.class, JobUnmade.class);
    assertThat(then.the(JobUnmade.class).reason())
        .isEqualTo("It was called for 5 times, and 5 lots were not brought to their end.");
  }

  @Test
  void aLateLotStaysWithItsWorkshopUntilAPersonTakesItBack() {
    var job = JobLife.accepted(1, WEIR_LANE);
    var takeBack = new JobCommand.TakeBackLot(job.lot(1), "I cannot wait");
    job.life.when(ANA_ASKS, takeBack).thenRejected(Kind.CONFLICT, "is promised for");
    var late = job.wake().then(LotLate.class).the(LotLate.class);
    assertThat(late.takenBackAt()).isEqualTo(job.life.now().plus(RULES.abandonAfter()));
    job.life.when(BEN_ASKS, takeBack).thenRejected(Kind.FORBIDDEN, "belongs to an order");
    job.life.when(ANA_ASKS, takeBack).then(LotWithdrawn.class, RingCalled.class);
  }

  @Test
  void aLateLotThatIsMadeAfterAllIsMade() {
    var job = JobLife.accepted(1, WEIR_LANE);
    job.wake();
    job.made(WEIR_LANE, job.lot(1), 1).then(LotMade.class, JobMade.class);
  }

  @Test
  void nobodyWaitsForEver() {
    var job = JobLife.accepted(1, WEIR_LANE);
    job.wake().then(LotLate.class);
    var then = job.wake();
    then.then(LotWithdrawn.class, JobUnmade.class);
    assertThat(then.the(LotWithdrawn.class).reason()).contains("for 30 days");
    assertThat(then.the(JobUnmade.class).reason())
        .isEqualTo("The day it was wanted for, 2026-06-01 18:00 UTC, has passed.");
  }

  @Test
  void aCancelledOrderWithdrawsEveryLot() {
    var job = JobLife.opened(wish(5));
    job.bid(WEIR_LANE, 3);
    job.bid(MILL_ROAD, 2, EVENING, 5);
    job.accept(WEIR_LANE, job.lot(1));
    job.life
        .when(COORDINATOR, new JobCommand.WithdrawJob(JOB, "changed my mind"))
        .then(LotWithdrawn.class, LotWithdrawn.class, JobWithdrawn.class);
    job.life.when(COORDINATOR, new JobCommand.WithdrawJob(JOB, "again")).thenNothing();
  }
}
