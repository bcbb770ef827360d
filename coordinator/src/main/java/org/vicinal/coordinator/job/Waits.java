package org.vicinal.coordinator.job;

import static org.vicinal.coordinator.decide.Decision.nothingNew;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.vicinal.coordinator.decide.Decision;
import org.vicinal.coordinator.job.JobEvent.LotLapsed;
import org.vicinal.coordinator.job.JobEvent.LotLate;
import org.vicinal.coordinator.job.JobEvent.LotWithdrawn;
import org.vicinal.coordinator.job.JobState.Ended;
import org.vicinal.coordinator.job.JobState.Finishing;
import org.vicinal.coordinator.job.JobState.Job;
import org.vicinal.coordinator.job.JobState.Making;
import org.vicinal.coordinator.job.JobState.NotOpened;
import org.vicinal.coordinator.job.JobState.Offered;
import org.vicinal.coordinator.job.JobState.Tendering;

/** What a job waits for, until when, and what happens then. */
final class Waits {
  private Waits() {}

  /** The next moment at which something happens by itself; the earliest when it is overdue. */
  static Optional<Instant> next(JobState state) {
    if (isTorn(state)) {
      return Optional.of(Instant.EPOCH);
    }
    return state
        .taskIfOpen()
        .flatMap(
            task ->
                Stream.concat(
                        closing(state, task).stream(),
                        state.lots().stream()
                            .filter(lot -> lot.standing().live())
                            .map(lot -> endOf(lot, task)))
                    .min(Instant::compareTo));
  }

  /**
   * Whether the state is one between two events of a decision. It is never stored by ourselves, but
   * an import may have lost the end of a log.
   */
  private static boolean isTorn(JobState state) {
    return switch (state) {
      case NotOpened _, Tendering _, Offered _, Ended _ -> false;
      case Making it ->
          Lots.made(it.lots()) >= it.task().wish().pieces()
              || Calling.missing(it.task(), it.lots()) > 0;
      case Finishing it -> !Lots.anyLive(it.lots());
    };
  }

  private static Optional<Instant> closing(JobState state, Job task) {
    return switch (state) {
      case Tendering it -> Optional.of(it.tender().closesAt().plus(task.rules().settling()));
      case Offered it -> Optional.of(it.until());
      case NotOpened _, Making _, Finishing _, Ended _ -> Optional.empty();
    };
  }

  private static Instant endOf(Lot lot, Job task) {
    return lot.standing() == Lot.Standing.AWARDED
        ? lot.waitsUntil().plus(task.rules().settling())
        : lot.waitsUntil();
  }

  /** Everything whose time is over happens. */
  static Decision<JobEvent> over(Unfolding unfolding) {
    var task = unfolding.state().taskIfOpen();
    if (task.isEmpty()) {
      return nothingNew();
    }
    for (var lot : unfolding.state().lots()) {
      if (lot.standing().live() && !unfolding.at().isBefore(endOf(lot, task.get()))) {
        unfolding.then(over(lot, task.get(), unfolding.at()));
      }
    }
    Calling.proceed(unfolding);
    if (unfolding.state() instanceof Tendering it
        && !unfolding.at().isBefore(it.tender().closesAt().plus(task.get().rules().settling()))) {
      Calling.close(
          unfolding,
          it,
          "its time is over; %d of %d have answered"
              .formatted(
                  it.tender().answers(), it.tender().answers() + it.tender().silent().size()));
    }
    if (unfolding.state() instanceof Offered it && !unfolding.at().isBefore(it.until())) {
      Offering.end(unfolding, it, "nobody chose by " + Words.time(it.until()));
    }
    return unfolding.accepted();
  }

  private static JobEvent over(Lot lot, Job task, Instant now) {
    var workshop = lot.from().workshop();
    return switch (lot.standing()) {
      case AWARDED -> new LotLapsed(lot.id(), workshop, lot.waitsUntil());
      case ACCEPTED, RUNNING ->
          new LotLate(lot.id(), workshop, lot.readyBy(), now.plus(task.rules().abandonAfter()));
      case LATE ->
          new LotWithdrawn(
              lot.id(),
              workshop,
              "it was promised for %s, and nobody has said anything for %d days"
                  .formatted(Words.time(lot.readyBy()), task.rules().abandonAfter().toDays()),
              lot.made());
      case MADE, DECLINED, LAPSED, RETURNED, INTERRUPTED, WITHDRAWN, REFUSED, STRANGE ->
          throw new IllegalStateException("Expected a live lot, but found " + lot);
    };
  }
}
