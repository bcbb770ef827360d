package org.vicinal.agent.workshop;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import org.vicinal.messages.id.MachineId;
import org.vicinal.messages.net.Call;
import org.vicinal.messages.work.FileRef;
import org.vicinal.messages.work.Price;

/**
 * What one machine could promise for a call.
 *
 * @param pieces all that are asked for, or as many as are ready in time; all, with the true date,
 *     when not even one would be
 */
record Offer(
    MachineId machine,
    FileRef program,
    Check.Passed check,
    int pieces,
    boolean inTime,
    Instant readyBy,
    Price price) {

  /** In time before late, many pieces before few, soon before later, cheap before dear. */
  static final Comparator<Offer> BEST_FIRST =
      Comparator.comparing(Offer::inTime)
          .thenComparingInt(Offer::pieces)
          .reversed()
          .thenComparing(Offer::readyBy)
          .thenComparingLong(offer -> offer.price().minorUnits())
          .thenComparing(offer -> offer.machine().value());

  static Offer of(Draft draft, Call call, MachineOffer machine, Candidate.Able able) {
    var free = Calendar.freeAt(draft.memory(), machine, draft.now).plus(draft.settings.reserve());
    var perPiece = Calendar.perPiece(machine, able.check().seconds());
    int timely = timely(free, perPiece, call);
    int pieces = timely == 0 ? call.pieces() : timely;
    return new Offer(
        machine.id(),
        able.program(),
        able.check(),
        pieces,
        timely > 0,
        free.plus(perPiece.multipliedBy(pieces)),
        Prices.of(draft.settings.currency(), machine, call.requirement(), able.check(), pieces));
  }

  /** How many pieces are ready when they are wanted. */
  private static int timely(Instant free, Duration perPiece, Call call) {
    var room = Duration.between(free, call.wanted());
    if (room.isNegative()) {
      return 0;
    }
    long fit = perPiece.isZero() ? call.pieces() : room.dividedBy(perPiece);
    return (int) Math.min(fit, call.pieces());
  }
}
