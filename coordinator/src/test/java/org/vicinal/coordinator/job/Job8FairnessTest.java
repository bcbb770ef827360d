package org.vicinal.coordinator.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vicinal.coordinator.decide.Things.EVENING;
import static org.vicinal.coordinator.decide.Things.FAR_FIELD;
import static org.vicinal.coordinator.decide.Things.MILL_ROAD;
import static org.vicinal.coordinator.decide.Things.NOON;
import static org.vicinal.coordinator.decide.Things.RULES;
import static org.vicinal.coordinator.decide.Things.WEIR_LANE;
import static org.vicinal.coordinator.decide.Things.wish;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vicinal.coordinator.community.Fairness;
import org.vicinal.coordinator.decide.Life.Then;
import org.vicinal.coordinator.decide.Neighbourhood;
import org.vicinal.coordinator.decide.Share;
import org.vicinal.coordinator.decide.Shares;
import org.vicinal.coordinator.job.JobEvent.BidsOffered;
import org.vicinal.coordinator.job.JobEvent.BidsWeighed;
import org.vicinal.coordinator.job.JobEvent.LotAwarded;
import org.vicinal.coordinator.order.Choosing;
import org.vicinal.coordinator.order.Choosing.Rule;
import org.vicinal.messages.id.WorkshopId;
import org.vicinal.messages.place.Place;
import org.vicinal.messages.work.Handover;

/** A community may bind rules: a largest share for everybody, a probation for newcomers. */
class Job8FairnessTest {
  private final Shares shares = new Shares();

  private JobLife job(int pieces, Choosing choosing, Fairness fairness) {
    var job = JobLife.among(new Remembering(shares));
    job.open(wish(pieces).with(choosing), RULES.with(fairness).asVersion(3));
    return job;
  }

  private record Remembering(Shares shares) implements Neighbourhood {
    @Override
    public List<Neighbour> within(Place middle, double metres) {
      return JobLife.TOWN.within(middle, metres);
    }

    @Override
    public Share shareOf(WorkshopId workshop, Instant now) {
      return shares.of(workshop, now);
    }

    @Override
    public double hoursLately(Instant now) {
      return shares.hoursLately(now);
    }
  }

  private static Choosing by(Rule rule, int handovers) {
    return new Choosing(
        rule, Rule.NEAREST, null, null, Handover.PICKUP, false, handovers, Duration.ofHours(2));
  }

  private static List<String> given(Then<JobEvent> then) {
    return then.events().stream()
        .filter(LotAwarded.class::isInstance)
        .map(LotAwarded.class::cast)
        .map(it -> it.workshop() + " " + it.pieces())
        .toList();
  }

  @Test
  void whoHasMoreThanTheLargestShareComesAfterTheOthers() {
    shares.given(WEIR_LANE, 9, NOON);
    shares.given(FAR_FIELD, 1, NOON);
    for (var rule : List.of(Rule.NEAREST, Rule.CHEAPEST, Rule.SOONEST)) {
      var job = job(1, by(rule, 1), new Fairness(0.5, 0, 1));
      job.bid(WEIR_LANE, 1, EVENING.minusSeconds(60), 100);
      var then = job.bid(MILL_ROAD, 1, EVENING, 900);
      assertThat(given(then)).as(rule.words()).containsExactly("mill-road 1");
      var why = then.the(BidsWeighed.class);
      assertThat(why.summary()).contains("by the community's rules, version 3");
      assertThat(why.table().getLast().lines())
          .contains(
              "comes after the others: it has 90 % of the work of late, and the community allows 50"
                  + " %");
    }
  }

  @Test
  void whereNobodyElseCanTheLargestShareStopsNothing() {
    shares.given(WEIR_LANE, 9, NOON);
    var job = job(1, by(Rule.NEAREST, 1), new Fairness(0.5, 0, 1));
    job.bid(WEIR_LANE, 1, EVENING, 100);
    assertThat(given(job.refuse(MILL_ROAD, "busy"))).containsExactly("weir-lane 1");
  }

  @Test
  void aNewcomerOnProbationGetsFewPieces() {
    shares.made(MILL_ROAD, NOON.minusSeconds(60));
    var job = job(5, by(Rule.NEAREST, 2), new Fairness(1, 1, 2));
    job.bid(WEIR_LANE, 5, EVENING, 500);
    var then = job.bid(MILL_ROAD, 5, EVENING, 500);
    assertThat(given(then)).containsExactly("mill-road 5");
    assertThat(then.the(BidsWeighed.class).table().getFirst().lines())
        .contains(
            "on probation until it has brought 1 to an end (lots): at most 2 of the 5 pieces it"
                + " offers");
    var small = job(2, by(Rule.NEAREST, 1), new Fairness(1, 1, 2));
    small.bid(MILL_ROAD, 2, EVENING, 500);
    assertThat(given(small.bid(WEIR_LANE, 2, EVENING, 500))).containsExactly("weir-lane 2");
  }

  @Test
  void aCustomerMayTakeMoreOfANewcomerThanARule() {
    var job = job(5, by(Rule.NEAREST, 1), new Fairness(1, 3, 1));
    job.bid(WEIR_LANE, 5, EVENING, 500);
    job.refuse(MILL_ROAD, "busy");
    var then = job.refuse(FAR_FIELD, "busy");
    assertThat(then.the(BidsOffered.class).bids()).hasSize(1);
  }

  @Test
  void equalsAreDrawnAndItIsSaid() {
    var job = job(1, by(Rule.CHEAPEST, 1), Fairness.NONE);
    job.bid(WEIR_LANE, 1, EVENING, 500);
    var then = job.bid(MILL_ROAD, 1, EVENING, 500);
    assertThat(then.the(BidsWeighed.class).table().getFirst().lines())
        .anySatisfy(line -> assertThat(line).startsWith("level with another"));
  }
}
