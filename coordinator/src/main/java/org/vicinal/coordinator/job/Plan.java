package org.vicinal.coordinator.job;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vicinal.coordinator.order.Choosing.Rule;

/**
 * Which bids get how many of the missing pieces, by a rule and with no more handovers than allowed.
 *
 * <p>Every handover is a journey, so of equally good plans the one with the fewest is taken; only
 * fair shares use all that are allowed. A plan that covers everything is exact: the smallest
 * farthest distance, the earliest last piece, the smallest sum. When no plan covers everything, one
 * handover is kept back for the rings farther out, and the others are used.
 *
 * @param parts in the order of the rule
 */
record Plan(List<Pick> parts) {
  private static final Plan NOTHING = new Plan(List.of());

  Plan {
    parts = List.copyOf(parts);
  }

  /**
   * @param ranked the bids that keep to the wish, best first by {@code rule}; one unit only when it
   *     is {@link Rule#CHEAPEST}
   * @param missing how many pieces, from 1
   * @param handovers how many more are allowed, from 1
   */
  static Plan of(Rule rule, List<Bid> ranked, int missing, int handovers) {
    if (ranked.isEmpty()) {
      return NOTHING;
    }
    if (!covers(ranked, missing, handovers)) {
      return handovers == 1
          ? NOTHING
          : filled(ranked.subList(0, Math.min(handovers - 1, ranked.size())), missing);
    }
    return switch (rule) {
      case NEAREST, SOONEST, I_CHOOSE ->
          filled(shortest(rule, ranked, missing, handovers), missing);
      case CHEAPEST -> Cheapest.plan(ranked, missing, handovers);
      case SPREAD -> shared(ranked, missing, handovers);
    };
  }

  static boolean covers(List<Bid> bids, int missing, int handovers) {
    return bids.stream()
            .map(Bid::pieces)
            .sorted(Comparator.reverseOrder())
            .limit(handovers)
            .mapToLong(Integer::longValue)
            .sum()
        >= missing;
  }

  /** Of the shortest run of best bids that can cover it, with those level to its last, as few. */
  private static List<Bid> shortest(Rule rule, List<Bid> ranked, int missing, int handovers) {
    int end = 1;
    while (!covers(ranked.subList(0, end), missing, handovers)) {
      end++;
    }
    while (end < ranked.size() && Ranking.tied(rule, ranked.get(end - 1), ranked.get(end))) {
      end++;
    }
    var run = ranked.subList(0, end);
    int few = 1;
    while (!covers(run, missing, few)) {
      few++;
    }
    var largest =
        run.stream().sorted(Comparator.comparingInt(Bid::pieces).reversed()).limit(few).toList();
    return run.stream().filter(largest::contains).toList();
  }

  /** In this order, each as many as it offers. */
  static Plan filled(List<Bid> bids, int missing) {
    var parts = new ArrayList<Pick>();
    int left = missing;
    for (var bid : bids) {
      if (left > 0) {
        int pieces = Math.min(left, bid.pieces());
        parts.add(new Pick(bid.workshop(), pieces));
        left -= pieces;
      }
    }
    return new Plan(parts);
  }

  /** As equal as the bids allow, to as many as are allowed. */
  private static Plan shared(List<Bid> ranked, int missing, int handovers) {
    int many = Math.min(Math.min(handovers, ranked.size()), missing);
    var first = ranked.subList(0, many);
    var bids = covers(first, missing, many) ? first : widest(ranked, missing, handovers);
    Map<Bid, Integer> shares = new HashMap<>();
    int left = missing;
    while (left > 0) {
      var open = bids.stream().filter(bid -> shares.getOrDefault(bid, 0) < bid.pieces()).toList();
      int each = Math.max(1, left / open.size());
      for (var bid : open) {
        int more = Math.min(Math.min(each, left), bid.pieces() - shares.getOrDefault(bid, 0));
        shares.merge(bid, more, Integer::sum);
        left -= more;
      }
    }
    return new Plan(
        bids.stream()
            .filter(bid -> shares.getOrDefault(bid, 0) > 0)
            .map(bid -> new Pick(bid.workshop(), shares.getOrDefault(bid, 0)))
            .toList());
  }

  /** The shortest run of best bids that can cover it, the largest of them. */
  private static List<Bid> widest(List<Bid> ranked, int missing, int handovers) {
    int end = 1;
    while (!covers(ranked.subList(0, end), missing, handovers)) {
      end++;
    }
    var run = ranked.subList(0, end);
    var largest =
        run.stream()
            .sorted(Comparator.comparingInt(Bid::pieces).reversed())
            .limit(handovers)
            .toList();
    return run.stream().filter(largest::contains).toList();
  }

  int piecesOf(Bid bid) {
    return parts.stream()
        .filter(part -> part.workshop().equals(bid.workshop()))
        .mapToInt(Pick::pieces)
        .sum();
  }

  int pieces() {
    return parts.stream().mapToInt(Pick::pieces).sum();
  }
}
