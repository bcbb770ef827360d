package org.vicinal.coordinator.job;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vicinal.messages.id.WorkshopId;

/**
 * How far the search for workshops has come, and what it learned on the way.
 *
 * @param attempt from 1; 0 before the first
 * @param round the last call, from 1; 0 before the first
 * @param nextRing index of the ring to ask next in this attempt
 * @param misses the nearest misses, best first, at most {@value #MOST_LEARNED}
 * @param lateOffers bids that came too late for the day wanted, earliest first, as many
 * @param refusals what the last refusals said, as many
 * @param counters bids of earlier rounds that no rule could take, nearest to the wish first, at
 *     most {@value #MOST_COUNTERS}
 */
public record Search(
    int attempt,
    int round,
    int nextRing,
    List<NearMiss> misses,
    List<LateOffer> lateOffers,
    List<String> refusals,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Bid> counters) {
  static final int MOST_LEARNED = 4;
  private static final int MOST_COUNTERS = 16;
  static final Search NOT_BEGUN = new Search(0, 0, 0, List.of(), List.of(), List.of(), List.of());

  /** A promise for after the day that was wanted. */
  public record LateOffer(WorkshopId workshop, double metres, Instant readyBy) {}

  public Search(
      int attempt,
      int round,
      int nextRing,
      List<NearMiss> misses,
      List<LateOffer> lateOffers,
      List<String> refusals,
      @Nullable List<Bid> counters) {
    this.attempt = attempt;
    this.round = round;
    this.nextRing = nextRing;
    this.misses = List.copyOf(misses);
    this.lateOffers = List.copyOf(lateOffers);
    this.refusals = List.copyOf(refusals);
    this.counters = counters == null ? List.of() : List.copyOf(counters);
  }

  /** With these bids that no rule could take, the nearest to the wish; the newest of a workshop. */
  Search plusCounters(List<Bid> bids) {
    var all =
        Stream.concat(
                bids.stream(),
                counters.stream()
                    .filter(
                        old -> bids.stream().noneMatch(it -> it.workshop().equals(old.workshop()))))
            .sorted(
                Comparator.comparingInt((Bid bid) -> bid.differs().size())
                    .thenComparing(Bid::readyBy)
                    .thenComparingDouble(Bid::metres))
            .limit(MOST_COUNTERS)
            .toList();
    return withCounters(all);
  }

  Search withCounters(List<Bid> bids) {
    return new Search(attempt, round, nextRing, misses, lateOffers, refusals, bids);
  }

  Search plus(LateOffer offer) {
    var offers =
        Stream.concat(
                lateOffers.stream().filter(known -> !known.workshop().equals(offer.workshop())),
                Stream.of(offer))
            .sorted(Comparator.comparing(LateOffer::readyBy).thenComparingDouble(LateOffer::metres))
            .limit(MOST_LEARNED)
            .toList();
    return new Search(attempt, round, nextRing, misses, offers, refusals, counters);
  }

  Search plusRefusal(WorkshopId workshop, String reason) {
    var said = Stream.concat(refusals.stream(), Stream.of(workshop + ": " + reason)).toList();
    return new Search(
        attempt,
        round,
        nextRing,
        misses,
        lateOffers,
        said.subList(Math.max(0, said.size() - MOST_LEARNED), said.size()),
        counters);
  }
}
