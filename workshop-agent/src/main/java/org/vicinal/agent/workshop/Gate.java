package org.vicinal.agent.workshop;

import org.jspecify.annotations.Nullable;
import org.vicinal.agent.journal.ClosedLot;
import org.vicinal.agent.journal.Fact;
import org.vicinal.agent.journal.MadeLot;
import org.vicinal.agent.journal.OpenLot;
import org.vicinal.messages.id.LotId;
import org.vicinal.messages.net.Instruction;
import org.vicinal.messages.net.Seen;

/**
 * The way of made pieces out of the workshop: made, checked, ready, handed over, paid. Each method
 * gives the reason why it is not done; null when it is.
 */
final class Gate {
  private Gate() {}

  static @Nullable String made(Draft draft, Say.Made made) {
    var lot = draft.memory().open().get(made.lot());
    if (lot == null || lot.stage() != OpenLot.Stage.ACCEPTED) {
      return Sayings.noLot(draft, made.lot());
    }
    if (draft.memory().findRunOf(lot.id()).isPresent()) {
      return "A run of it is on. Wait for its end or cancel it first.";
    }
    if (lot.waitsForCustomer()) {
      return "Its customer looks at the first piece. Wait for their word.";
    }
    unask(draft, lot.id());
    draft.note(new Fact.PiecesMade(lot.id(), lot.award().pieces()));
    draft.note(new Fact.LotClosed(lot.id(), ClosedLot.Outcome.MADE));
    draft.tell(new Seen.LotMade(lot.id(), lot.award().pieces()));
    return null;
  }

  /** A run that was asked for and has not begun: its first byte is forbidden when it asks. */
  static void unask(Draft draft, LotId lot) {
    for (var asked : draft.senses.asked().entrySet()) {
      if (asked.getValue().lot().equals(lot)) {
        draft.senses = draft.senses.unasked(asked.getKey());
      }
    }
  }

  static @Nullable String checked(Draft draft, Say.Checked checked) {
    var seen = new Seen.PiecesChecked(checked.lot(), checked.pieces(), checked.measured());
    var lot = draft.memory().shelf().get(checked.lot());
    if (lot == null) {
      return first(draft, checked.lot(), seen);
    }
    if (checked.pieces() < 1 || checked.pieces() > lot.made()) {
      return "Expected 1 to %d good pieces, but found %d.".formatted(lot.made(), checked.pieces());
    }
    for (var asked : lot.award().requirement().quality().critical()) {
      var found =
          checked.measured().stream()
              .filter(it -> it.what().equalsIgnoreCase(asked.what()))
              .findFirst();
      if (found.isEmpty()) {
        return "Expected %s to be measured, on the worst of the pieces: --measured \"%s=...\"."
            .formatted(asked.words(), asked.what());
      }
      if (!found.get().meets(asked)) {
        return "%s was asked, %.3f mm was measured: that piece is not good. Say how many are good, and measure the worst of those."
            .formatted(asked.words(), found.get().foundMm());
      }
    }
    return move(draft, checked.lot(), lot, MadeLot.Stage.CHECKED, seen);
  }

  static @Nullable String ready(Draft draft, Say.Ready ready) {
    var seen = new Seen.PiecesReady(ready.lot());
    var lot = draft.memory().shelf().get(ready.lot());
    if (lot == null) {
      return first(draft, ready.lot(), seen);
    }
    return lot.stage() == MadeLot.Stage.MADE
        ? "Nobody has checked its pieces. Say that they are checked first."
        : move(draft, ready.lot(), lot, MadeLot.Stage.READY, seen);
  }

  static @Nullable String handedOver(Draft draft, Say.HandedOver handed) {
    var seen = new Seen.PiecesHandedOver(handed.lot(), handed.by(), handed.mark());
    var lot = draft.memory().shelf().get(handed.lot());
    if (lot == null) {
      return first(draft, handed.lot(), seen);
    }
    if (lot.stage().compareTo(MadeLot.Stage.READY) < 0) {
      return "Its pieces are not ready. Say that they are first.";
    }
    // A wrong pickup code is found out by the coordinator, so it may be said again.
    draft.note(new Fact.ShelfMoved(handed.lot(), MadeLot.Stage.HANDED_OVER));
    draft.tell(seen);
    return null;
  }

  static @Nullable String paid(Draft draft, Say.Paid paid) {
    var lot = draft.memory().shelf().get(paid.lot());
    if (lot == null || lot.paid()) {
      return lot == null
          ? notHere(draft, paid.lot())
          : "That %s is paid has been said.".formatted(paid.lot());
    }
    draft.note(new Fact.LotPaid(paid.lot()));
    draft.tell(new Seen.PaymentReceived(paid.lot()));
    return null;
  }

  /** Instructions may come twice; people are told once. */
  static void noticed(Draft draft, Instruction.Notice notice) {
    boolean again =
        draft.memory().notices().stream().anyMatch(known -> known.id().equals(notice.id()));
    if (!again) {
      draft.note(
          new Fact.LotNoticed(
              draft.now, notice.lot(), notice.id(), notice.undone(), notice.words()));
    }
  }

  private static @Nullable String move(
      Draft draft, LotId id, MadeLot lot, MadeLot.Stage next, Seen seen) {
    if (lot.stage().compareTo(next) >= 0) {
      return "That has been said: the pieces of %s are %s."
          .formatted(id, lot.stage().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '));
    }
    draft.note(new Fact.ShelfMoved(id, next));
    draft.tell(seen);
    return null;
  }

  /** A first piece goes its way before the others are made. */
  private static @Nullable String first(Draft draft, LotId id, Seen seen) {
    var open = draft.memory().open().get(id);
    if (open == null || !open.award().firstPiece() || open.made() != 1) {
      return notHere(draft, id);
    }
    draft.tell(seen);
    return null;
  }

  private static String notHere(Draft draft, LotId id) {
    var open = draft.memory().open().get(id);
    if (open != null) {
      return "%s is not made yet: %d of %d pieces."
          .formatted(id, open.made(), open.award().pieces());
    }
    var closed = draft.memory().closed().get(id);
    return closed == null
        ? Sayings.noLot(draft, id)
        : "No pieces of %s are here: it ended %s.".formatted(id, closed.outcome());
  }
}
