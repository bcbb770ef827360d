package org.vicinal.coordinator.job;

import java.util.Comparator;
import java.util.List;
import org.vicinal.coordinator.deal.Footing;
import org.vicinal.coordinator.job.JobEvent.LotAwarded;
import org.vicinal.coordinator.job.JobState.Job;
import org.vicinal.coordinator.job.JobState.Making;
import org.vicinal.messages.id.LotId;
import org.vicinal.messages.work.Price;

/**
 * Makes lots of bids. Orders that say how to choose go by {@link Choice}; for older ones it is the
 * nearest that fits: of the bids that are ready in time, the nearest gets as many pieces as it
 * offered, then the next, until none are missing. A workshop that has already failed this job comes
 * after those that have not.
 */
final class Awarding {
  private Awarding() {}

  /**
   * Awards what is missing to the bids that are left from the last call.
   *
   * @param because begins the reason of each award; may be empty
   */
  static void award(Unfolding unfolding, String because) {
    var state = (Making) unfolding.state();
    if (state.task().wish().choosing() == null) {
      awardNearest(unfolding, because);
    } else {
      Choice.byRule(unfolding, because);
    }
  }

  /** As orders from before there was a choice are awarded. */
  private static void awardNearest(Unfolding unfolding, String because) {
    var state = (Making) unfolding.state();
    var ranked = ranked(state.standby(), state.lots());
    for (int i = 0; i < ranked.size(); i++) {
      var now = (Making) unfolding.state();
      int missing = Calling.missing(now.task(), now.lots());
      if (missing == 0 || now.lots().size() >= Lots.MOST) {
        return;
      }
      var bid = ranked.get(i);
      if (bid.canStillBegin(unfolding.at())) {
        unfolding.then(
            lotFor(
                now,
                bid,
                Math.min(missing, bid.pieces()),
                bid.price(),
                unfolding,
                because + why(i, ranked.size())));
      }
    }
  }

  /** Nearest first; among equals the cheaper, then by id, so that it is the same everywhere. */
  static List<Bid> ranked(List<Bid> bids, List<Lot> lots) {
    return bids.stream()
        .sorted(
            Comparator.comparingLong((Bid bid) -> Lots.failures(lots, bid.workshop()))
                .thenComparingDouble(Bid::metres)
                .thenComparing(bid -> bid.price().currency())
                .thenComparingLong(bid -> bid.price().minorUnits())
                .thenComparing(bid -> bid.workshop().value()))
        .toList();
  }

  static LotAwarded lotFor(
      Making state, Bid bid, int pieces, Price price, Unfolding unfolding, String why) {
    Job task = state.task();
    var choosing = task.wish().choosing();
    return new LotAwarded(
        new LotId(task.id(), unfolding.generation(), Lots.nextNumber(state.lots())),
        bid.workshop(),
        bid.metres(),
        bid.machine(),
        task.wish().title(),
        task.wish().requirement(),
        task.wish().files(),
        pieces,
        price,
        unfolding.at().plus(task.rules().acceptWindow()),
        bid.readyBy(),
        why,
        choosing == null ? null : bid.secondsPerPiece(),
        choosing != null && choosing.firstPiece() && pieces > 1,
        new Footing(
            task.order(),
            task.wish().customer(),
            bid.offering() == null ? null : bid.offering().keeping(),
            task.rules().version(),
            task.rules().waits()));
  }

  private static String why(int rank, int of) {
    if (of == 1) {
      return "the only bid that is ready in time";
    }
    return rank == 0
        ? "the nearest of %d bids that are ready in time".formatted(of)
        : "number %d by distance of %d bids that are ready in time".formatted(rank + 1, of);
  }
}
