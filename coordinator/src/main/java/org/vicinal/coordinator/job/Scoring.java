package org.vicinal.coordinator.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.vicinal.coordinator.job.JobState.Making;
import org.vicinal.coordinator.order.Choosing;
import org.vicinal.coordinator.order.Choosing.Rule;

/** A choice by rule in words, so that it can be asked why and answers line by line. */
final class Scoring {
  /** More bids than this are counted, not listed. */
  private static final int MOST_LISTED = 20;

  private Scoring() {}

  /** What was to be decided, and how it came out. */
  static List<String> summary(
      Choosing choosing, Rule rule, int missing, int handovers, Plan plan, Spreading spreading) {
    var lines = new ArrayList<String>();
    lines.add(
        "rule: %s%s"
            .formatted(
                rule.words(),
                choosing.by() == Rule.I_CHOOSE ? ", because the customer did not choose" : ""));
    lines.add(
        "%s missing, %s allowed"
            .formatted(count(missing, "piece is", "pieces are"), handovers(handovers)));
    lines.add(
        plan.pieces() == missing
            ? "all of them go to %s".formatted(count(plan.parts().size(), "workshop", "workshops"))
            : "%d of them can be given; the others are asked for farther out"
                .formatted(plan.pieces()));
    lines.add(spreading.words());
    return lines;
  }

  /** Every bid in the order of the rule, with what was looked at. */
  static List<Weighed> table(
      Making state, Rule rule, List<Bid> ranked, Plan plan, Spreading spreading) {
    var table = new ArrayList<Weighed>();
    for (var bid : ranked) {
      var whole = Choice.bidOf(state.standby(), bid.workshop());
      var lines = lines(state, rule, bid, plan, ranked);
      if (whole != null) {
        lines.addAll(lines.size() - 1, spreading.lines(whole));
      }
      table.add(new Weighed(bid.workshop(), plan.piecesOf(bid), lines));
    }
    for (var bid : state.standby()) {
      if (Choice.bidOf(ranked, bid.workshop()) == null) {
        table.add(new Weighed(bid.workshop(), 0, whyNot(bid, rule)));
      }
    }
    return table.stream().limit(MOST_LISTED).toList();
  }

  private static List<String> lines(Making state, Rule rule, Bid bid, Plan plan, List<Bid> ranked) {
    var lines = new ArrayList<String>();
    lines.add(first(rule, bid));
    lines.add(
        "%s for %s, ready by %s"
            .formatted(
                count(bid.pieces(), "piece", "pieces"),
                bid.price().words(),
                Words.time(bid.readyBy())));
    long failures = Lots.failures(state.lots(), bid.workshop());
    if (failures > 0) {
      lines.add(
          "comes after the others: %s of this job not brought to an end"
              .formatted(count((int) failures, "lot", "lots")));
    }
    if (ranked.stream().anyMatch(other -> !other.equals(bid) && Ranking.tied(rule, bid, other))) {
      lines.add("level with another: the order of those was drawn, from the job's number");
    }
    int pieces = plan.piecesOf(bid);
    lines.add(
        pieces == 0
            ? "not needed"
            : "gets %s for %s"
                .formatted(
                    count(pieces, "piece", "pieces"),
                    bid.price().share(pieces, bid.pieces()).words()));
    return lines;
  }

  private static String first(Rule rule, Bid bid) {
    return switch (rule) {
      case NEAREST, I_CHOOSE -> Words.metres(bid.metres());
      case CHEAPEST ->
          String.format(
              Locale.ROOT,
              "%.1f minor units a piece",
              bid.price().minorUnits() / (double) bid.pieces());
      case SOONEST -> "ready by " + Words.time(bid.readyBy());
      case SPREAD ->
          bid.share() == null
              ? "a newcomer: no work lately"
              : String.format(Locale.ROOT, "%.1f hours of work lately", bid.hoursLately());
    };
  }

  private static List<String> whyNot(Bid bid, Rule rule) {
    if (!bid.keeps()) {
      return List.of("a counter-bid: " + String.join("; ", bid.differs()));
    }
    return rule == Rule.CHEAPEST
        ? List.of("asks %s, which is not compared with another unit".formatted(bid.price().words()))
        : List.of("could not begin in time any more");
  }

  /** Such as {@code of 3 bids}; the only one says so. */
  static String of(int bids) {
    return bids == 1 ? ", the only bid that keeps to the wish" : " of %d bids".formatted(bids);
  }

  private static String handovers(int count) {
    return count(count, "handover", "handovers");
  }

  private static String count(int count, String one, String many) {
    return count + " " + (count == 1 ? one : many);
  }
}
