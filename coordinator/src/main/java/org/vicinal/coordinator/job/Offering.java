package org.vicinal.coordinator.job;

import static org.vicinal.coordinator.decide.Decision.invalid;
import static org.vicinal.coordinator.decide.Decision.nothingNew;
import static org.vicinal.coordinator.decide.Decision.reject;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.vicinal.coordinator.decide.Decision;
import org.vicinal.coordinator.decide.Rejection.Kind;
import org.vicinal.coordinator.job.JobCommand.ChooseBids;
import org.vicinal.coordinator.job.JobEvent.BidsChosen;
import org.vicinal.coordinator.job.JobEvent.BidsOffered;
import org.vicinal.coordinator.job.JobEvent.CallRefused;
import org.vicinal.coordinator.job.JobEvent.OfferEnded;
import org.vicinal.coordinator.job.JobState.Making;
import org.vicinal.coordinator.job.JobState.Offered;

/**
 * Bids that lie before the customer: how they are taken, and what happens when nobody takes one.
 */
final class Offering {
  private Offering() {}

  static JobState begun(JobState state, BidsOffered event) {
    return state instanceof Making it
        ? new Offered(it.task(), it.search(), event.bids(), event.until(), event.last(), it.lots())
        : state;
  }

  /** After it the bids stand by, as far as {@code chosen} or a rule may still take them. */
  static JobState over(JobState state, boolean chosen) {
    if (!(state instanceof Offered it)) {
      return state;
    }
    var search = it.last() ? it.search().withCounters(List.of()) : it.search();
    return new Making(it.task(), search, it.last() && !chosen ? List.of() : it.bids(), it.lots());
  }

  /** Without the bid that its workshop took back. */
  static JobState without(JobState state, CallRefused event) {
    var gone = event.from().workshop();
    return switch (state) {
      case Offered it ->
          new Offered(
              it.task(),
              it.search().plusRefusal(gone, event.reason()),
              it.bids().stream().filter(bid -> !bid.workshop().equals(gone)).toList(),
              it.until(),
              it.last(),
              it.lots());
      case Making it ->
          new Making(
              it.task(),
              it.search().plusRefusal(gone, event.reason()),
              it.standby().stream().filter(bid -> !bid.workshop().equals(gone)).toList(),
              it.lots());
      case JobState.NotOpened _, JobState.Tendering _, JobState.Finishing _, JobState.Ended _ ->
          state;
    };
  }

  static Decision<JobEvent> choose(Unfolding unfolding, ChooseBids command) {
    if (!(unfolding.state() instanceof Offered offered)) {
      return isDone(unfolding.state().lots(), command.picks())
          ? nothingNew()
          : reject(
              Kind.CONFLICT,
              "Job %s has no bids to choose from now. GET the order's bids to see when it has."
                  .formatted(command.job()));
    }
    var wrong = wrongIn(unfolding, offered, command);
    if (wrong.isPresent()) {
      return wrong.get();
    }
    unfolding.then(new BidsChosen(command.job(), command.picks()));
    Choice.award(unfolding, command.picks(), "the customer chose it");
    Calling.afterOffer(unfolding, offered.last());
    return unfolding.accepted();
  }

  /** The same choice again: its lots are there. */
  private static boolean isDone(List<Lot> lots, List<Pick> picks) {
    return !picks.isEmpty()
        && picks.stream()
            .allMatch(
                pick ->
                    lots.stream()
                        .anyMatch(
                            lot ->
                                lot.standing().live()
                                    && lot.from().workshop().equals(pick.workshop())
                                    && lot.pieces() == pick.pieces()));
  }

  private static Optional<Decision<JobEvent>> wrongIn(
      Unfolding unfolding, Offered offered, ChooseBids command) {
    int missing = Calling.missing(offered.task(), offered.lots());
    var seen = new HashSet<Object>();
    long pieces = 0;
    for (var pick : command.picks()) {
      var bid = Choice.bidOf(offered.bids(), pick.workshop());
      if (bid == null || !seen.add(pick.workshop())) {
        return wrong(
            "workshop",
            "Expected workshops that have a bid, each once, but found %s. GET the order's bids."
                .formatted(pick.workshop()));
      }
      if (pick.pieces() < 1 || pick.pieces() > bid.pieces()) {
        return wrong(
            "pieces",
            "Expected 1 to %d pieces from %s, as it bid, but found %d."
                .formatted(bid.pieces(), pick.workshop(), pick.pieces()));
      }
      if (!bid.canStillBegin(unfolding.at())) {
        return Optional.of(
            reject(
                Kind.CONFLICT,
                "%s promised it for %s, and cannot begin in time any more. Choose another."
                    .formatted(pick.workshop(), Words.time(bid.readyBy()))));
      }
      pieces += pick.pieces();
    }
    return pieces > missing
        ? wrong(
            "pieces",
            "Expected at most the %d pieces that are missing, but found %d."
                .formatted(missing, pieces))
        : Optional.empty();
  }

  private static Optional<Decision<JobEvent>> wrong(String field, String reason) {
    return Optional.of(invalid(field, reason));
  }

  /** Its time is over, or no bid is left: what was said happens. */
  static void end(Unfolding unfolding, Offered offered, String why) {
    unfolding.then(new OfferEnded(offered.task().id(), why));
    if (!offered.last()) {
      Choice.byRule(unfolding, "nobody chose in time; ");
    }
    Calling.afterOffer(unfolding, offered.last());
  }
}
