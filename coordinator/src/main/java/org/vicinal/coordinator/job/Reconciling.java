package org.vicinal.coordinator.job;

import static org.vicinal.coordinator.decide.Decision.nothingNew;
import static org.vicinal.coordinator.decide.Decision.reject;

import org.vicinal.coordinator.decide.Decision;
import org.vicinal.coordinator.decide.Rejection.Kind;
import org.vicinal.coordinator.job.JobCommand.AboutLot;
import org.vicinal.coordinator.job.JobCommand.ReconcileLot;
import org.vicinal.coordinator.job.JobEvent.ClaimRefused;
import org.vicinal.coordinator.job.JobEvent.LotAccepted;
import org.vicinal.coordinator.job.JobEvent.LotReconciled;
import org.vicinal.coordinator.job.JobEvent.SurplusMade;
import org.vicinal.coordinator.job.JobState.Job;
import org.vicinal.coordinator.job.Lot.Standing;
import org.vicinal.messages.net.Seen;

/**
 * After a restore from an older export, workshops know more than the coordinator.
 *
 * <p>A lot of an earlier generation that the job does not know becomes its own again as far as the
 * job still needs the pieces; otherwise its workshop is told to stop, and what is made of it is
 * surplus. Lots of this generation are all known, so nobody can invent one.
 */
final class Reconciling {
  private Reconciling() {}

  /** Said about a lot that the job does not know. */
  static Decision<JobEvent> unknown(Unfolding unfolding, AboutLot report) {
    if (!(report instanceof ReconcileLot it)
        || it.lot().generation() >= unfolding.generation()
        || unfolding.state().lots().size() >= 2 * Lots.MOST
        || it.pieces() < 1) {
      return reject(
          Kind.UNKNOWN,
          "There is no lot %s here. If this coordinator was restored, answer its request to reconcile first."
              .formatted(report.lot()));
    }
    int needed = unfolding.state().taskIfOpen().map(task -> missing(task, unfolding)).orElse(0);
    return switch (it.standing()) {
      case ACCEPTED, RUNNING -> atWork(unfolding, it, needed);
      case MADE, RETURNED -> over(unfolding, it, needed);
    };
  }

  private static int missing(Job task, Unfolding unfolding) {
    return Calling.missing(task, unfolding.state().lots());
  }

  private static Decision<JobEvent> atWork(Unfolding unfolding, ReconcileLot it, int needed) {
    if (it.pieces() <= needed) {
      unfolding.then(reconciled(unfolding, it, it.pieces(), made(it)));
      Calling.proceed(unfolding);
    } else {
      unfolding.then(refused(it, it.standing() == Seen.Standing.RUNNING ? "it runs" : "it waits"));
    }
    return unfolding.accepted();
  }

  private static Decision<JobEvent> over(Unfolding unfolding, ReconcileLot it, int needed) {
    int made = made(it);
    if (made == 0) {
      return nothingNew(); // given back, and nothing came of it
    }
    int kept = Math.min(made, needed);
    if (kept > 0) {
      unfolding.then(reconciled(unfolding, it, it.pieces(), kept));
    } else {
      unfolding.then(refused(it, "%d of its pieces are made".formatted(made)));
    }
    if (made > kept) {
      unfolding.then(
          new SurplusMade(it.from(), it.lot(), made - kept, "nobody here waits for its pieces"));
    }
    Calling.proceed(unfolding);
    return unfolding.accepted();
  }

  private static int made(ReconcileLot it) {
    return it.standing() == Seen.Standing.MADE
        ? it.pieces()
        : Math.clamp(it.piecesMade(), 0, it.pieces());
  }

  private static LotReconciled reconciled(
      Unfolding unfolding, ReconcileLot it, int pieces, int made) {
    return new LotReconciled(
        it.from(),
        it.lot(),
        it.standing(),
        pieces,
        made,
        it.readyBy() == null ? unfolding.at() : it.readyBy());
  }

  private static ClaimRefused refused(ReconcileLot it, String said) {
    return new ClaimRefused(
        it.from(), it.lot(), it.pieces(), said, "nobody here waits for its pieces");
  }

  /** Said about a lot that the job knows. */
  static Decision<JobEvent> known(Unfolding unfolding, Lot lot, ReconcileLot it) {
    return switch (it.standing()) {
      case MADE -> LotReports.made(unfolding, lot, it.from(), lot.pieces());
      case RETURNED ->
          LotReports.returned(
              unfolding, lot, it.from(), it.piecesMade(), "given back before a restore");
      case ACCEPTED, RUNNING -> stillAtWork(unfolding, lot, it);
    };
  }

  private static Decision<JobEvent> stillAtWork(Unfolding unfolding, Lot lot, ReconcileLot it) {
    if (!lot.standing().live()) {
      return LotReports.claim(unfolding, lot, it.from(), "it is still at work");
    }
    int made = Math.clamp(it.piecesMade(), 0, lot.pieces());
    if (made > lot.made()) {
      unfolding.then(
          new LotReconciled(it.from(), lot.id(), it.standing(), lot.pieces(), made, lot.readyBy()));
      Calling.proceed(unfolding);
    } else if (lot.standing() == Standing.AWARDED) {
      unfolding.then(new LotAccepted(it.from(), lot.id()));
    } else {
      return nothingNew();
    }
    return unfolding.accepted();
  }
}
