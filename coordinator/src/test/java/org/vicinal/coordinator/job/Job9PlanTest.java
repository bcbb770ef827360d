package org.vicinal.coordinator.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vicinal.coordinator.decide.Things.MK3;
import static org.vicinal.coordinator.decide.Things.NOON;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.vicinal.coordinator.decide.Share;
import org.vicinal.coordinator.order.Choosing.Rule;
import org.vicinal.messages.id.JobId;
import org.vicinal.messages.id.WorkshopId;
import org.vicinal.messages.work.Price;

/**
 * A plan that covers everything is the best there is by its rule: compared with every other way to
 * divide the pieces. Ties are drawn, the same for ever, and over many jobs fair.
 */
class Job9PlanTest {
  private static final long SEED = Long.getLong("vicinal.seed", 0);
  private static final int SEEDS = Integer.getInteger("vicinal.seeds", 150);

  @Test
  void noOtherWayIsNearerSoonerOrCheaper() {
    for (long seed = SEED; seed < SEED + SEEDS; seed++) {
      var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
      var bids = bids(random);
      int missing = random.nextInt(1, 9);
      int handovers = random.nextInt(1, 4);
      var ways = ways(bids, missing, handovers);
      var of = "-Dvicinal.seed=" + seed + ", %s: ";
      best(Rule.NEAREST, bids, missing, handovers, ways, of, Job9PlanTest::farthest);
      best(Rule.SOONEST, bids, missing, handovers, ways, of, Job9PlanTest::last);
      best(Rule.CHEAPEST, bids, missing, handovers, ways, of, Job9PlanTest::sum);
      fair(bids, missing, handovers, ways, of);
    }
  }

  private static void best(
      Rule rule,
      List<Bid> bids,
      int missing,
      int handovers,
      List<Map<Bid, Integer>> ways,
      String of,
      ToDoubleFunction<Map<Bid, Integer>> cost) {
    var plan = Plan.of(rule, ranked(rule, bids, "job-1"), missing, handovers);
    assertThat(plan.parts().size()).as(of, rule).isLessThanOrEqualTo(handovers);
    assertThat(plan.pieces() == missing).as(of, rule).isEqualTo(!ways.isEmpty());
    if (!ways.isEmpty()) {
      double least = ways.stream().mapToDouble(cost).min().orElseThrow();
      var way = wayOf(plan, bids);
      assertThat(cost.applyAsDouble(way)).as(of, rule).isEqualTo(least);
      long fewest =
          ways.stream()
              .filter(other -> cost.applyAsDouble(other) == least)
              .mapToInt(Map::size)
              .min()
              .orElseThrow();
      assertThat((long) way.size()).as(of + "handovers", rule).isEqualTo(fewest);
    }
  }

  /** Everybody who is taken has as equal a part as the bids allow. */
  private static void fair(
      List<Bid> bids, int missing, int handovers, List<Map<Bid, Integer>> ways, String of) {
    var plan = Plan.of(Rule.SPREAD, ranked(Rule.SPREAD, bids, "job-1"), missing, handovers);
    if (ways.isEmpty()) {
      return;
    }
    assertThat(plan.pieces()).as(of, Rule.SPREAD).isEqualTo(missing);
    var way = wayOf(plan, bids);
    for (var less : way.keySet()) {
      for (var more : way.keySet()) {
        boolean couldTakeOneMore = way.get(less) < less.pieces();
        assertThat(couldTakeOneMore && way.get(more) - way.get(less) > 1)
            .as(of + way, Rule.SPREAD)
            .isFalse();
      }
    }
  }

  @Test
  void tiesAreTheSameForEverAndFairOverManyJobs() {
    var same = new ArrayList<Bid>();
    for (int i = 0; i < 8; i++) {
      same.add(bid(3 * i, 1, 500, 1_000, NOON.plusSeconds(60)));
    }
    Map<WorkshopId, Integer> won = new HashMap<>();
    for (int i = 0; i < 8_000; i++) {
      var first = ranked(Rule.CHEAPEST, same, "job-" + i).getFirst();
      assertThat(ranked(Rule.CHEAPEST, same.reversed(), "job-" + i).getFirst()).isEqualTo(first);
      won.merge(first.workshop(), 1, Integer::sum);
    }
    assertThat(won).hasSize(8);
    assertThat(won.values()).allMatch(count -> count > 850 && count < 1_150); // 5 sigma
  }

  private static List<Bid> ranked(Rule rule, List<Bid> bids, String job) {
    return Ranking.of(rule, bids, List.of(), new JobId(job), bid -> false);
  }

  private static double farthest(Map<Bid, Integer> way) {
    return way.keySet().stream().mapToDouble(Bid::metres).max().orElseThrow();
  }

  private static double last(Map<Bid, Integer> way) {
    return way.keySet().stream()
        .mapToDouble(bid -> bid.readyBy().getEpochSecond())
        .max()
        .orElseThrow();
  }

  private static double sum(Map<Bid, Integer> way) {
    return way.entrySet().stream()
        .mapToDouble(
            part ->
                part.getKey().price().share(part.getValue(), part.getKey().pieces()).minorUnits())
        .sum();
  }

  private static Map<Bid, Integer> wayOf(Plan plan, List<Bid> bids) {
    Map<Bid, Integer> way = new HashMap<>();
    plan.parts().forEach(part -> way.put(Choice.bidOf(bids, part.workshop()), part.pieces()));
    return way;
  }

  /** Every way to have the pieces made by so many workshops or fewer. */
  private static List<Map<Bid, Integer>> ways(List<Bid> bids, int missing, int handovers) {
    var found = new ArrayList<Map<Bid, Integer>>();
    divide(bids, 0, missing, handovers, Map.of(), found);
    return found;
  }

  private static void divide(
      List<Bid> bids,
      int from,
      int missing,
      int handovers,
      Map<Bid, Integer> taken,
      List<Map<Bid, Integer>> found) {
    if (missing == 0) {
      found.add(taken);
    } else if (from < bids.size() && handovers > 0) {
      divide(bids, from + 1, missing, handovers, taken, found);
      for (int pieces = 1; pieces <= Math.min(missing, bids.get(from).pieces()); pieces++) {
        var more = new HashMap<>(taken);
        more.put(bids.get(from), pieces);
        divide(bids, from + 1, missing - pieces, handovers - 1, more, found);
      }
    }
  }

  private static List<Bid> bids(RandomGenerator random) {
    var bids = new ArrayList<Bid>();
    for (int i = random.nextInt(1, 7); i > 0; i--) {
      bids.add(
          bid(
              i,
              random.nextInt(1, 7),
              random.nextInt(1, 6) * 100,
              random.nextInt(0, 10) * 60,
              NOON.plusSeconds(3_600L * random.nextInt(1, 6))));
    }
    return bids;
  }

  /** The cents are per piece and set so that shares are whole; setting up comes once. */
  private static Bid bid(int number, int pieces, double metres, int cents, Instant ready) {
    var workshop = new WorkshopId("w-" + number);
    return new Bid(
        new Source(workshop, 1, 1),
        1,
        metres,
        MK3,
        pieces,
        60,
        ready,
        new Price(
            "EUR",
            List.of(
                new Price.Line("machine", (long) cents * pieces),
                new Price.Line("setting up", number % 3 * 100L, Price.Per.LOT))),
        null,
        List.of(),
        new Share(number % 2, 1),
        0);
  }
}
