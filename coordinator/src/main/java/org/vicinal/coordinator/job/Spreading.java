package org.vicinal.coordinator.job;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.vicinal.coordinator.community.CommunityRules;
import org.vicinal.coordinator.community.Fairness;
import org.vicinal.coordinator.decide.Neighbourhood;
import org.vicinal.messages.id.WorkshopId;

/**
 * The community's rules of {@linkplain Fairness fairness} on the bids of one decision: who comes
 * after the others, and how much a newcomer may be given. They bind rules, never a customer who
 * chooses.
 */
final class Spreading {
  private final Fairness rules;
  private final int version;
  private final Map<WorkshopId, Double> tooMuch = new HashMap<>();

  private Spreading(Fairness rules, int version) {
    this.rules = rules;
    this.version = version;
  }

  static Spreading of(
      CommunityRules rules, List<Bid> bids, Neighbourhood neighbourhood, Instant now) {
    var spreading = new Spreading(rules.spreading(), rules.version());
    double all = neighbourhood.hoursLately(now);
    for (var bid : bids) {
      double share = all <= 0 ? 0 : neighbourhood.shareOf(bid.workshop(), now).hoursLately() / all;
      if (share > spreading.rules.largestShare()) {
        spreading.tooMuch.put(bid.workshop(), share);
      }
    }
    return spreading;
  }

  /** Whether it has had more of the work than the rules allow, and comes after the others. */
  boolean comesLater(Bid bid) {
    return tooMuch.containsKey(bid.workshop());
  }

  /** As much of it as a rule may take. */
  Bid limited(Bid bid) {
    return isLimited(bid) ? bid.of(rules.probationPieces()) : bid;
  }

  private boolean isLimited(Bid bid) {
    int made = bid.share() == null ? 0 : bid.share().lotsMade();
    return made < rules.probationLots() && bid.pieces() > rules.probationPieces();
  }

  /** What the rules did to this bid, line by line; nothing most of the time. */
  List<String> lines(Bid whole) {
    var lines = new ArrayList<String>();
    var share = tooMuch.get(whole.workshop());
    if (share != null) {
      lines.add(
          String.format(
              Locale.ROOT,
              "comes after the others: it has %.0f %% of the work of late, and the community allows"
                  + " %.0f %%",
              100 * share,
              100 * rules.largestShare()));
    }
    if (isLimited(whole)) {
      lines.add(
          "on probation until it has brought %d to an end (lots): at most %d of the %d pieces it offers"
              .formatted(rules.probationLots(), rules.probationPieces(), whole.pieces()));
    }
    return lines;
  }

  /** By which rules. */
  String words() {
    return version == 0
        ? "by the usual rules, as the community has not enacted its own"
        : "by the community's rules, version " + version;
  }
}
