package org.vicinal.coordinator.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vicinal.coordinator.decide.Things.EVENING;
import static org.vicinal.coordinator.decide.Things.FAR_FIELD;
import static org.vicinal.coordinator.decide.Things.MILL_ROAD;
import static org.vicinal.coordinator.decide.Things.NOON;
import static org.vicinal.coordinator.decide.Things.RULES;
import static org.vicinal.coordinator.decide.Things.WEIR_LANE;
import static org.vicinal.coordinator.decide.Things.minutes;
import static org.vicinal.coordinator.decide.Things.wish;
import static org.vicinal.coordinator.job.JobLife.JOB;
import static org.vicinal.coordinator.job.JobLife.TOWN;

import org.junit.jupiter.api.Test;
import org.vicinal.coordinator.decide.Rejection.Kind;
import org.vicinal.coordinator.job.JobEvent.BidPlaced;
import org.vicinal.coordinator.job.JobEvent.CallRefused;
import org.vicinal.coordinator.job.JobEvent.JobOpened;
import org.vicinal.coordinator.job.JobEvent.LotAwarded;
import org.vicinal.coordinator.job.JobEvent.RingCalled;
import org.vicinal.coordinator.job.JobEvent.TenderClosed;

/**
 * A job asks the nearest ring first. The nearest workshop that is ready in time gets it, and nobody
 * waits longer than until all have answered.
 */
class Job1TenderTest {
  @Test
  void theInnermostRingIsCalledFirstNearestFirst() {
    var then = JobLife.among(TOWN).open(wish(1), RULES);
    then.then(JobOpened.class, RingCalled.class);
    var call = then.the(RingCalled.class);
    assertThat(call.called().stream().map(Called::workshop)).containsExactly(WEIR_LANE, MILL_ROAD);
    assertThat(call.ring().name()).isEqualTo("within 2 km");
    assertThat(call.closesAt()).isEqualTo(NOON.plus(RULES.biddingWindow()));
    assertThat(call.pieces()).isEqualTo(1);
  }

  @Test
  void whenAllHaveAnsweredTheNearestGetsItThoughItIsDearer() {
    var job = JobLife.opened(wish(1));
    job.bid(MILL_ROAD, 1, EVENING, 100).then(BidPlaced.class);
    var then = job.bid(WEIR_LANE, 1, EVENING, 900);
    then.then(BidPlaced.class, TenderClosed.class, LotAwarded.class);
    var award = then.the(LotAwarded.class);
    assertThat(award.workshop()).isEqualTo(WEIR_LANE);
    assertThat(award.lot()).isEqualTo(job.lot(1));
    assertThat(award.acceptBy()).isEqualTo(NOON.plus(RULES.acceptWindow()));
    assertThat(award.why()).isEqualTo("the nearest of 2 bids that are ready in time");
  }

  @Test
  void theRingClosesWhenItsTimeIsOver() {
    var job = JobLife.opened(wish(1));
    job.bid(MILL_ROAD, 1);
    var then = job.wake();
    then.then(TenderClosed.class, LotAwarded.class);
    assertThat(then.the(TenderClosed.class).why())
        .isEqualTo("its time is over; 1 of 2 have answered");
    assertThat(job.life.now()).isEqualTo(NOON.plus(RULES.biddingWindow()).plus(RULES.settling()));
  }

  @Test
  void aBidThatIsReadyTooLateIsNotAwarded() {
    var job = JobLife.opened(wish(1));
    assertThat(job.bid(WEIR_LANE, 1, EVENING.plusSeconds(1), 100).the(BidPlaced.class).inTime())
        .isFalse();
    var then = job.bid(MILL_ROAD, 1, EVENING, 900);
    assertThat(then.the(LotAwarded.class).workshop()).isEqualTo(MILL_ROAD);
  }

  @Test
  void severalLotsWhenABidCoversOnlyAPart() {
    var job = JobLife.opened(wish(5));
    job.bid(WEIR_LANE, 3);
    var then = job.bid(MILL_ROAD, 5, EVENING, 900);
    then.then(BidPlaced.class, TenderClosed.class, LotAwarded.class, LotAwarded.class);
    assertThat(
            then.events().stream()
                .filter(LotAwarded.class::isInstance)
                .map(event -> ((LotAwarded) event).pieces()))
        .containsExactly(3, 2);
  }

  @Test
  void theNextRingIsAskedForWhatTheNearerOnesCannot() {
    var job = JobLife.opened(wish(5));
    job.bid(WEIR_LANE, 3);
    var then = job.refuse(MILL_ROAD, "busy until Friday");
    then.then(CallRefused.class, TenderClosed.class, LotAwarded.class, RingCalled.class);
    var call = then.the(RingCalled.class);
    assertThat(call.called().stream().map(Called::workshop)).containsExactly(FAR_FIELD);
    assertThat(call.pieces()).isEqualTo(2);
    assertThat(call.why()).isEqualTo("nobody in the quarter could");
  }

  @Test
  void aSecondBidOfTheSameWorkshopTakesThePlaceOfTheFirst() {
    var job = JobLife.opened(wish(2));
    job.bid(WEIR_LANE, 1);
    job.bid(WEIR_LANE, 2).then(BidPlaced.class);
    assertThat(job.refuse(MILL_ROAD, "holiday").the(LotAwarded.class).pieces()).isEqualTo(2);
  }

  @Test
  void aBidCanBeTakenBackUntilTheAward() {
    var job = JobLife.opened(wish(1));
    job.bid(WEIR_LANE, 1);
    job.refuse(WEIR_LANE, "the spool ran out").then(CallRefused.class);
    assertThat(job.bid(MILL_ROAD, 1).the(LotAwarded.class).workshop()).isEqualTo(MILL_ROAD);
  }

  @Test
  void aRepeatedBidChangesNothing() {
    var job = JobLife.opened(wish(1));
    var bid =
        new JobCommand.PlaceBid(
            new Source(WEIR_LANE, 1, 1),
            JOB,
            1,
            org.vicinal.coordinator.decide.Things.MK3,
            1,
            60,
            EVENING,
            org.vicinal.coordinator.decide.Things.euros(5));
    job.say(bid, WEIR_LANE).then(BidPlaced.class);
    job.say(bid, WEIR_LANE).thenNothing();
  }

  @Test
  void aBidAfterTheTenderClosedIsRejected() {
    var job = JobLife.opened(wish(1));
    job.bid(MILL_ROAD, 1);
    job.wake();
    job.bid(WEIR_LANE, 1).thenRejected(Kind.CONFLICT, "Round 1 of job o-7-1 is closed.");
  }

  @Test
  void aBidAfterTheDeadlineCountsWhileTheTenderIsOpen() {
    var job = JobLife.opened(wish(1));
    job.life.later(RULES.biddingWindow());
    job.bid(WEIR_LANE, 1).then(BidPlaced.class);
  }

  @Test
  void whoWasNotCalledCannotBid() {
    var job = JobLife.opened(wish(1));
    job.bid(FAR_FIELD, 1).thenRejected(Kind.FORBIDDEN, "Answer calls that name you");
  }

  @Test
  void impossibleBidsAreRefusedWithTheirField() {
    var job = JobLife.opened(wish(1));
    job.bid(WEIR_LANE, 0).thenInvalid("pieces");
    job.bid(WEIR_LANE, 1, NOON.minusSeconds(1), 5).thenInvalid("readyBy");
  }

  @Test
  void aCallIsNeverOpenLongerThanItsPartIsWanted() {
    var job = JobLife.among(TOWN);
    job.life.at(EVENING.minusSeconds(30));
    assertThat(job.open(wish(1), RULES).the(RingCalled.class).closesAt()).isEqualTo(EVENING);
    job.wakeAfter(minutes(1)).the(JobEvent.JobUnmade.class);
  }
}
