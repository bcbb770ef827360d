package org.vicinal.coordinator.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vicinal.coordinator.decide.Things.EVENING;
import static org.vicinal.coordinator.decide.Things.MK3;
import static org.vicinal.coordinator.decide.Things.NOON;
import static org.vicinal.coordinator.decide.Things.RULES;
import static org.vicinal.coordinator.decide.Things.euros;
import static org.vicinal.coordinator.decide.Things.neighbour;
import static org.vicinal.coordinator.decide.Things.neighbours;
import static org.vicinal.coordinator.decide.Things.printer;
import static org.vicinal.coordinator.decide.Things.wish;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vicinal.coordinator.decide.Asked;
import org.vicinal.coordinator.decide.Asker;
import org.vicinal.coordinator.decide.Decision;
import org.vicinal.coordinator.decide.Life.Then;
import org.vicinal.coordinator.decide.Neighbourhood;
import org.vicinal.coordinator.decide.Rejection.Kind;
import org.vicinal.coordinator.decide.Share;
import org.vicinal.coordinator.job.JobCommand.PlaceBid;
import org.vicinal.coordinator.job.JobEvent.RingCalled;
import org.vicinal.coordinator.order.Choosing;
import org.vicinal.coordinator.order.Choosing.Rule;
import org.vicinal.coordinator.wiring.Nouns;
import org.vicinal.messages.id.WorkshopId;
import org.vicinal.messages.net.Offering;
import org.vicinal.messages.place.Place;
import org.vicinal.messages.work.Handover;
import org.vicinal.messages.work.Payment;
import org.vicinal.messages.work.Price;
import org.vicinal.messages.work.Purpose;
import org.vicinal.messages.work.Size;

/**
 * No state is larger than 256 kB, however many workshops bid and however often: a ring calls at
 * most 256, each has one bid, changed a few times at most, and all of them have so many words.
 */
class Job6SizeTest {
  private static final int LARGEST = 256 * 1024;
  private static final Choosing LOOKING =
      new Choosing(
          Rule.I_CHOOSE,
          Rule.NEAREST,
          "EUR",
          1L,
          Handover.DELIVERY,
          true,
          1,
          Duration.ofHours(24),
          true);

  /** As many words as a bid may have, and everything else than was wished. */
  private static final Price LONGEST =
      new Price(
          "EUR",
          Collections.nCopies(8, new Price.Line("x".repeat(12), 100_000_000_000L, Price.Per.LOT)),
          Price.Unit.MONEY,
          new Payment(100_000_000_000L, 100_000_000_000L, "x".repeat(12)));

  private static final Offering OTHERWISE =
      new Offering(
          "y".repeat(12),
          Handover.PICKUP,
          EnumSet.complementOf(EnumSet.of(Purpose.ORDINARY)),
          "z".repeat(120));

  private final JobLife job = JobLife.among(new Busy());

  /** Everybody is around the corner, and has worked. */
  private record Busy() implements Neighbourhood {
    private static final Neighbourhood MANY =
        neighbours(
            IntStream.range(0, 300)
                .mapToObj(i -> neighbour(id(i), 100 + i, printer(new Size(250, 210, 200))))
                .toArray(Neighbourhood.Neighbour[]::new));

    @Override
    public java.util.List<Neighbour> within(Place middle, double metres) {
      return MANY.within(middle, metres);
    }

    @Override
    public Share shareOf(WorkshopId workshop, java.time.Instant now) {
      return new Share(123.456_789_012_345, 12_345);
    }
  }

  @Test
  void theLargestTenderFitsAndSoDoesWhatLiesBeforeTheCustomer() {
    var call = job.open(wish(1_000).with(LOOKING), RULES).the(RingCalled.class);
    assertThat(call.called()).hasSize(Tender.MOST_CALLED);
    int refused = 0;
    for (int i = 0; i < Tender.MOST_CALLED; i++) {
      var then = bid(id(i));
      refused += then.decision() instanceof Decision.Rejected ? 1 : 0;
      assertThat(i % 64 == 0 ? Nouns.write(job.life.state()).length : 0).isLessThan(LARGEST);
    }
    assertThat(refused).as("bids of so many words").isBetween(50, 200);
    bid(id(255)).thenRejected(Kind.CONFLICT, "is full");
    job.wake();
    assertThat(job.life.state()).isInstanceOf(JobState.Offered.class);
    assertThat(Nouns.write(job.life.state()).length).isLessThan(LARGEST);
  }

  @Test
  void shortBidsOfEverybodyFit() {
    job.open(wish(1_000).with(LOOKING), RULES);
    for (int i = 0; i < Tender.MOST_CALLED; i++) {
      job.say(
          new PlaceBid(job.next(id(i)), JobLife.JOB, 1, MK3, 1, 1_800, EVENING, euros(400)), id(i));
    }
    assertThat(((JobState.Offered) job.life.state()).bids()).hasSize(Tender.MOST_CALLED);
    assertThat(Nouns.write(job.life.state()).length).isLessThan(LARGEST);
  }

  @Test
  void aHundredThousandBidsLeaveOneOfEachWhoWasCalled() {
    var decider = new JobDecider();
    job.open(wish(1_000).with(LOOKING), RULES);
    var state = job.life.state();
    int placed = 0;
    for (int i = 0; i < 100_000; i++) {
      int who = i % 400; // 255 bid, one is silent, 144 were never called
      if (who != 255 && decide(decider, state, who) instanceof Decision.Accepted<JobEvent> it) {
        for (var event : it.events()) {
          state = Evolution.after(state, event);
          placed++;
        }
      }
    }
    int bids = ((JobState.Tendering) state).tender().bids().size();
    assertThat(bids).isBetween(100, 255);
    assertThat(placed).as("events in the log").isEqualTo(bids * (1 + Bid.MOST_CHANGES));
    assertThat(Nouns.write(state).length).isLessThan(LARGEST);
    assertThat(reason(decide(decider, state, 7))).contains("The last one stands");
    assertThat(reason(decide(decider, state, 399))).contains("Answer calls that name you");
  }

  private Decision<JobEvent> decide(JobDecider decider, JobState state, int who) {
    return decider.decide(
        state, new Asked<>("c", new Asker.Workshop(id(who)), NOON, 0, new Busy(), of(id(who))));
  }

  private static String reason(Decision<JobEvent> decision) {
    return ((Decision.Rejected<JobEvent>) decision).rejection().reason();
  }

  @Test
  void nobodyBidsInAnothersName() {
    job.open(wish(1).with(LOOKING), RULES);
    job.life
        .when(new Asker.Workshop(id(1)), of(id(0)))
        .thenRejected(Kind.FORBIDDEN, "not among those who may still answer");
  }

  private Then<JobEvent> bid(WorkshopId workshop) {
    return job.say(of(workshop), workshop);
  }

  private PlaceBid of(WorkshopId workshop) {
    return new PlaceBid(
        job.next(workshop),
        JobLife.JOB,
        1,
        MK3,
        1,
        1_800.123_456,
        EVENING.plusSeconds(7),
        LONGEST,
        OTHERWISE);
  }

  private static WorkshopId id(int number) {
    return new WorkshopId("w%079d".formatted(number));
  }
}
