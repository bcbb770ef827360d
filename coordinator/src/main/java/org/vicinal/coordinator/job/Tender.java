package org.vicinal.coordinator.job;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vicinal.coordinator.decide.Share;
import org.vicinal.messages.id.WorkshopId;

/**
 * One open call to one ring.
 *
 * @param closesAt when the ring's time is over; it closes earlier when all have answered
 * @param pieces how many were called for
 * @param silent those who have not answered
 * @param bids of this round, in time, one per workshop
 * @param answers how many have answered in any way
 */
public record Tender(
    int round, Instant closesAt, int pieces, List<Called> silent, List<Bid> bids, int answers) {
  /** The most workshops that one call asks, and so the most bids that a tender keeps. */
  static final int MOST_CALLED = 256;

  /** The most bytes of bids; what lies beside them in a state of 256 kB needs the rest. */
  private static final int MOST_WEIGHT = 170_000;

  public Tender {
    silent = List.copyOf(silent);
    bids = List.copyOf(bids);
  }

  Optional<Bid> bidOf(WorkshopId workshop) {
    return bids.stream().filter(bid -> bid.workshop().equals(workshop)).findFirst();
  }

  /** How far away a workshop is that may still answer; empty for any other. */
  Optional<Double> metresOf(WorkshopId workshop) {
    return silent.stream()
        .filter(called -> called.workshop().equals(workshop))
        .map(Called::metres)
        .findFirst()
        .or(() -> bidOf(workshop).map(Bid::metres));
  }

  /**
   * What a called workshop has had of the work; empty for a newcomer, and for who was not called.
   */
  Optional<Share> shareOf(WorkshopId workshop) {
    return silent.stream()
        .filter(called -> called.workshop().equals(workshop))
        .findFirst()
        .map(Called::share)
        .or(() -> bidOf(workshop).map(Bid::share));
  }

  /** After an answer of {@code workshop}; without its bid, if it had one. */
  Tender answeredBy(WorkshopId workshop) {
    var stillSilent =
        silent.stream().filter(called -> !called.workshop().equals(workshop)).toList();
    return new Tender(
        round,
        closesAt,
        pieces,
        stillSilent,
        bids.stream().filter(bid -> !bid.workshop().equals(workshop)).toList(),
        answers + silent.size() - stillSilent.size());
  }

  /** Whether there is room for a bid of {@code workshop} of this weight, in place of its last. */
  boolean hasRoom(WorkshopId workshop, int weight) {
    return weight
            + bids.stream()
                .filter(bid -> !bid.workshop().equals(workshop))
                .mapToInt(Bid::weight)
                .sum()
        <= MOST_WEIGHT;
  }

  Tender plus(Bid bid) {
    return new Tender(
        round,
        closesAt,
        pieces,
        silent,
        Stream.concat(bids.stream(), Stream.of(bid)).toList(),
        answers);
  }
}
