package org.vicinal.coordinator.job;

import static org.vicinal.coordinator.decide.Decision.invalid;
import static org.vicinal.coordinator.decide.Decision.nothingNew;
import static org.vicinal.coordinator.decide.Decision.reject;

import org.vicinal.coordinator.decide.Decision;
import org.vicinal.coordinator.decide.Rejection.Kind;
import org.vicinal.coordinator.job.JobCommand.AboutLot;
import org.vicinal.coordinator.job.JobCommand.AcceptLot;
import org.vicinal.coordinator.job.JobCommand.DeclineLot;
import org.vicinal.coordinator.job.JobCommand.DelayLot;
import org.vicinal.coordinator.job.JobCommand.NoteLotMade;
import org.vicinal.coordinator.job.JobCommand.NoteLotReturned;
import org.vicinal.coordinator.job.JobCommand.NoteRunEnded;
import org.vicinal.coordinator.job.JobCommand.NoteRunStarted;
import org.vicinal.coordinator.job.JobCommand.ReconcileLot;
import org.vicinal.coordinator.job.JobEvent.ClaimRefused;
import org.vicinal.coordinator.job.JobEvent.LotAccepted;
import org.vicinal.coordinator.job.JobEvent.LotDeclined;
import org.vicinal.coordinator.job.JobEvent.LotDelayed;
import org.vicinal.coordinator.job.JobEvent.LotInterrupted;
import org.vicinal.coordinator.job.JobEvent.LotLapsed;
import org.vicinal.coordinator.job.JobEvent.LotMade;
import org.vicinal.coordinator.job.JobEvent.LotReturned;
import org.vicinal.coordinator.job.JobEvent.RunEnded;
import org.vicinal.coordinator.job.JobEvent.RunStarted;
import org.vicinal.coordinator.job.JobEvent.SurplusMade;
import org.vicinal.coordinator.job.Lot.Standing;
import org.vicinal.messages.net.Seen.Ending;

/**
 * What a workshop says about its lots.
 *
 * <p>What it says twice counts once: about a lot that is alive, acceptance, decline, made and
 * returned are recognised by where the lot stands, runs by the number of their report; about a lot
 * that has ended, only what was said later than all before is looked at, and it changes no count of
 * pieces but the surplus.
 */
final class LotReports {
  private LotReports() {}

  static Decision<JobEvent> note(Unfolding unfolding, AboutLot report) {
    if (!Bidding.isItself(unfolding.by(), report.from())) {
      return notYours(report);
    }
    var known = Lots.find(unfolding.state().lots(), report.lot());
    if (known.isEmpty()) {
      return Reconciling.unknown(unfolding, report);
    }
    var lot = known.get();
    if (!lot.from().workshop().equals(report.from().workshop())) {
      return notYours(report);
    }
    return switch (report) {
      case AcceptLot it -> accept(unfolding, lot, it);
      case DeclineLot it -> decline(unfolding, lot, it);
      case NoteRunStarted it -> runStarted(unfolding, lot, it);
      case NoteRunEnded it -> runEnded(unfolding, lot, it);
      case NoteLotMade it -> made(unfolding, lot, it.from(), it.pieces());
      case DelayLot it -> delay(unfolding, lot, it);
      case NoteLotReturned it -> returned(unfolding, lot, it.from(), it.piecesMade(), it.reason());
      case ReconcileLot it -> Reconciling.known(unfolding, lot, it);
    };
  }

  private static Decision<JobEvent> accept(Unfolding unfolding, Lot lot, AcceptLot report) {
    if (lot.standing() == Standing.LAPSED || lot.standing() == Standing.STRANGE) {
      return claim(unfolding, lot, report.from(), "it accepts the award");
    }
    if (lot.standing() != Standing.AWARDED) {
      return nothingNew(); // accepted before, or given up by either side and told so
    }
    if (unfolding.at().isBefore(lot.waitsUntil())) {
      unfolding.then(new LotAccepted(report.from(), lot.id()));
    } else {
      unfolding.then(new LotLapsed(lot.id(), lot.from().workshop(), lot.waitsUntil()));
      Calling.proceed(unfolding);
    }
    return unfolding.accepted();
  }

  private static Decision<JobEvent> decline(Unfolding unfolding, Lot lot, DeclineLot report) {
    if (!lot.standing().live()) {
      return nothingNew();
    }
    if (lot.standing() != Standing.AWARDED) {
      return returned(unfolding, lot, report.from(), lot.made(), report.reason());
    }
    unfolding.then(new LotDeclined(report.from(), lot.id(), report.reason()));
    Calling.proceed(unfolding);
    return unfolding.accepted();
  }

  /** Says early that it will be late: the customer may take it back then, and need not. */
  private static Decision<JobEvent> delay(Unfolding unfolding, Lot lot, DelayLot it) {
    if (!lot.standing().live() || !it.from().after(lot.from())) {
      return nothingNew();
    }
    var first = lot.promised() == null ? lot.readyBy() : lot.promised();
    var latest =
        first.plus(
            unfolding
                .state()
                .taskIfOpen()
                .map(task -> task.rules().abandonAfter())
                .orElse(java.time.Duration.ZERO));
    if (!it.readyBy().isAfter(unfolding.at()) || it.readyBy().isAfter(latest)) {
      return invalid(
          "readyBy",
          "Expected a new promise for lot %s after now (%s) and until %s, but found %s. Give it back if it takes longer."
              .formatted(lot.id(), unfolding.at(), latest, it.readyBy()));
    }
    if (!it.readyBy().isAfter(lot.readyBy())) {
      return nothingNew(); // no later than promised
    }
    acceptIfAwarded(unfolding, lot, it.from());
    unfolding.then(new LotDelayed(it.from(), lot.id(), it.readyBy(), it.reason()));
    return unfolding.accepted();
  }

  private static Decision<JobEvent> runStarted(Unfolding unfolding, Lot lot, NoteRunStarted it) {
    if (!lot.standing().live()) {
      return claim(unfolding, lot, it.from(), "a run has started");
    }
    if (!it.from().after(lot.from())) {
      return nothingNew();
    }
    acceptIfAwarded(unfolding, lot, it.from());
    unfolding.then(
        new RunStarted(it.from(), lot.id(), it.run(), it.machine(), it.program(), it.piece()));
    return unfolding.accepted();
  }

  private static Decision<JobEvent> runEnded(Unfolding unfolding, Lot lot, NoteRunEnded it) {
    if (!it.from().after(lot.from())) {
      return nothingNew();
    }
    boolean live = lot.standing().live();
    if (live) {
      acceptIfAwarded(unfolding, lot, it.from());
    }
    unfolding.then(
        new RunEnded(
            it.from(), lot.id(), it.run(), it.machine(), it.ending(), it.line(), it.reason()));
    // After anything but an interruption the workshop may go on, and says so when it does not.
    if (live && it.ending() == Ending.INTERRUPTED) {
      unfolding.then(
          new LotInterrupted(
              it.from(), lot.id(), lot.made(), lot.pieces() - lot.made(), it.reason()));
      Calling.proceed(unfolding);
    }
    return unfolding.accepted();
  }

  /** Who works on a lot has taken it; the acceptance itself may still be on its way. */
  private static void acceptIfAwarded(Unfolding unfolding, Lot lot, Source from) {
    if (lot.standing() == Standing.AWARDED) {
      unfolding.then(new LotAccepted(from, lot.id()));
    }
  }

  static Decision<JobEvent> made(Unfolding unfolding, Lot lot, Source from, int pieces) {
    int count = between(lot, pieces);
    if (!lot.standing().live()) {
      return surplus(unfolding, lot, from, count);
    }
    acceptIfAwarded(unfolding, lot, from);
    unfolding.then(new LotMade(from, lot.id(), Math.max(count, lot.made())));
    Calling.proceed(unfolding);
    return unfolding.accepted();
  }

  static Decision<JobEvent> returned(
      Unfolding unfolding, Lot lot, Source from, int piecesMade, String reason) {
    int count = Math.max(between(lot, piecesMade), lot.made());
    if (!lot.standing().live()) {
      return surplus(unfolding, lot, from, between(lot, piecesMade));
    }
    unfolding.then(new LotReturned(from, lot.id(), count, lot.pieces() - count, reason));
    Calling.proceed(unfolding);
    return unfolding.accepted();
  }

  /** No workshop makes more pieces of a lot than it has. */
  private static int between(Lot lot, int pieces) {
    return Math.clamp(pieces, 0, lot.pieces());
  }

  /** Pieces of a lot that had ended are surplus, as far as they are more than we know of. */
  private static Decision<JobEvent> surplus(Unfolding unfolding, Lot lot, Source from, int pieces) {
    int more = pieces - lot.made() - lot.surplus() - lot.refused();
    if (more <= 0) {
      return nothingNew();
    }
    unfolding.then(new SurplusMade(from, lot.id(), more, whyNot(lot)));
    return unfolding.accepted();
  }

  /** Said about a lot that has ended: recorded, and its workshop is told, once per report. */
  static Decision<JobEvent> claim(Unfolding unfolding, Lot lot, Source from, String said) {
    if (!from.after(lot.from())) {
      return nothingNew();
    }
    unfolding.then(new ClaimRefused(from, lot.id(), lot.pieces(), said, whyNot(lot)));
    return unfolding.accepted();
  }

  private static String whyNot(Lot lot) {
    return switch (lot.standing()) {
      case MADE -> "it is made already";
      case DECLINED, RETURNED -> "it was given back";
      case LAPSED -> "it was not accepted in time";
      case INTERRUPTED -> "a run of it broke off, and its pieces are called for again";
      case WITHDRAWN -> "it was withdrawn";
      case REFUSED -> "its first piece was not good, and it was awarded anew";
      case STRANGE -> "nobody here waits for its pieces";
      case AWARDED, ACCEPTED, RUNNING, LATE ->
          throw new IllegalStateException("Expected a lot that has ended, but found " + lot);
    };
  }

  private static Decision<JobEvent> notYours(AboutLot report) {
    return reject(
        Kind.FORBIDDEN,
        "Lot %s is not %s's. Report about lots that you were awarded."
            .formatted(report.lot(), report.from().workshop()));
  }
}
