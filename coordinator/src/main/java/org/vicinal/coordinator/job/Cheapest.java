package org.vicinal.coordinator.job;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The smallest sum for all missing pieces with no more handovers than allowed.
 *
 * <p>A bid costs something once and something per piece. Whichever bids are taken, it is cheapest
 * to fill those with the lowest cost per piece, so that all but the dearest of them are taken
 * whole. Hence a table over (bids taken whole, pieces covered), built in the order of the cost per
 * piece; each bid may also be the last one, which gives the rest. Exact up to the rounding of a
 * share; at most 256 bids x 16 handovers x the pieces steps.
 */
final class Cheapest {
  private static final long NEVER = Long.MAX_VALUE / 4;

  /** The last bid taken, how many of its pieces, and what was taken before it. */
  private record Taken(Bid bid, int pieces, @org.jspecify.annotations.Nullable Taken before) {}

  private final int missing;
  private final long[][] sums; // by bids taken whole and pieces covered
  private final Taken[][] paths;
  private long best = NEVER;
  private @org.jspecify.annotations.Nullable Taken bestPath;

  private Cheapest(int missing, int handovers) {
    this.missing = missing;
    sums = new long[handovers][missing];
    paths = new Taken[handovers][missing];
    for (var row : sums) {
      Arrays.fill(row, NEVER);
    }
    sums[0][0] = 0;
  }

  /** The plan; the bids together cover what is missing. Of equal sums the fewest handovers. */
  static Plan plan(List<Bid> ranked, int missing, int handovers) {
    var table = new Cheapest(missing, Math.min(handovers, ranked.size()));
    ranked.stream().sorted(Comparator.comparingDouble(Cheapest::perPiece)).forEach(table::consider);
    var chosen = new ArrayList<Pick>();
    for (var taken = table.bestPath; taken != null; taken = taken.before()) {
      chosen.addFirst(new Pick(taken.bid().workshop(), taken.pieces()));
    }
    return new Plan(chosen);
  }

  /** What one piece more costs. */
  private static double perPiece(Bid bid) {
    long whole = bid.price().minorUnits();
    long once = bid.price().share(0, bid.pieces()).minorUnits();
    return (double) (whole - once) / bid.pieces();
  }

  private void consider(Bid bid) {
    long whole = bid.price().minorUnits();
    for (int taken = sums.length - 1; taken >= 0; taken--) {
      for (int covered = missing - 1; covered >= 0; covered--) {
        if (sums[taken][covered] < NEVER) {
          last(bid, taken, covered);
          if (taken + 1 < sums.length && covered + bid.pieces() < missing) {
            whole(bid, taken, covered, sums[taken][covered] + whole);
          }
        }
      }
    }
  }

  private void last(Bid bid, int taken, int covered) {
    int rest = missing - covered;
    if (rest > bid.pieces()) {
      return;
    }
    long sum = sums[taken][covered] + bid.price().share(rest, bid.pieces()).minorUnits();
    if (sum < best || (sum == best && taken + 1 < length(bestPath))) {
      best = sum;
      bestPath = new Taken(bid, rest, paths[taken][covered]);
    }
  }

  private void whole(Bid bid, int taken, int covered, long sum) {
    int now = covered + bid.pieces();
    if (sum < sums[taken + 1][now]) {
      sums[taken + 1][now] = sum;
      paths[taken + 1][now] = new Taken(bid, bid.pieces(), paths[taken][covered]);
    }
  }

  private static int length(@org.jspecify.annotations.Nullable Taken path) {
    int length = 0;
    for (var at = path; at != null; at = at.before()) {
      length++;
    }
    return length;
  }
}
