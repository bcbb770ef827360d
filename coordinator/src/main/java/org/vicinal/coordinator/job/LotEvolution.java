package org.vicinal.coordinator.job;

import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.vicinal.coordinator.job.JobEvent.ClaimRefused;
import org.vicinal.coordinator.job.JobEvent.LotAccepted;
import org.vicinal.coordinator.job.JobEvent.LotDeclined;
import org.vicinal.coordinator.job.JobEvent.LotDelayed;
import org.vicinal.coordinator.job.JobEvent.LotInterrupted;
import org.vicinal.coordinator.job.JobEvent.LotLapsed;
import org.vicinal.coordinator.job.JobEvent.LotLate;
import org.vicinal.coordinator.job.JobEvent.LotMade;
import org.vicinal.coordinator.job.JobEvent.LotReconciled;
import org.vicinal.coordinator.job.JobEvent.LotReturned;
import org.vicinal.coordinator.job.JobEvent.LotWithdrawn;
import org.vicinal.coordinator.job.JobEvent.RunEnded;
import org.vicinal.coordinator.job.JobEvent.RunStarted;
import org.vicinal.coordinator.job.JobEvent.SurplusMade;
import org.vicinal.coordinator.job.Lot.Standing;
import org.vicinal.messages.id.LotId;
import org.vicinal.messages.net.Seen;

/** The lots after an event about one of them. */
final class LotEvolution {
  private LotEvolution() {}

  static List<Lot> after(JobState state, JobEvent event) {
    return switch (event) {
      case LotAccepted it ->
          change(
              state,
              it.lot(),
              lot ->
                  lot.heard(it.from())
                      .with(Standing.ACCEPTED)
                      .waitingUntil(lateAfter(state, lot.readyBy())));
      case LotDelayed it ->
          change(
              state,
              it.lot(),
              lot ->
                  notLate(lot.heard(it.from()))
                      .delayedTo(it.readyBy())
                      .waitingUntil(lateAfter(state, it.readyBy())));
      case LotDeclined it ->
          change(state, it.lot(), lot -> lot.heard(it.from()).with(Standing.DECLINED));
      case LotLapsed it -> change(state, it.lot(), lot -> lot.with(Standing.LAPSED));
      case RunStarted it -> change(state, it.lot(), lot -> running(lot.heard(it.from())));
      case RunEnded it -> change(state, it.lot(), lot -> ended(lot.heard(it.from()), it.ending()));
      case LotMade it ->
          change(
              state,
              it.lot(),
              lot -> lot.heard(it.from()).withMade(it.pieces()).with(Standing.MADE));
      case LotReturned it ->
          change(
              state,
              it.lot(),
              lot -> lot.heard(it.from()).withMade(it.piecesMade()).with(Standing.RETURNED));
      case LotInterrupted it ->
          change(
              state,
              it.lot(),
              lot -> lot.heard(it.from()).withMade(it.piecesMade()).with(Standing.INTERRUPTED));
      case LotLate it ->
          change(state, it.lot(), lot -> lot.with(Standing.LATE).waitingUntil(it.takenBackAt()));
      case LotWithdrawn it -> change(state, it.lot(), lot -> lot.with(Standing.WITHDRAWN));
      case SurplusMade it ->
          change(
              state,
              it.lot(),
              lot -> lot.heard(it.from()).withSurplus(lot.surplus() + it.pieces()));
      case LotReconciled it -> Lots.with(state.lots(), reconciled(state, it));
      case ClaimRefused it -> Lots.with(state.lots(), claimed(state, it));
      case JobEvent other -> throw new IllegalArgumentException("Not about one lot: " + other);
    };
  }

  private static List<Lot> change(JobState state, LotId id, UnaryOperator<Lot> rule) {
    return Lots.find(state.lots(), id)
        .map(lot -> Lots.with(state.lots(), rule.apply(lot)))
        .orElse(state.lots());
  }

  private static Instant lateAfter(JobState state, Instant readyBy) {
    return state.taskIfOpen().map(task -> readyBy.plus(task.rules().lateGrace())).orElse(readyBy);
  }

  private static Lot running(Lot lot) {
    return lot.standing() == Standing.ACCEPTED ? lot.with(Standing.RUNNING) : lot;
  }

  /** A new promise is no longer late; which of its pieces are under way is told by its runs. */
  private static Lot notLate(Lot lot) {
    return lot.standing() == Standing.LATE ? lot.with(Standing.ACCEPTED) : lot;
  }

  /** A piece counts for the job as long as the lot is the workshop's own. */
  private static Lot ended(Lot lot, Seen.Ending ending) {
    return ending == Seen.Ending.MADE && lot.standing().live() && lot.made() < lot.pieces()
        ? lot.withMade(lot.made() + 1)
        : lot;
  }

  private static Lot reconciled(JobState state, LotReconciled event) {
    var readyBy = event.readyBy();
    return new Lot(
        event.lot(),
        event.from(),
        event.pieces(),
        event.piecesMade(),
        Lots.find(state.lots(), event.lot()).map(Lot::surplus).orElse(0),
        switch (event.standing()) {
          case ACCEPTED -> Standing.ACCEPTED;
          case RUNNING -> Standing.RUNNING;
          case MADE -> Standing.MADE;
          case RETURNED -> Standing.RETURNED;
        },
        readyBy,
        lateAfter(state, readyBy),
        null,
        0);
  }

  private static Lot claimed(JobState state, ClaimRefused event) {
    return Lots.find(state.lots(), event.lot())
        .map(lot -> lot.heard(event.from()))
        .orElseGet(() -> stranger(event));
  }

  private static Lot stranger(ClaimRefused event) {
    return new Lot(
        event.lot(),
        event.from(),
        event.pieces(),
        0,
        0,
        Standing.STRANGE,
        Instant.EPOCH,
        Instant.EPOCH,
        null,
        0);
  }
}
