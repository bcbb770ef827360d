package org.vicinal.agent.workshop;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
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
  private Sayings() {}

  static void said(Draft draft, WorkshopInput.PersonSaid input) {
    var refusal =
        switch (input.say()) {
          case Say.Bid it -> bid(draft, it, input.who());
          case Say.Refuse it -> refuse(draft, it);
          case Say.Late it -> late(draft, it);
          case Say.Cannot it -> cannot(draft, it);
          case Say.Checked it ->
              made(draft, it.lot(), new Seen.PiecesChecked(it.lot(), it.pieces(), it.measured()));
          case Say.Ready it -> made(draft, it.lot(), new Seen.PiecesReady(it.lot()));
          case Say.HandedOver it ->
              made(draft, it.lot(), new Seen.PiecesHandedOver(it.lot(), it.by(), it.mark()));
          case Say.Paid it -> made(draft, it.lot(), new Seen.PaymentReceived(it.lot()));
        };
    var answer = refusal == null ? Answer.DONE : new Answer.Refused(refusal);
    draft.cause(new Effect.Reply(input.ticket(), answer));
  }

  private static @Nullable String bid(Draft draft, Say.Bid say, String who) {
    var call = findCall(draft, say.job());
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
    var asked = say.minorUnits();
    if (asked != null && (asked < 0 || asked > Price.MOST)) {
      return "Expected a price from 0, found %d.".formatted(asked);
    }
    if (asked != null && asked > 0 && offer.price().unit() == Price.Unit.GIFT) {
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
    if (draft.memory().open().values().stream()
        .anyMatch(lot -> lot.award().job().equals(say.job()))) {
      return "The bid was awarded; it is a lot now. Say cannot, with its number, to give it back.";
    }
    draft.note(new Fact.BidTakenBack(bid.job(), bid.round()));
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
    draft.tell(new Seen.LotDelayed(say.lot(), say.readyBy(), say.reason()));
    return null;
  }

  private static @Nullable String cannot(Draft draft, Say.Cannot say) {
    if (!draft.memory().open().containsKey(say.lot())) {
      return noLot(draft, say.lot());
    }
    var run = draft.memory().findRunOf(say.lot()).orElse(null);
    if (run != null) {
      return "%s is making a piece of it. Cancel that run first, or let it end."
          .formatted(run.machine());
    }
    Lots.giveBack(draft, say.lot(), ClosedLot.Outcome.RETURNED, say.reason());
    return null;
  }

  /** Told when all pieces of the lot are made, or at least the first of one that waits for it. */
  private static @Nullable String made(Draft draft, LotId id, Seen seen) {
    var closed = draft.memory().closed().get(id);
    var open = draft.memory().open().get(id);
    if (closed == null && open == null) {
      return noLot(draft, id);
    }
    boolean whole = closed != null && closed.outcome() == ClosedLot.Outcome.MADE;
    boolean first = open != null && open.award().firstPiece() && open.made() == 1;
    if (!whole && !first) {
      return closed != null
          ? "%s was not made here: it ended %s.".formatted(id, closed.outcome())
          : "%s is not made yet: %d of %d pieces."
              .formatted(
                  id, open == null ? 0 : open.made(), open == null ? 0 : open.award().pieces());
    }
    draft.tell(seen);
    return null;
  }

  private static @Nullable Call findCall(Draft draft, JobId job) {
    return draft.memory().calls().stream()
        .filter(call -> call.job().equals(job))
        .findFirst()
        .orElse(null);
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

  private static String noLot(Draft draft, LotId id) {
    return "Expected a lot of this workshop that is not over, but found %s; there %s."
        .formatted(
            id,
            draft.memory().open().isEmpty() ? "is none" : "are " + draft.memory().open().keySet());
  }
}
