package org.vicinal.coordinator.job;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.vicinal.coordinator.job.JobEvent.BidsOffered;
import org.vicinal.coordinator.job.JobEvent.BidsWeighed;
import org.vicinal.coordinator.job.JobState.Making;
import org.vicinal.coordinator.order.Choosing;
import org.vicinal.coordinator.order.Choosing.Rule;
import org.vicinal.messages.id.WorkshopId;

/** Who gets it: by the customer's rule, or by the customer. */
final class Choice {
  private Choice() {}

  /** What is left of the bids decides by the rule of the order, as far as it can. */
  static void byRule(Unfolding unfolding, String because) {
    var state = (Making) unfolding.state();
    var choosing = choosing(state);
    var rule = choosing.by() == Rule.I_CHOOSE ? choosing.otherwise() : choosing.by();
    int missing = Calling.missing(state.task(), state.lots());
    int handovers = choosing.handovers() - places(state.lots());
    var spreading =
        Spreading.of(
            state.task().rules(), state.standby(), unfolding.neighbourhood(), unfolding.at());
    var able = able(state, rule, unfolding.at()).stream().map(spreading::limited).toList();
    if (missing == 0 || able.isEmpty() || state.lots().size() >= Lots.MOST) {
      return;
    }
    int room = Math.min(Math.max(1, handovers), Lots.MOST - state.lots().size());
    var ranked = Ranking.of(rule, able, state.lots(), state.task().id(), spreading::comesLater);
    var plan = plan(rule, ranked, missing, room, spreading);
    unfolding.then(
        new BidsWeighed(
            state.task().id(),
            state.search().round(),
            rule,
            Scoring.summary(choosing, rule, missing, room, plan, spreading),
            Scoring.table(state, rule, ranked, plan, spreading)));
    award(unfolding, plan.parts(), because + rule.words() + Scoring.of(ranked.size()));
  }

  /** Who comes after the others is needed only where the others do not suffice. */
  private static Plan plan(
      Rule rule, List<Bid> ranked, int missing, int room, Spreading spreading) {
    var first = ranked.stream().filter(bid -> !spreading.comesLater(bid)).toList();
    return Plan.covers(first, missing, room)
        ? Plan.of(rule, first, missing, room)
        : Plan.of(rule, ranked, missing, room);
  }

  /** What was chosen becomes lots, in this order. */
  static void award(Unfolding unfolding, List<Pick> picks, String why) {
    for (var pick : picks) {
      var state = (Making) unfolding.state();
      var bid = bidOf(state.standby(), pick.workshop());
      if (bid != null && state.lots().size() < Lots.MOST) {
        unfolding.then(
            Awarding.lotFor(
                state,
                bid,
                pick.pieces(),
                bid.price().share(pick.pieces(), bid.pieces()),
                unfolding,
                why));
      }
    }
  }

  /**
   * Bids that a rule may take: they keep to the wish, can be kept, and are of one unit if need be.
   */
  private static List<Bid> able(Making state, Rule rule, Instant now) {
    var able =
        state.standby().stream().filter(Bid::keeps).filter(bid -> bid.canStillBegin(now)).toList();
    if (rule != Rule.CHEAPEST) {
      return able;
    }
    var unit = Ranking.commonUnit(able);
    return able.stream().filter(bid -> bid.price().kind().equals(unit)).toList();
  }

  /** At how many workshops there is something to fetch already. */
  static int places(List<Lot> lots) {
    return (int)
        lots.stream()
            .filter(lot -> lot.standing().live() || lot.made() > 0)
            .map(lot -> lot.from().workshop())
            .distinct()
            .count();
  }

  /** Whether this call's bids go to the customer before anything is awarded. */
  static boolean isAsked(Making state) {
    var choosing = state.task().wish().choosing();
    return choosing != null && choosing.by() == Rule.I_CHOOSE && !state.standby().isEmpty();
  }

  /** The customer may look, and the search waits. */
  static void offer(Unfolding unfolding, boolean last) {
    var state = (Making) unfolding.state();
    var choosing = choosing(state);
    var bids = new ArrayList<>(state.standby());
    if (last) {
      state.search().counters().stream()
          .filter(counter -> bidOf(bids, counter.workshop()) == null)
          .forEach(bids::add);
    }
    var until = unfolding.at().plus(choosing.lookFor());
    var wanted = state.task().wish().wanted();
    unfolding.then(
        new BidsOffered(
            state.task().id(),
            state.search().round(),
            bids.stream().limit(Tender.MOST_CALLED).toList(),
            last || until.isBefore(wanted) ? until : wanted,
            last
                ? "the order ends without them"
                : choosing.otherwise().words() + " of those that keep to the wish gets it",
            last));
  }

  /** As the customer said; older orders said nothing. */
  static Choosing choosing(Making state) {
    var said = state.task().wish().choosing();
    return said == null ? Choosing.USUAL : said;
  }

  static @org.jspecify.annotations.Nullable Bid bidOf(List<Bid> bids, WorkshopId workshop) {
    return bids.stream().filter(bid -> bid.workshop().equals(workshop)).findFirst().orElse(null);
  }
}
