package org.vicinal.agent.workshop;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.vicinal.messages.capacity.Hours;
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

  /** What it could promise; empty when a piece takes longer than the opening hours ever allow. */
  static Optional<Offer> find(Draft draft, Call call, MachineOffer machine, Candidate.Able able) {
    var free = Calendar.freeAt(draft.memory(), machine, draft.now).plus(draft.settings.reserve());
    var perPiece = Calendar.perPiece(machine, able.check().seconds());
    var hours = draft.settings.hours();
    int timely = timely(hours, free, perPiece, call);
    int pieces = timely == 0 ? call.pieces() : timely;
    return hours
        .findEnd(free, perPiece, pieces)
        .map(
            readyBy ->
                new Offer(
                    machine.id(),
                    able.program(),
                    able.check(),
                    pieces,
                    timely > 0,
                    readyBy,
                    Prices.of(
                        draft.settings.currency(),
                        machine,
                        call.requirement(),
                        able.check(),
                        pieces)));
  }

  /** How many pieces are ready when they are wanted: the most, found by halving. */
  private static int timely(Hours hours, Instant free, Duration perPiece, Call call) {
    int sure = 0;
    int most = call.pieces();
    while (sure < most) {
      int middle = sure + (most - sure + 1) / 2;
      boolean ready =
          hours
              .findEnd(free, perPiece, middle)
              .filter(end -> !end.isAfter(call.wanted()))
              .isPresent();
      sure = ready ? middle : sure;
      most = ready ? most : middle - 1;
    }
    return sure;
  }
}
