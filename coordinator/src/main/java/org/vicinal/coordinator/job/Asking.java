package org.vicinal.coordinator.job;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.vicinal.coordinator.decide.Neighbourhood;
import org.vicinal.coordinator.decide.Neighbourhood.Neighbour;
import org.vicinal.coordinator.decide.Share;
import org.vicinal.coordinator.order.Wish;
import org.vicinal.messages.fit.Fit;
import org.vicinal.messages.fit.Shortfall;

/**
 * Who of a ring is asked, and who is not because no machine there can make it.
 *
 * @param called nearest first
 * @param nearMisses best first
 * @param there how many workshops the ring has
 */
record Asking(List<Called> called, List<NearMiss> nearMisses, int there) {
  /** Nearest to a fit first; another kind of machine is no near miss and comes last. */
  static final Comparator<NearMiss> BEST_FIRST =
      Comparator.comparing(Asking::otherProcess)
          .thenComparingInt(miss -> miss.shortfalls().stream().mapToInt(Shortfall::weight).sum())
          .thenComparingDouble(NearMiss::lackMm)
          .thenComparingDouble(NearMiss::metres)
          .thenComparing(miss -> miss.workshop().value())
          .thenComparing(miss -> miss.machine().value());

  /** Looks at everybody farther than {@code inner} and up to {@code outer} metres away. */
  static Asking of(
      Wish wish, Neighbourhood neighbourhood, double inner, double outer, Instant now) {
    var called = new ArrayList<Called>();
    var misses = new ArrayList<NearMiss>();
    int there = 0;
    for (var neighbour : neighbourhood.within(wish.place(), outer)) {
      if (neighbour.metres() > inner) {
        there++;
        if (!fits(wish, neighbour, misses)) {
          continue;
        }
        if (called.size() < Tender.MOST_CALLED) {
          var share = neighbourhood.shareOf(neighbour.workshop(), now);
          boolean told = wish.choosing() != null && !share.equals(Share.NONE);
          called.add(new Called(neighbour.workshop(), neighbour.metres(), told ? share : null));
        }
      }
    }
    return new Asking(called, best(misses), there);
  }

  private static boolean fits(Wish wish, Neighbour neighbour, List<NearMiss> misses) {
    var found = new ArrayList<NearMiss>();
    for (var machine : neighbour.machines()) {
      switch (Fit.of(wish.requirement(), machine)) {
        case Fit.Fits _ -> {
          return true;
        }
        case Fit.Misfit misfit ->
            found.add(
                new NearMiss(
                    neighbour.workshop(),
                    neighbour.metres(),
                    machine.machine(),
                    misfit.shortfalls(),
                    misfit.lackMm()));
      }
    }
    misses.addAll(found);
    return false;
  }

  private static boolean otherProcess(NearMiss miss) {
    return miss.shortfalls().stream().anyMatch(shortfall -> shortfall.what().equals("process"));
  }

  /** The few best of {@code misses}. */
  static List<NearMiss> best(List<NearMiss> misses) {
    return misses.stream().sorted(BEST_FIRST).limit(Search.MOST_LEARNED).toList();
  }

  /** Why nobody in this ring is asked. */
  String whyNobody() {
    if (there == 0) {
      return "no workshop is there";
    }
    return (there == 1 ? "1 workshop is there" : there + " workshops are there")
        + ", and no machine can make it";
  }
}
