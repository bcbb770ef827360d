package org.vicinal.coordinator.job;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.vicinal.coordinator.order.Choosing.Rule;
import org.vicinal.messages.id.JobId;

/**
 * Bids in the order of a rule. A workshop that has already failed the job comes after those that
 * have not.
 *
 * <p>Ties are broken by a number made of the job, the round and the workshop: the same everywhere
 * and for ever, and over many jobs fair to every name.
 */
final class Ranking {
  private Ranking() {}

  /**
   * @param later of whom the community wants that they come after the others
   */
  static List<Bid> of(Rule rule, List<Bid> bids, List<Lot> lots, JobId job, Predicate<Bid> later) {
    return bids.stream()
        .sorted(
            Comparator.comparingLong((Bid bid) -> Lots.failures(lots, bid.workshop()))
                .thenComparing(later::test)
                .thenComparing(by(rule))
                .thenComparingLong(bid -> luck(job, bid))
                .thenComparing(bid -> bid.workshop().value()))
        .toList();
  }

  /** Whether nothing but the draw told them apart. */
  static boolean tied(Rule rule, Bid one, Bid other) {
    return by(rule).compare(one, other) == 0;
  }

  private static Comparator<Bid> by(Rule rule) {
    return switch (rule) {
      case NEAREST, I_CHOOSE -> Comparator.comparingDouble(Bid::metres);
      case CHEAPEST -> Comparator.comparingDouble(Ranking::perPiece);
      case SOONEST -> Comparator.comparing(Bid::readyBy);
      case SPREAD -> Comparator.comparingDouble(Bid::hoursLately);
    };
  }

  private static double perPiece(Bid bid) {
    return (double) bid.price().minorUnits() / bid.pieces();
  }

  /** FNV-1a over the names, then mixed (the finaliser of SplitMix64). */
  static long luck(JobId job, Bid bid) {
    long hash = 0xcbf29ce484222325L;
    var names = job + "/" + bid.round() + "/" + bid.workshop();
    for (int i = 0; i < names.length(); i++) {
      hash = (hash ^ names.charAt(i)) * 0x100000001b3L;
    }
    hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
    hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
    return hash ^ (hash >>> 31);
  }

  /** The unit in which most pieces are offered: bids in others are never compared with it. */
  static String commonUnit(List<Bid> bids) {
    Map<String, Long> pieces = new TreeMap<>();
    bids.forEach(bid -> pieces.merge(bid.price().kind(), (long) bid.pieces(), Long::sum));
    return pieces.entrySet().stream()
        .max(Map.Entry.<String, Long>comparingByValue())
        .map(Map.Entry::getKey)
        .orElse("");
  }
}
