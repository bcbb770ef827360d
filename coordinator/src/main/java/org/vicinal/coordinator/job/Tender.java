package org.vicinal.coordinator.job;

import java.time.Instant;
import java.util.List;

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

  public Tender {
    silent = List.copyOf(silent);
    bids = List.copyOf(bids);
  }
}
