package org.vicinal.coordinator.job;

import static org.vicinal.coordinator.decide.Decision.nothingNew;
import static org.vicinal.coordinator.decide.Decision.reject;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vicinal.coordinator.decide.Asked;
import org.vicinal.coordinator.decide.Asker;
import org.vicinal.coordinator.decide.Decider;
import org.vicinal.coordinator.decide.Decision;
import org.vicinal.coordinator.decide.Occurred;
import org.vicinal.coordinator.decide.Rejection.Kind;
import org.vicinal.coordinator.job.JobCommand.AboutLot;
import org.vicinal.coordinator.job.JobCommand.ChooseBids;
import org.vicinal.coordinator.job.JobCommand.OpenJob;
import org.vicinal.coordinator.job.JobCommand.PlaceBid;
import org.vicinal.coordinator.job.JobCommand.RefuseCall;
import org.vicinal.coordinator.job.JobCommand.RemakeLot;
import org.vicinal.coordinator.job.JobCommand.TakeBackLot;
import org.vicinal.coordinator.job.JobCommand.WakeJob;
import org.vicinal.coordinator.job.JobCommand.WithdrawJob;
import org.vicinal.coordinator.job.JobEvent.JobOpened;
import org.vicinal.coordinator.job.JobEvent.JobWithdrawn;
import org.vicinal.coordinator.job.JobEvent.LotWithdrawn;
import org.vicinal.coordinator.job.JobState.Ended;
import org.vicinal.coordinator.job.JobState.Finishing;
import org.vicinal.coordinator.job.JobState.Job;
import org.vicinal.coordinator.job.JobState.Making;
import org.vicinal.coordinator.job.JobState.NotOpened;
import org.vicinal.coordinator.job.JobState.Offered;
import org.vicinal.coordinator.job.JobState.Tendering;

/**
 * How a job finds its workshops and gets its pieces.
 *
 * <pre>
 *              RingCalled                    TenderClosed, LotAwarded (all pieces are in lots)
 *   NotOpened ------------> Tendering &lt;-----------------------------------&gt; Making
 *       |                    |  ^  |        RingCalled (pieces are missing again)  |
 *       |                    |  +--+ RingCalled: the next ring                     |
 *       |                    | SearchEnded: no ring left, or no try                | SearchEnded
 *       |                    v                                                     |
 *       | JobUnmade       Finishing &lt;----------------------------------------------+
 *       |                    | JobMade, JobUnmade, JobWithdrawn                    |
 *       +------------------> Ended &lt;-----------------------------------------------+
 *
 *               BidsOffered: the customer is to choose, or only counter-bids are left
 *   Tendering, Making ---------------------------------------------------------> Offered
 *                     &lt;--------------------------------------------------------- until a moment
 *                       BidsChosen, or OfferEnded: what was said happens
 * </pre>
 *
 * <p>Every lot of a job has a life of its own in it:
 *
 * <pre>
 *   AWARDED --LotAccepted--> ACCEPTED --RunStarted--> RUNNING --LotMade--> MADE
 *      |                        |    LotLate            |
 *      | LotDeclined,           +-------> LATE &lt;--------+
 *      | LotLapsed              |           | LotWithdrawn by a person, or after a long silence
 *      v                        v           v
 *   DECLINED, LAPSED         RETURNED, INTERRUPTED, WITHDRAWN     (what is missing is called again)
 * </pre>
 *
 * <p>What becomes of made pieces is their {@linkplain org.vicinal.coordinator.deal deal's} life.
 * When it says that some are not good ({@code LotRefused}), the job is under way again, and awards
 * or calls for them.
 *
 * <p>{@code Tendering} waits until its call closes, and every live lot until the moment that stands
 * in it; so no state is without a way out. Whatever a workshop says about a lot that is not, or no
 * longer, its own is recorded and never applied.
 */
public final class JobDecider implements Decider<JobState, JobCommand, JobEvent> {
  @Override
  public JobState initial() {
    return new NotOpened(List.of());
  }

  @Override
  public Decision<JobEvent> decide(JobState state, Asked<JobCommand> asked) {
    var unfolding = new Unfolding(state, asked);
    return switch (asked.command()) {
      case OpenJob it -> open(unfolding, it);
      case PlaceBid it -> Bidding.bid(unfolding, it);
      case RefuseCall it -> Bidding.refuse(unfolding, it);
      case AboutLot it -> LotReports.note(unfolding, it);
      case TakeBackLot it -> takeBack(unfolding, it);
      case ChooseBids it ->
          unfolding.state().taskIfOpen().filter(task -> mayDecide(unfolding.by(), task)).isPresent()
              ? Offering.choose(unfolding, it)
              : mayNotChoose(unfolding, it);
      case RemakeLot it -> Remaking.remake(unfolding, it);
      case WithdrawJob it -> withdraw(unfolding, it);
      case WakeJob _ -> Waits.over(unfolding);
    };
  }

  private static Decision<JobEvent> open(Unfolding unfolding, OpenJob command) {
    if (!(unfolding.by() instanceof Asker.Coordinator)) {
      return notYours(command);
    }
    if (!(unfolding.state() instanceof NotOpened)) {
      return nothingNew();
    }
    unfolding.then(new JobOpened(command.job(), command.order(), command.wish(), command.rules()));
    Calling.begin(unfolding);
    return unfolding.accepted();
  }

  private static Decision<JobEvent> takeBack(Unfolding unfolding, TakeBackLot command) {
    var lot = Lots.find(unfolding.state().lots(), command.lot());
    var task = unfolding.state().taskIfOpen();
    if (lot.isEmpty() || task.isEmpty()) {
      return reject(Kind.UNKNOWN, "There is no lot %s at work.".formatted(command.lot()));
    }
    if (!mayDecide(unfolding.by(), task.get())) {
      return notYours(command);
    }
    if (!lot.get().standing().live()) {
      return nothingNew();
    }
    if (!unfolding.at().isAfter(lot.get().readyBy()) && lot.get().promised() == null) {
      return reject(
          Kind.CONFLICT,
          "Lot %s is promised for %s, and stays with %s until then. Take it back afterwards."
              .formatted(
                  command.lot(), Words.time(lot.get().readyBy()), lot.get().from().workshop()));
    }
    unfolding.then(
        new LotWithdrawn(
            command.lot(), lot.get().from().workshop(), command.reason(), lot.get().made()));
    Calling.proceed(unfolding);
    return unfolding.accepted();
  }

  private static Decision<JobEvent> mayNotChoose(Unfolding unfolding, ChooseBids command) {
    return unfolding.state().taskIfOpen().isPresent()
        ? notYours(command)
        : reject(
            Kind.CONFLICT,
            "Job %s is not under way, so there is nothing to choose.".formatted(command.job()));
  }

  private static boolean mayDecide(Asker by, Job task) {
    return switch (by) {
      case Asker.Customer(var person) -> person.equals(task.wish().customer());
      case Asker.Steward _ -> true;
      case Asker.Designer _, Asker.Workshop _, Asker.Coordinator _ -> false;
    };
  }

  private static Decision<JobEvent> withdraw(Unfolding unfolding, WithdrawJob command) {
    if (!(unfolding.by() instanceof Asker.Coordinator)) {
      return notYours(command);
    }
    var task = unfolding.state().taskIfOpen();
    if (task.isEmpty()) {
      return unfolding.state() instanceof Ended
          ? nothingNew()
          : reject(Kind.UNKNOWN, "There is no job %s to withdraw.".formatted(command.job()));
    }
    for (var lot : unfolding.state().lots()) {
      if (lot.standing().live()) {
        unfolding.then(
            new LotWithdrawn(lot.id(), lot.from().workshop(), command.reason(), lot.made()));
      }
    }
    unfolding.then(
        new JobWithdrawn(
            command.job(),
            task.get().order(),
            command.reason(),
            unfolding.state().lots().stream().filter(lot -> lot.made() > 0).map(Lot::id).toList()));
    return unfolding.accepted();
  }

  private static Decision<JobEvent> notYours(JobCommand command) {
    return reject(
        Kind.FORBIDDEN,
        "Job %s belongs to an order. Ask with the token of its customer.".formatted(command.job()));
  }

  @Override
  public JobState evolve(JobState state, Occurred<JobEvent> event) {
    return Evolution.after(state, event.event());
  }

  @Override
  public Optional<Instant> wake(JobState state) {
    return switch (state) {
      case NotOpened _, Ended _ -> Optional.empty();
      case Tendering _, Offered _, Making _, Finishing _ -> Waits.next(state);
    };
  }
}
