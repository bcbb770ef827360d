package org.vicinal.agent.workshop;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.vicinal.agent.journal.Fact;
import org.vicinal.agent.journal.OpenBid;
import org.vicinal.messages.fit.Fit;
import org.vicinal.messages.net.Call;
import org.vicinal.messages.net.Seen;

/**
 * Calls and their answers. A bid is a promise, so the program is fetched and checked for the
 * machine first; a part that no machine here fits is refused at once.
 */
final class Tenders {
  /** The broker's clock decides; ours may be wrong by this much before we let a call go. */
  private static final Duration CLOCKS_APART = Duration.ofMinutes(2);

  private Tenders() {}

  static Instant givenUp(Instant closesAt) {
    return closesAt.plus(CLOCKS_APART);
  }

  static void heard(Draft draft, Call call) {
    if (!call.called().contains(draft.settings.workshop())
        || draft.memory().heard(call.job(), call.round())
        || draft.now.isAfter(givenUp(call.closesAt()))) {
      return;
    }
    draft.note(new Fact.CallTaken(call));
  }

  static void advance(Draft draft) {
    for (var call : draft.memory().calls()) {
      if (draft.now.isBefore(givenUp(call.closesAt()))) {
        answer(draft, call);
      } else {
        draft.note(new Fact.CallClosed(call.job(), call.round(), call.closesAt()));
      }
    }
  }

  private static void answer(Draft draft, Call call) {
    var offers = new ArrayList<Offer>();
    var reasons = new ArrayList<String>();
    boolean waits = false;
    boolean away = false;
    for (var machine : draft.settings.machines()) {
      switch (Candidate.of(draft, call, machine)) {
        case Candidate.Able able ->
            Offer.find(draft, call, machine, able)
                .ifPresentOrElse(offers::add, () -> reasons.add(tooLong(machine)));
        case Candidate.Unable unable -> reasons.add(unable.reason());
        case Candidate.Preparing _ -> waits = true;
        case Candidate.Unseen _ -> away = true;
      }
    }
    if (waits || (away && offers.isEmpty())) {
      return;
    }
    if (offers.isEmpty()) {
      refuse(draft, call, reasons);
    } else {
      bid(draft, call, offers.stream().min(Offer.BEST_FIRST).orElseThrow());
    }
  }

  private static String tooLong(MachineOffer machine) {
    return machine.id() + ": a piece takes longer than our opening hours ever allow.";
  }

  private static void refuse(Draft draft, Call call, List<String> reasons) {
    draft.note(new Fact.CallClosed(call.job(), call.round(), call.closesAt()));
    draft.tell(new Seen.Refusal(call.job(), call.round(), words(reasons)));
  }

  private static void bid(Draft draft, Call call, Offer offer) {
    draft.note(
        new Fact.BidMade(
            new OpenBid(
                call.job(),
                call.round(),
                offer.machine(),
                offer.program(),
                offer.pieces(),
                offer.check().seconds(),
                offer.check().lines(),
                offer.readyBy(),
                call.closesAt())));
    draft.tell(
        new Seen.Bid(
            call.job(),
            call.round(),
            offer.machine(),
            offer.pieces(),
            offer.check().seconds(),
            offer.readyBy(),
            offer.price()));
  }

  /** The shortfalls of {@code misfit} in words. */
  static String words(Fit.Misfit misfit) {
    return misfit.shortfalls().stream()
        .map(shortfall -> shortfall.words())
        .collect(Collectors.joining("; "));
  }

  private static String words(List<String> reasons) {
    return reasons.isEmpty()
        ? "This workshop has no machine."
        : reasons.stream().distinct().collect(Collectors.joining(" | "));
  }
}
