package org.vicinal.agent.workshop;

import java.time.Instant;
import java.util.Optional;
import org.vicinal.agent.journal.ClosedLot;
import org.vicinal.agent.journal.Fact;
import org.vicinal.agent.journal.OpenLot;
import org.vicinal.messages.id.LotId;
import org.vicinal.messages.net.Instruction;
import org.vicinal.messages.net.Seen;

/** Lots as they are taken, given back, taken away and told again. No lot id is taken twice. */
final class Lots {
  private Lots() {}

  static void awarded(Draft draft, Instruction.Award award) {
    if (draft.memory().knows(award.lot())) {
      return;
    }
    findReason(draft, award)
        .ifPresentOrElse(reason -> decline(draft, award, reason), () -> accept(draft, award));
  }

  /** Why this award cannot be taken. */
  private static Optional<String> findReason(Draft draft, Instruction.Award award) {
    var bid = draft.memory().findBid(award.job()).orElse(null);
    if (bid == null) {
      return Optional.of("This workshop's journal holds no bid for " + award.job() + ".");
    }
    var machine = draft.settings.find(bid.machine()).orElse(null);
    if (machine == null) {
      return Optional.of(bid.machine() + " is no longer in this workshop.");
    }
    if (award.pieces() > bid.pieces()) {
      return Optional.of(
          "The bid was for %d pieces, the award is for %d."
              .formatted(bid.pieces(), award.pieces()));
    }
    var fit = Calendar.readiness(draft, machine, bid, award);
    if (fit.ready().isAfter(award.readyBy().plus(draft.settings.reserve()))) {
      return Optional.of(
          "Other work came first: it could be ready at %s, and was promised for %s."
              .formatted(fit.ready(), award.readyBy()));
    }
    if (fit.disturbs()) {
      return Optional.of("Work that was promised to others would be late.");
    }
    return Optional.empty();
  }

  private static void accept(Draft draft, Instruction.Award award) {
    var bid = draft.memory().findBid(award.job()).orElseThrow();
    long acceptance = draft.memory().outbox().next();
    draft.note(
        new Fact.LotTaken(
            award, bid.machine(), bid.program(), bid.secondsPerPiece(), bid.lines(), acceptance));
    draft.tell(new Seen.Acceptance(award.lot()));
  }

  private static void decline(Draft draft, Instruction.Award award, String reason) {
    draft.note(new Fact.LotClosed(award.lot(), ClosedLot.Outcome.DECLINED));
    draft.tell(new Seen.Decline(award.lot(), reason));
  }

  /** A report is with the broker; an acceptance counts when it got there in time. */
  static void delivered(Draft draft, long sequence, Instant appendedAt) {
    if (draft.memory().outbox().find(sequence).isEmpty()) {
      return;
    }
    draft.note(new Fact.Delivered(sequence));
    for (var lot : draft.memory().open().values()) {
      if (lot.acceptance() == sequence && lot.stage() == OpenLot.Stage.AWARDED) {
        if (appendedAt.isBefore(lot.award().acceptBy())) {
          draft.note(new Fact.LotAccepted(lot.id()));
        } else {
          giveBack(
              draft,
              lot.id(),
              ClosedLot.Outcome.LAPSED,
              "The acceptance reached the broker at %s, after %s."
                  .formatted(appendedAt, lot.award().acceptBy()));
        }
      }
    }
  }

  static void withdrawn(Draft draft, Instruction.Withdrawal withdrawal) {
    var lot = draft.memory().open().get(withdrawal.lot());
    if (lot == null) {
      if (!draft.memory().knows(withdrawal.lot())) {
        draft.note(new Fact.LotClosed(withdrawal.lot(), ClosedLot.Outcome.WITHDRAWN));
      }
    } else if (draft.memory().findRunOf(lot.id()).isPresent()) {
      if (lot.stage() != OpenLot.Stage.WITHDRAWN) {
        draft.note(new Fact.LotWithdrawn(lot.id(), withdrawal.reason()));
      }
    } else {
      draft.note(new Fact.LotClosed(lot.id(), ClosedLot.Outcome.WITHDRAWN));
    }
  }

  /** The customer accepted the first piece. */
  static void goOn(Draft draft, LotId id) {
    var lot = draft.memory().open().get(id);
    if (lot != null && lot.firstOnly()) {
      draft.note(new Fact.LotMayGoOn(id));
    }
  }

  /** Gives the rest of a lot back; the coordinator will call for it again. */
  static void giveBack(Draft draft, LotId id, ClosedLot.Outcome outcome, String reason) {
    var lot = draft.memory().open().get(id);
    if (lot != null) {
      draft.note(new Fact.LotClosed(id, outcome));
      draft.tell(new Seen.LotReturned(id, lot.made(), reason));
    }
  }

  /** Tells every lot there is, once per generation of the coordinator. */
  static void reconcile(Draft draft, long generation) {
    if (generation <= draft.memory().reconciled()) {
      return;
    }
    draft.note(new Fact.Reconciled(generation));
    for (var lot : draft.memory().closed().values()) {
      var standing =
          lot.outcome() == ClosedLot.Outcome.MADE ? Seen.Standing.MADE : Seen.Standing.RETURNED;
      draft.tell(
          new Seen.LotKnown(
              lot.id(), generation, standing, lot.pieces(), lot.made(), lot.readyBy()));
    }
    for (var lot : draft.memory().open().values()) {
      draft.tell(
          new Seen.LotKnown(
              lot.id(),
              generation,
              standing(draft, lot),
              lot.award().pieces(),
              lot.made(),
              lot.readyBy()));
    }
  }

  private static Seen.Standing standing(Draft draft, OpenLot lot) {
    return switch (lot.stage()) {
      case WITHDRAWN -> Seen.Standing.RETURNED;
      case AWARDED -> Seen.Standing.ACCEPTED;
      case ACCEPTED ->
          draft.memory().findRunOf(lot.id()).isPresent()
              ? Seen.Standing.RUNNING
              : Seen.Standing.ACCEPTED;
    };
  }
}
