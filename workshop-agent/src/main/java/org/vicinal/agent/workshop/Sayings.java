package org.vicinal.agent.workshop;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.vicinal.agent.journal.AnsweredCall;
import org.vicinal.agent.journal.ClosedLot;
import org.vicinal.agent.journal.Fact;
import org.vicinal.agent.machine.Answer;
import org.vicinal.messages.id.JobId;
import org.vicinal.messages.id.LotId;
import org.vicinal.messages.net.Call;
import org.vicinal.messages.net.Seen;
import org.vicinal.messages.work.Price;

/** People's words about calls and lots, judged by what the journal knows, and then told. */
final class Sayings {
  /** More than anybody asks; in minor units it is one that a price can hold. */
  private static final BigDecimal MOST = BigDecimal.valueOf(Price.MOST, 3);

  private Sayings() {}

  static void said(Draft draft, WorkshopInput.PersonSaid input) {
    var refusal =
        switch (input.say()) {
          case Say.Bid it -> bid(draft, it, input.who());
          case Say.Refuse it -> refuse(draft, it);
          case Say.Late it -> late(draft, it);
          case Say.Cannot it -> cannot(draft, it);
          case Say.Made it -> Gate.made(draft, it);
          case Say.Checked it -> Gate.checked(draft, it);
          case Say.Ready it -> Gate.ready(draft, it);
          case Say.HandedOver it -> Gate.handedOver(draft, it);
          case Say.Paid it -> Gate.paid(draft, it);
        };
    if (refusal == null) {
      draft.note(new Fact.PersonSaid(input.at(), input.who(), input.say().toString()));
    }
    var answer = refusal == null ? Answer.DONE : new Answer.Refused(refusal);
    draft.cause(new Effect.Reply(input.ticket(), answer));
  }

  private static @Nullable String bid(Draft draft, Say.Bid say, String who) {
    var call = findOpen(draft, say);
    if (call == null) {
      return noCall(draft, say.job());
    }
    var prospect = Prospect.of(draft, call);
    var offer =
        prospect.offers().stream()
            .filter(it -> say.machine() == null || it.machine().equals(say.machine()))
            .findFirst()
            .orElse(null);
    if (offer == null) {
      return prospect.waits()
          ? "The program is still being fetched and checked. Say it again in a moment."
          : "No machine here can make it: " + String.join(" | ", prospect.reasons());
    }
    var wrong = wrong(draft, call, say, offer);
    if (wrong != null) {
      return wrong;
    }
    Tenders.bid(draft, call, offer.as(say, who), say.note());
    return null;
  }

  private static @Nullable String wrong(Draft draft, Call call, Say.Bid say, Offer offer) {
    var pieces = say.pieces();
    if (pieces != null && (pieces < 1 || pieces > call.pieces())) {
      return "Expected 1 to %d pieces, found %d.".formatted(call.pieces(), pieces);
    }
    var readyBy = say.readyBy();
    if (readyBy != null && !readyBy.isAfter(draft.now)) {
      return "Expected a date in the future, found %s.".formatted(readyBy);
    }
    var asked = say.price();
    if (asked != null && (asked.signum() < 0 || asked.compareTo(MOST) > 0)) {
      return "Expected a price from 0, found %s.".formatted(asked);
    }
    if (asked != null && asked.signum() > 0 && offer.price().unit() == Price.Unit.GIFT) {
      return "This workshop gives its work (terms: in: gift), so no price can be set.";
    }
    return null;
  }

  private static @Nullable String refuse(Draft draft, Say.Refuse say) {
    var call = findCall(draft, say.job());
    if (call != null) {
      Tenders.refuse(draft, call, say.reason());
      return null;
    }
    var bid = draft.memory().findBid(say.job()).orElse(null);
    if (bid == null) {
      return noCall(draft, say.job());
    }
    if (draft.now.isAfter(Tenders.givenUp(bid.closesAt()))) {
      return "No award could come after %s: there is no bid to take back."
          .formatted(bid.closesAt());
    }
    if (draft.memory().open().values().stream()
        .anyMatch(lot -> lot.award().job().equals(say.job()))) {
      return "The bid was awarded; it is a lot now. Say cannot, with its number, to give it back.";
    }
    draft.note(new Fact.BidTakenBack(bid.job(), bid.round(), say.reason()));
    draft.tell(new Seen.Refusal(bid.job(), bid.round(), say.reason()));
    return null;
  }

  private static @Nullable String late(Draft draft, Say.Late say) {
    var lot = draft.memory().open().get(say.lot());
    if (lot == null) {
      return noLot(draft, say.lot());
    }
    if (!say.readyBy().isAfter(draft.now)) {
      return "Expected a date in the future, found %s.".formatted(say.readyBy());
    }
    if (!say.readyBy().isAfter(lot.readyBy())) {
      return "Expected a date after %s, which was told last, found %s."
          .formatted(lot.readyBy(), say.readyBy());
    }
    draft.note(new Fact.LotDelayed(say.lot(), say.readyBy()));
    draft.tell(new Seen.LotDelayed(say.lot(), say.readyBy(), say.reason()));
    return null;
  }

  private static @Nullable String cannot(Draft draft, Say.Cannot say) {
    var lot = draft.memory().open().get(say.lot());
    if (lot == null) {
      return noLot(draft, say.lot());
    }
    var run = draft.memory().findRunOf(say.lot()).orElse(null);
    if (run != null) {
      return "%s is making a piece of it. Cancel that run first, or let it end."
          .formatted(run.machine());
    }
    var done = say.done();
    if (done != null && (done < lot.made() || done >= lot.award().pieces())) {
      return "Expected %d to %d pieces that are made, found %d. When all are, say that it is made."
          .formatted(lot.made(), lot.award().pieces() - 1, done);
    }
    if (done != null && done > lot.made()) {
      draft.note(new Fact.PiecesMade(lot.id(), done));
    }
    Gate.unask(draft, lot.id());
    Lots.giveBack(draft, say.lot(), ClosedLot.Outcome.RETURNED, say.reason());
    return null;
  }

  /** A call that waits for an answer. */
  private static @Nullable Call findCall(Draft draft, JobId job) {
    return draft.memory().calls().stream()
        .filter(call -> call.job().equals(job))
        .findFirst()
        .orElse(null);
  }

  /** A call that waits, or that was answered and is still open: the later bid counts. */
  private static @Nullable Call findOpen(Draft draft, Say.Bid say) {
    var waiting = findCall(draft, say.job());
    if (waiting != null) {
      return waiting;
    }
    var answered = draft.memory().findAnswer(say.job()).map(AnsweredCall::call).orElse(null);
    boolean same = say.equals(new Say.Bid(say.job(), null, null, null, null, "", ""));
    return answered == null || same || !draft.now.isBefore(answered.closesAt()) ? null : answered;
  }

  private static String noCall(Draft draft, JobId job) {
    Instant closed =
        draft.memory().answered().containsKey(job)
            ? draft.memory().answered().get(job).closesAt()
            : null;
    return closed == null
        ? "Expected a call that waits for an answer, but none of %s is known here.".formatted(job)
        : "The call %s has been answered or is over (it closed at %s).".formatted(job, closed);
  }

  static String noLot(Draft draft, LotId id) {
    return "Expected a lot of this workshop that is not over, but found %s; there %s."
        .formatted(
            id,
            draft.memory().open().isEmpty() ? "is none" : "are " + draft.memory().open().keySet());
  }
}
