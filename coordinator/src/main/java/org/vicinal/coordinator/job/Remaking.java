package org.vicinal.coordinator.job;

import static org.vicinal.coordinator.decide.Decision.nothingNew;
import static org.vicinal.coordinator.decide.Decision.reject;

import java.util.List;
import org.vicinal.coordinator.deal.DealEvent.Again;
import org.vicinal.coordinator.decide.Asker;
import org.vicinal.coordinator.decide.Decision;
import org.vicinal.coordinator.decide.Rejection.Kind;
import org.vicinal.coordinator.job.JobCommand.RemakeLot;
import org.vicinal.coordinator.job.JobEvent.LotAwarded;
import org.vicinal.coordinator.job.JobEvent.LotRefused;
import org.vicinal.coordinator.job.JobState.Ended;
import org.vicinal.coordinator.job.JobState.Finishing;
import org.vicinal.coordinator.job.JobState.Job;
import org.vicinal.coordinator.job.JobState.Making;
import org.vicinal.coordinator.job.JobState.Outcome;
import org.vicinal.messages.id.LotId;

/**
 * Pieces that were made and are missing again: the first piece was not good, a dispute ended with a
 * remake, or the pieces never became ready. They go to the same workshop as a lot of a new number,
 * or are called for like any missing piece.
 */
final class Remaking {
  private Remaking() {}

  static Decision<JobEvent> remake(Unfolding unfolding, RemakeLot command) {
    if (!(unfolding.by() instanceof Asker.Coordinator)) {
      return reject(Kind.FORBIDDEN, "Pieces are made again when their deal says so.");
    }
    var known = Lots.find(unfolding.state().lots(), command.lot());
    if (known.isEmpty()) {
      return reject(Kind.UNKNOWN, "There is no lot %s.".formatted(command.lot()));
    }
    var lot = known.get();
    if (!lot.standing().live() && lot.made() <= command.left()) {
      return nothingNew();
    }
    unfolding.then(new LotRefused(lot.id(), lot.from().workshop(), command.left(), command.why()));
    var task = unfolding.state().taskIfOpen();
    if (task.isEmpty()) {
      return unfolding.accepted(); // nobody wants them any more
    }
    if (command.same() && unfolding.state().lots().size() < Lots.MOST) {
      unfolding.then(award(unfolding, task.get(), lot, command.again(), command.why()));
    } else {
      Calling.proceed(unfolding);
    }
    return unfolding.accepted();
  }

  private static LotAwarded award(Unfolding unfolding, Job task, Lot lot, Again again, String why) {
    var deal = again.deal();
    return new LotAwarded(
        new LotId(task.id(), unfolding.generation(), Lots.nextNumber(unfolding.state().lots())),
        lot.from().workshop(),
        deal.metres(),
        deal.machine(),
        task.wish().title(),
        task.wish().requirement(),
        task.wish().files(),
        again.pieces(),
        again.price(),
        unfolding.at().plus(task.rules().acceptWindow()),
        again.readyBy(),
        why,
        deal.secondsPerPiece(),
        deal.firstPiece() && again.pieces() > 1,
        deal.footing());
  }

  /** The lot after it was refused; a job that had ended is under way again, if it is wanted. */
  static JobState refused(JobState state, LotRefused event) {
    var lots =
        Lots.find(state.lots(), event.lot())
            .map(lot -> Lots.with(state.lots(), after(lot, event)))
            .orElse(state.lots());
    return switch (state) {
      case Ended it when it.outcome() != Outcome.WITHDRAWN ->
          new Making(it.task(), it.searched(), List.of(), lots);
      case Finishing it -> new Making(it.task(), it.searched(), List.of(), lots);
      default -> Evolution.withLots(state, lots);
    };
  }

  private static Lot after(Lot lot, LotRefused event) {
    var fewer = lot.refusedDownTo(event.left());
    return lot.standing().live() ? fewer.with(Lot.Standing.REFUSED) : fewer;
  }

  static Lot lotOf(LotAwarded event) {
    return new Lot(
        event.lot(),
        new Source(event.workshop(), 0, 0),
        event.pieces(),
        0,
        0,
        Lot.Standing.AWARDED,
        event.readyBy(),
        event.acceptBy(),
        null,
        0);
  }
}
