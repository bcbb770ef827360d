package org.vicinal.coordinator.job;

import static org.vicinal.coordinator.decide.Decision.invalid;
import static org.vicinal.coordinator.decide.Decision.nothingNew;
import static org.vicinal.coordinator.decide.Decision.reject;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.vicinal.coordinator.decide.Asker;
import org.vicinal.coordinator.decide.Decision;
import org.vicinal.coordinator.decide.Rejection.Kind;
import org.vicinal.coordinator.job.JobCommand.PlaceBid;
import org.vicinal.coordinator.job.JobCommand.RefuseCall;
import org.vicinal.coordinator.job.JobEvent.BidPlaced;
import org.vicinal.coordinator.job.JobEvent.CallRefused;
import org.vicinal.coordinator.job.JobState.Tendering;
import org.vicinal.messages.id.JobId;
import org.vicinal.messages.work.Price;

/** How a call is answered. */
final class Bidding {
  private static final int MOST_LINES = 8;
  private static final int LONGEST_LINE = 60; // bytes; 256 bids have to fit into a state

  private Bidding() {}

  static Decision<JobEvent> bid(Unfolding unfolding, PlaceBid bid) {
    if (!(unfolding.state() instanceof Tendering state) || state.tender().round() != bid.round()) {
      return closed(bid.job(), bid.round());
    }
    var known = state.tender().bidOf(bid.from().workshop());
    if (known.isPresent() && !bid.from().after(known.get().from())) {
      return nothingNew();
    }
    var metres = state.tender().metresOf(bid.from().workshop());
    if (!isItself(unfolding.by(), bid.from()) || metres.isEmpty()) {
      return notAsked(bid.from(), bid.job(), bid.round());
    }
    var wrong = wrongIn(unfolding, bid);
    if (wrong.isPresent()) {
      return wrong.get();
    }
    unfolding.then(
        new BidPlaced(
            bid.from(),
            bid.job(),
            bid.round(),
            metres.get(),
            bid.machine(),
            bid.pieces(),
            bid.secondsPerPiece(),
            bid.readyBy(),
            bid.price(),
            !bid.readyBy().isAfter(state.task().wish().wanted())));
    return closeWhenAllAnswered(unfolding);
  }

  private static Optional<Decision<JobEvent>> wrongIn(Unfolding unfolding, PlaceBid bid) {
    if (bid.pieces() < 1) {
      return Optional.of(
          invalid("pieces", "Expected a bid for 1 piece or more, but found " + bid.pieces() + "."));
    }
    if (!(bid.secondsPerPiece() >= 0) || Double.isInfinite(bid.secondsPerPiece())) {
      return Optional.of(
          invalid("secondsPerPiece", "Expected a time per piece from 0 s, and not for ever."));
    }
    if (!bid.readyBy().isAfter(unfolding.at())) {
      return Optional.of(
          invalid(
              "readyBy",
              "Expected a promise for after now (%s), but found %s. Is your clock right?"
                  .formatted(unfolding.at(), bid.readyBy())));
    }
    return bid.price().lines().size() <= MOST_LINES
            && bid.price().lines().stream().allMatch(Bidding::isShort)
        ? Optional.empty()
        : Optional.of(
            invalid(
                "price",
                "Expected at most %d lines of at most %d bytes each."
                    .formatted(MOST_LINES, LONGEST_LINE)));
  }

  private static boolean isShort(Price.Line line) {
    return line.what().getBytes(StandardCharsets.UTF_8).length <= LONGEST_LINE;
  }

  static Decision<JobEvent> refuse(Unfolding unfolding, RefuseCall refusal) {
    if (!(unfolding.state() instanceof Tendering state)
        || state.tender().round() != refusal.round()) {
      return closed(refusal.job(), refusal.round());
    }
    var workshop = refusal.from().workshop();
    var known = state.tender().bidOf(workshop);
    if (known.isPresent() && !refusal.from().after(known.get().from())) {
      return nothingNew();
    }
    if (!isItself(unfolding.by(), refusal.from()) || state.tender().metresOf(workshop).isEmpty()) {
      return notAsked(refusal.from(), refusal.job(), refusal.round());
    }
    unfolding.then(
        new CallRefused(refusal.from(), refusal.job(), refusal.round(), refusal.reason()));
    return closeWhenAllAnswered(unfolding);
  }

  private static Decision<JobEvent> closeWhenAllAnswered(Unfolding unfolding) {
    if (unfolding.state() instanceof Tendering state && state.tender().silent().isEmpty()) {
      int answers = state.tender().answers();
      Calling.close(
          unfolding,
          state,
          answers == 1
              ? "the one that was asked has answered"
              : "all " + answers + " have answered");
    }
    return unfolding.accepted();
  }

  static boolean isItself(Asker by, Source from) {
    return by instanceof Asker.Workshop(var workshop) && workshop.equals(from.workshop());
  }

  private static Decision<JobEvent> closed(JobId job, int round) {
    return reject(
        Kind.CONFLICT,
        "Round %d of job %s is closed. Wait for its next call.".formatted(round, job));
  }

  private static Decision<JobEvent> notAsked(Source from, JobId job, int round) {
    return reject(
        Kind.FORBIDDEN,
        "Workshop %s is not among those who may still answer round %d of job %s. Answer calls that name you, once."
            .formatted(from.workshop(), round, job));
  }
}
