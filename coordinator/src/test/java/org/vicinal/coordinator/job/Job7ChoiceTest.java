package org.vicinal.coordinator.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vicinal.coordinator.decide.Things.ANA_ASKS;
import static org.vicinal.coordinator.decide.Things.EVENING;
import static org.vicinal.coordinator.decide.Things.FAR_FIELD;
import static org.vicinal.coordinator.decide.Things.MILL_ROAD;
import static org.vicinal.coordinator.decide.Things.MK3;
import static org.vicinal.coordinator.decide.Things.NOON;
import static org.vicinal.coordinator.decide.Things.RULES;
import static org.vicinal.coordinator.decide.Things.WEIR_LANE;
import static org.vicinal.coordinator.decide.Things.euros;
import static org.vicinal.coordinator.decide.Things.wish;
import static org.vicinal.coordinator.job.JobLife.JOB;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.vicinal.coordinator.decide.Asker;
import org.vicinal.coordinator.decide.Life.Then;
import org.vicinal.coordinator.decide.Neighbourhood;
import org.vicinal.coordinator.decide.Rejection.Kind;
import org.vicinal.coordinator.decide.Share;
import org.vicinal.coordinator.decide.Shares;
import org.vicinal.coordinator.job.JobCommand.ChooseBids;
import org.vicinal.coordinator.job.JobEvent.BidPlaced;
import org.vicinal.coordinator.job.JobEvent.BidsChosen;
import org.vicinal.coordinator.job.JobEvent.BidsOffered;
import org.vicinal.coordinator.job.JobEvent.BidsWeighed;
import org.vicinal.coordinator.job.JobEvent.CallRefused;
import org.vicinal.coordinator.job.JobEvent.JobUnmade;
import org.vicinal.coordinator.job.JobEvent.LotAwarded;
import org.vicinal.coordinator.job.JobEvent.LotDelayed;
import org.vicinal.coordinator.job.JobEvent.LotWithdrawn;
import org.vicinal.coordinator.job.JobEvent.OfferEnded;
import org.vicinal.coordinator.job.JobEvent.RingCalled;
import org.vicinal.coordinator.order.Choosing;
import org.vicinal.coordinator.order.Choosing.Rule;
import org.vicinal.messages.id.WorkshopId;
import org.vicinal.messages.net.Offering;
import org.vicinal.messages.place.Place;
import org.vicinal.messages.work.Handover;
import org.vicinal.messages.work.Price;

/**
 * The customer says how workshops are chosen: by a rule that can be asked why, or by looking at the
 * bids. What differs from the wish is a counter-bid, and only a person takes it.
 */
class Job7ChoiceTest {
  private static Choosing by(Rule rule, int handovers) {
    return new Choosing(
        rule, Rule.NEAREST, null, null, Handover.PICKUP, false, handovers, Duration.ofHours(2));
  }

  private static JobLife job(int pieces, Choosing choosing) {
    return JobLife.opened(wish(pieces).with(choosing));
  }

  private static List<String> given(Then<JobEvent> then) {
    return then.events().stream()
        .filter(LotAwarded.class::isInstance)
        .map(LotAwarded.class::cast)
        .map(it -> it.workshop() + " " + it.pieces() + " " + it.price().minorUnits())
        .toList();
  }

  @Test
  void theCheapestGetsItAndCanBeAskedWhy() {
    var job = job(2, by(Rule.CHEAPEST, 1));
    job.bid(WEIR_LANE, 2, EVENING, 900);
    var then = job.bid(MILL_ROAD, 2, EVENING, 500);
    assertThat(given(then)).containsExactly("mill-road 2 500");
    var why = then.the(BidsWeighed.class);
    assertThat(why.summary()).contains("2 pieces are missing, 1 handover allowed");
    assertThat(why.table().getFirst().lines())
        .containsExactly(
            "250.0 minor units a piece",
            "2 pieces for 5.00 EUR, ready by 2026-06-01 18:00 UTC",
            "gets 2 pieces for 5.00 EUR");
    assertThat(why.table().getLast().lines().getLast()).isEqualTo("not needed");
  }

  @Test
  void theSoonestGetsIt() {
    var job = job(1, by(Rule.SOONEST, 1));
    job.bid(WEIR_LANE, 1, EVENING, 100);
    var then = job.bid(MILL_ROAD, 1, EVENING.minusSeconds(3_600), 900);
    assertThat(given(then)).containsExactly("mill-road 1 900");
  }

  @Test
  void oneHandoverMeansOneWorkshopThoughItIsFarther() {
    var job = job(5, by(Rule.NEAREST, 1));
    job.bid(WEIR_LANE, 3);
    assertThat(given(job.bid(MILL_ROAD, 5, EVENING, 900))).containsExactly("mill-road 5 900");
  }

  @Test
  void fairSharesAreEqual() {
    var job = job(5, by(Rule.SPREAD, 2));
    job.bid(WEIR_LANE, 5, EVENING, 1_000);
    var then = job.bid(MILL_ROAD, 5, EVENING, 1_000);
    assertThat(given(then)).containsExactlyInAnyOrder("weir-lane 3 600", "mill-road 2 400");
  }

  @Test
  void whoHadTheLeastWorkLatelyComesFirst() {
    var shares = new Shares();
    shares.given(WEIR_LANE, 3, NOON.minus(Duration.ofDays(1)));
    shares.given(MILL_ROAD, 5, NOON.minus(Duration.ofDays(60))); // counts a quarter by now
    assertThat(shares.of(MILL_ROAD, NOON).hoursLately()).isEqualTo(1.25);
    var job =
        JobLife.among(
            new Neighbourhood() {
              @Override
              public List<Neighbour> within(Place middle, double metres) {
                return JobLife.TOWN.within(middle, metres);
              }

              @Override
              public Share shareOf(WorkshopId workshop, Instant now) {
                return shares.of(workshop, now);
              }
            });
    job.open(wish(1).with(by(Rule.SPREAD, 1)), RULES);
    job.bid(WEIR_LANE, 1, EVENING, 400);
    var then = job.bid(MILL_ROAD, 1, EVENING, 400);
    assertThat(given(then)).containsExactly("mill-road 1 400");
    assertThat(then.the(BidsWeighed.class).table().getFirst().lines().getFirst())
        .isEqualTo("1.3 hours of work lately");
  }

  @Test
  void unlikeUnitsAreNeverRankedTogether() {
    var job = job(1, by(Rule.CHEAPEST, 1));
    job.bid(WEIR_LANE, 1, EVENING, 400);
    var hours = new Price("XXX", List.of(new Price.Line("work", 5)), Price.Unit.HOURS, null);
    var then = bid(job, MILL_ROAD, hours, null);
    assertThat(given(then)).hasSize(1);
    assertThat(then.the(BidsWeighed.class).table().getLast().lines().getFirst())
        .contains("not compared with another unit");
  }

  @Test
  void overTheLimitIsACounterBid() {
    var choosing =
        new Choosing(
            Rule.NEAREST,
            Rule.NEAREST,
            "EUR",
            300L,
            Handover.PICKUP,
            false,
            1,
            Duration.ofHours(1));
    var job = job(1, choosing);
    assertThat(job.bid(WEIR_LANE, 1, EVENING, 301).the(BidPlaced.class).differs())
        .containsExactly("asks 3.01 EUR, the limit is 3.00 EUR for all");
    assertThat(given(job.bid(MILL_ROAD, 1, EVENING, 300))).containsExactly("mill-road 1 300");
  }

  @Test
  void theCustomerLooksAndChooses() {
    var job = job(3, by(Rule.I_CHOOSE, 1));
    job.bid(WEIR_LANE, 3, EVENING, 600);
    var then = job.bid(MILL_ROAD, 3, EVENING, 900);
    var offered = then.the(BidsOffered.class);
    assertThat(offered.bids()).hasSize(2);
    assertThat(offered.then()).isEqualTo("the nearest of those that keep to the wish gets it");
    assertThat(job.life.wake()).contains(offered.until());
    var choice = new ChooseBids(JOB, List.of(new Pick(MILL_ROAD, 1), new Pick(WEIR_LANE, 2)));
    var chosen = job.life.when(ANA_ASKS, choice);
    chosen.then(BidsChosen.class, LotAwarded.class, LotAwarded.class);
    assertThat(given(chosen)).containsExactly("mill-road 1 300", "weir-lane 2 400");
    job.life.when(ANA_ASKS, choice).thenNothing();
  }

  @Test
  void whenNobodyChoosesInTimeTheOtherRuleDecides() {
    var job = job(1, by(Rule.I_CHOOSE, 1));
    job.bid(WEIR_LANE, 1, EVENING, 600);
    job.bid(MILL_ROAD, 1, EVENING, 100);
    var then = job.wake();
    then.then(OfferEnded.class, BidsWeighed.class, LotAwarded.class);
    assertThat(given(then)).containsExactly("weir-lane 1 600");
  }

  @Test
  void whoTakesNoneIsAskedNoMoreOfThisRing() {
    var job = job(1, by(Rule.I_CHOOSE, 1));
    job.bid(WEIR_LANE, 1, EVENING, 600);
    job.refuse(MILL_ROAD, "busy");
    var then = job.life.when(ANA_ASKS, new ChooseBids(JOB, List.of()));
    assertThat(then.the(RingCalled.class).called().getFirst().workshop()).isEqualTo(FAR_FIELD);
  }

  @Test
  void impossibleChoicesAreRefusedWithTheirField() {
    var job = job(2, by(Rule.I_CHOOSE, 1));
    job.bid(WEIR_LANE, 1, EVENING, 600);
    job.bid(MILL_ROAD, 2, EVENING, 600);
    choose(job, FAR_FIELD, 1).thenInvalid("workshop");
    choose(job, WEIR_LANE, 2).thenInvalid("pieces");
    choose(job, WEIR_LANE, 0).thenInvalid("pieces");
    job.life
        .when(
            ANA_ASKS, new ChooseBids(JOB, List.of(new Pick(WEIR_LANE, 1), new Pick(MILL_ROAD, 2))))
        .thenInvalid("pieces");
    job.life
        .when(new Asker.Workshop(WEIR_LANE), new ChooseBids(JOB, List.of()))
        .thenRejected(Kind.FORBIDDEN, "Ask with the token of its customer");
  }

  @Test
  void aBidCanBeTakenBackWhileTheCustomerLooks() {
    var job = job(1, by(Rule.I_CHOOSE, 1));
    job.bid(WEIR_LANE, 1, EVENING, 600);
    job.bid(MILL_ROAD, 1, EVENING, 600);
    job.refuse(WEIR_LANE, "the spool ran out").then(CallRefused.class);
    choose(job, WEIR_LANE, 1).thenInvalid("workshop");
    job.refuse(MILL_ROAD, "holiday").then(CallRefused.class, OfferEnded.class, RingCalled.class);
  }

  @Test
  void atTheEndOfTheSearchACounterBidMayBeTaken() {
    var job = job(1, by(Rule.NEAREST, 1));
    bid(job, WEIR_LANE, euros(400), new Offering("PETG", Handover.PICKUP, java.util.Set.of(), ""));
    job.refuse(MILL_ROAD, "busy").the(RingCalled.class);
    var then = job.refuse(FAR_FIELD, "busy");
    var offered = then.the(BidsOffered.class);
    assertThat(offered.last()).isTrue();
    assertThat(offered.bids().getFirst().differs()).containsExactly("made of PETG, not PLA");
    assertThat(given(choose(job, WEIR_LANE, 1))).containsExactly("weir-lane 1 400");
  }

  @Test
  void aCounterBidThatNobodyTakesEndsTheOrder() {
    var job = job(1, by(Rule.NEAREST, 1));
    job.bid(WEIR_LANE, 1, EVENING.plusSeconds(7_200), 400);
    job.refuse(MILL_ROAD, "busy");
    job.refuse(FAR_FIELD, "busy").the(BidsOffered.class);
    job.wake().then(OfferEnded.class, JobUnmade.class);
  }

  @Test
  void whoWillBeLateSaysSoAndTheCustomerMayTakeItBack() {
    var job = JobLife.accepted(2, WEIR_LANE);
    var lot = job.lot(1);
    var ready = ((JobState.Making) job.life.state()).lots().getFirst().readyBy();
    var back = new JobCommand.TakeBackLot(lot, "then not");
    job.life.when(ANA_ASKS, back).thenRejected(Kind.CONFLICT, "stays with weir-lane until then");
    job.say(
            new JobCommand.DelayLot(
                job.next(WEIR_LANE), lot, ready.plus(Duration.ofDays(90)), "holiday"),
            WEIR_LANE)
        .thenInvalid("readyBy");
    job.say(
            new JobCommand.DelayLot(job.next(WEIR_LANE), lot, ready.plusSeconds(3_600), "no spool"),
            WEIR_LANE)
        .then(LotDelayed.class);
    job.life.when(ANA_ASKS, back).the(LotWithdrawn.class);
  }

  private static Then<JobEvent> choose(JobLife job, WorkshopId workshop, int pieces) {
    return job.life.when(ANA_ASKS, new ChooseBids(JOB, List.of(new Pick(workshop, pieces))));
  }

  private static Then<JobEvent> bid(
      JobLife job, WorkshopId workshop, Price price, @Nullable Offering offering) {
    return job.say(
        new JobCommand.PlaceBid(
            job.next(workshop), JOB, job.round(), MK3, 1, 1_800, EVENING, price, offering),
        workshop);
  }
}
