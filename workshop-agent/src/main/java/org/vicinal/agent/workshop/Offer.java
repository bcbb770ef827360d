package org.vicinal.agent.workshop;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.vicinal.messages.capacity.Hours;
import org.vicinal.messages.id.MachineId;
import org.vicinal.messages.net.Call;
import org.vicinal.messages.net.Offering;
import org.vicinal.messages.taxonomy.Taxonomy;
import org.vicinal.messages.work.FileRef;
import org.vicinal.messages.work.Handover;
import org.vicinal.messages.work.Price;

/**
 * What one machine could promise for a call.
 *
 * @param pieces all that are asked for, or as many as are ready in time; all, with the true date,
 *     when not even one would be, or when they are wanted together
 * @param material of which it would be made
 * @param unlike what differs from what was asked, for a person to judge; empty when nothing does
 * @param handover how the pieces would come to the customer
 */
record Offer(
    MachineId machine,
    FileRef program,
    Check.Passed check,
    int pieces,
    boolean inTime,
    Instant readyBy,
    Price price,
    String material,
    String unlike,
    Handover handover) {

  /** As asked before otherwise, in time before late, many pieces before few, soon, then cheap. */
  static final Comparator<Offer> BEST_FIRST =
      Comparator.comparing((Offer offer) -> !offer.unlike().isEmpty())
          .thenComparing(offer -> !offer.inTime())
          .thenComparingInt(offer -> -offer.pieces())
          .thenComparing(Offer::readyBy)
          .thenComparingLong(offer -> offer.price().minorUnits())
          .thenComparing(offer -> offer.machine().value());

  /** What it could promise; empty when a piece takes longer than the opening hours ever allow. */
  static Optional<Offer> find(Draft draft, Call call, MachineOffer machine, Candidate.Able able) {
    var settings = draft.settings;
    var free =
        later(
                Calendar.freeAfterBids(draft, machine, call.job()),
                draft.now.plus(machine.wait(able.material())))
            .plus(settings.reserve());
    var perPiece = Calendar.perPiece(machine, able.check().seconds());
    var conditions = call.conditions();
    boolean together = conditions != null && conditions.together();
    int most = timely(settings.hours(), free, perPiece, call);
    int timely = together && most < call.pieces() ? 0 : most;
    int pieces = timely == 0 ? call.pieces() : timely;
    var handover = handover(settings.trade(), call);
    return settings
        .hours()
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
                    Prices.of(settings, machine, able.material(), able.check(), pieces, handover),
                    able.material(),
                    able.unlike(),
                    handover));
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Handover handover(Trade trade, Call call) {
    var conditions = call.conditions();
    boolean brought =
        conditions != null
            && conditions.handover() == Handover.DELIVERY
            && trade.delivery() != null;
    return brought ? Handover.DELIVERY : Handover.PICKUP;
  }

  /** This offer as a person says it. */
  Offer as(Say.Bid say, String who) {
    int chosen = say.pieces() == null ? pieces : say.pieces();
    var shared = chosen == pieces ? price : price.share(chosen, pieces);
    return new Offer(
        machine,
        program,
        check,
        chosen,
        inTime,
        say.readyBy() == null ? readyBy : say.readyBy(),
        say.price() == null
            ? shared
            : Prices.set(shared, Price.minorUnits(shared.kind(), say.price()), who),
        say.material().isBlank() ? material : say.material(),
        unlike,
        handover);
  }

  /** What is promised, for the people of the workshop. */
  String words(Call call) {
    return "%d of %d on %s by %s%s, %s, %s, for %s%s"
        .formatted(
            pieces,
            call.pieces(),
            machine,
            readyBy,
            readyBy.isAfter(call.wanted()) ? " (wanted by " + call.wanted() + ")" : "",
            material,
            handover.words(),
            price.words(),
            unlike.isEmpty() ? "" : "; unlike what was asked: " + unlike);
  }

  /** What is said beside pieces, date and price; null when it is what was asked, picked up. */
  @Nullable Offering offering(Trade trade, Call call, String note) {
    var asked = call.requirement();
    var promised = new TreeSet<>(asked.terms().purposes());
    promised.retainAll(trade.promises());
    boolean other = !Taxonomy.STANDARD.isKindOf(material, asked.material());
    if (!other && handover == Handover.PICKUP && promised.isEmpty() && note.isBlank()) {
      return null;
    }
    return new Offering(other ? material : "", handover, promised, note);
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
