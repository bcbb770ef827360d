package org.vicinal.agent.workshop;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
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

  private static final Duration TO_REACH_THE_BROKER = Duration.ofSeconds(5);

  /** Calls that answers are owed for; beyond, those with least work in them are refused. */
  private static final int MOST_OWED = 200;

  private static final int PREPARED_AT_ONCE = 8;
  private static final String TOO_MANY =
      "More than %d calls came at once, and this workshop prepares those with most work in them."
          .formatted(MOST_OWED);

  private static final String NOT_YET =
      "No program was ready and checked before the call closed; models are sliced one after the"
          + " other here, those with most work in them first. Asked again, it may be ready.";

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
    Slices.called(draft, call);
    var reasons = misfits(draft, call);
    if (!reasons.isEmpty()) {
      refuse(draft, call, words(reasons));
    }
    if (draft.memory().calls().size() > MOST_OWED) {
      draft.memory().calls().stream()
          .min(Comparator.comparingDouble(Tenders::worth))
          .ifPresent(least -> refuse(draft, least, TOO_MANY));
    }
  }

  /** Why no machine here could make it, whatever its program is; empty when one might. */
  private static List<String> misfits(Draft draft, Call call) {
    var reasons = new ArrayList<String>();
    for (var machine : draft.settings.machines()) {
      var misfit = Candidate.findMisfit(draft, call, machine);
      if (misfit.isEmpty()) {
        return List.of();
      }
      reasons.add(misfit.get());
    }
    return reasons.isEmpty() ? List.of("This workshop has no machine.") : reasons;
  }

  /** How much work is in a call, before anything is known but its box: cubic millimetres. */
  private static double worth(Call call) {
    var size = call.requirement().size();
    return size.x() * size.y() * size.z() * call.pieces();
  }

  /** Looks at the calls that are worth most, so many at once, and lets go of those that closed. */
  static void advance(Draft draft) {
    var open = new ArrayList<Call>();
    for (var call : draft.memory().calls()) {
      if (draft.now.isBefore(givenUp(call.closesAt()))) {
        open.add(call);
      } else {
        draft.note(new Fact.CallClosed(call.job(), call.round(), call.closesAt(), null));
      }
    }
    // Those that wait for a person hold nobody up.
    var questions = draft.senses.questions();
    var sorted =
        open.stream()
            .sorted(Comparator.comparingDouble(Tenders::worth).reversed())
            .filter(call -> !questions.containsKey(call.job()))
            .toList();
    var next = new LinkedHashSet<Call>();
    sorted.stream().filter(Slice::isNeededFor).limit(PREPARED_AT_ONCE).forEach(next::add);
    sorted.stream()
        .filter(call -> !Slice.isNeededFor(call)) // slicing holds up nothing else
        .limit(PREPARED_AT_ONCE)
        .forEach(next::add);
    for (var call : open) {
      if (isDueForLastWord(draft, call)) {
        next.add(call);
      }
    }
    next.forEach(call -> answer(draft, call));
  }

  private static boolean isDueForLastWord(Draft draft, Call call) {
    return (Slice.isNeededFor(call) || draft.senses.questions().containsKey(call.job()))
        && !draft.now.isBefore(lastWord(call));
  }

  private static void answer(Draft draft, Call call) {
    var prospect = Prospect.of(draft, call);
    boolean late = isDueForLastWord(draft, call);
    if (prospect.waits() && !late) {
      return;
    }
    if (prospect.offers().isEmpty() && prospect.waits()) {
      refuse(draft, call, NOT_YET);
    } else if (prospect.offers().isEmpty()) {
      refuse(draft, call, words(prospect.reasons()));
    } else if (!draft.settings.trade().asksPeople()) {
      bid(draft, call, prospect.offers().getFirst(), "");
    } else if (draft.now.isBefore(lastWord(call))) {
      askPeople(draft, call, prospect.offers().getFirst());
    } else {
      refuse(draft, call, "Nobody at the workshop has answered in time.");
    }
  }

  /** Until when a person may answer. */
  static Instant lastWord(Call call) {
    return call.closesAt().minus(TO_REACH_THE_BROKER);
  }

  private static void askPeople(Draft draft, Call call, Offer offer) {
    var asked = draft.senses.questions().get(call.job());
    if (asked == null || asked < call.round()) {
      draft.senses = draft.senses.question(call.job(), call.round());
      draft.cause(
          new Effect.AskPerson(
              offer.machine(),
              null,
              "The call %s (%s) waits for your answer until %s."
                  .formatted(call.job(), call.title(), lastWord(call))));
    }
  }

  static void refuse(Draft draft, Call call, String reason) {
    draft.senses = draft.senses.answered(call.job());
    draft.note(new Fact.CallClosed(call.job(), call.round(), call.closesAt(), reason));
    draft.tell(new Seen.Refusal(call.job(), call.round(), reason));
  }

  static void bid(Draft draft, Call call, Offer offer, String note) {
    draft.senses = draft.senses.answered(call.job());
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
                holdsUntil(call)),
            offer.words(call)));
    draft.tell(
        new Seen.Bid(
            call.job(),
            call.round(),
            offer.machine(),
            offer.pieces(),
            offer.check().seconds(),
            offer.readyBy(),
            offer.price(),
            offer.offering(draft.settings.trade(), call, note)));
  }

  private static Instant holdsUntil(Call call) {
    var conditions = call.conditions();
    return conditions == null ? call.closesAt() : conditions.awardBy();
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
