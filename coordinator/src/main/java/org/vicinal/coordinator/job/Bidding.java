package org.vicinal.coordinator.job;

import static org.vicinal.coordinator.decide.Decision.invalid;
import static org.vicinal.coordinator.decide.Decision.nothingNew;
import static org.vicinal.coordinator.decide.Decision.reject;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vicinal.coordinator.decide.Asker;
import org.vicinal.coordinator.decide.Decision;
import org.vicinal.coordinator.decide.Rejection.Kind;
import org.vicinal.coordinator.job.JobCommand.PlaceBid;
import org.vicinal.coordinator.job.JobCommand.RefuseCall;
import org.vicinal.coordinator.job.JobEvent.BidPlaced;
import org.vicinal.coordinator.job.JobEvent.CallRefused;
import org.vicinal.coordinator.job.JobState.Ended;
import org.vicinal.coordinator.job.JobState.Finishing;
import org.vicinal.coordinator.job.JobState.Making;
import org.vicinal.coordinator.job.JobState.NotOpened;
import org.vicinal.coordinator.job.JobState.Offered;
import org.vicinal.coordinator.job.JobState.Tendering;
import org.vicinal.messages.id.JobId;
import org.vicinal.messages.work.Payment;
import org.vicinal.messages.work.Price;

/** How a call is answered. */
final class Bidding {
  private static final int MOST_LINES = 8;
  private static final int LONGEST_LINE = 60; // bytes; 256 bids have to fit into a state
  private static final int LONGEST_NOTE = 120; // bytes
  private static final int MOST_WORDS = 240; // bytes, of all lines and notes together

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
    if (known.isPresent() && known.get().changes() >= Bid.MOST_CHANGES) {
      return reject(
          Kind.CONFLICT,
          "Workshop %s has changed its bid for round %d of job %s %d times, which is the most. The last one stands."
              .formatted(bid.from().workshop(), bid.round(), bid.job(), Bid.MOST_CHANGES));
    }
    var wrong = wrongIn(unfolding, bid);
    if (wrong.isPresent()) {
      return wrong.get();
    }
    var wish = state.task().wish();
    var differs =
        wish.choosing() == null
            ? List.<String>of()
            : Counter.differences(
                wish,
                state.tender().pieces(),
                bid.pieces(),
                bid.readyBy(),
                bid.price(),
                bid.offering());
    var placed =
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
            !bid.readyBy().isAfter(wish.wanted()),
            bid.offering(),
            differs);
    int weight = Evolution.bidOf(placed, state.tender()).weight();
    if (!state.tender().hasRoom(bid.from().workshop(), weight)) {
      return reject(
          Kind.CONFLICT,
          "Round %d of job %s is full: %d bids are all it can keep. Bid in fewer words, or wait for its next call."
              .formatted(bid.round(), bid.job(), state.tender().bids().size()));
    }
    unfolding.then(placed);
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
    var wrongPrice = bid.price().wrong();
    if (!wrongPrice.isEmpty()) {
      return Optional.of(invalid("price", wrongPrice));
    }
    if (bid.offering() != null && !isShort(bid.offering())) {
      return Optional.of(
          invalid(
              "offering",
              "Expected a material of at most %d and a note of at most %d bytes."
                  .formatted(LONGEST_LINE, LONGEST_NOTE)));
    }
    if (words(bid.price(), bid.offering()) > MOST_WORDS) {
      return Optional.of(
          invalid(
              "price",
              "Expected a bid with at most %d bytes of words (lines, note, material, how to pay), but found %d. Say it in fewer."
                  .formatted(MOST_WORDS, words(bid.price(), bid.offering()))));
    }
    return bid.price().lines().size() <= MOST_LINES
            && isShort(bid.price().payment())
            && bid.price().lines().stream().allMatch(Bidding::isShort)
        ? Optional.empty()
        : Optional.of(
            invalid(
                "price",
                "Expected at most %d lines of at most %d bytes each."
                    .formatted(MOST_LINES, LONGEST_LINE)));
  }

  private static boolean isShort(Price.Line line) {
    return bytes(line.what()) <= LONGEST_LINE;
  }

  private static boolean isShort(@Nullable Payment payment) {
    return payment == null || bytes(payment.how()) <= LONGEST_LINE;
  }

  private static boolean isShort(org.vicinal.messages.net.Offering offering) {
    return bytes(offering.material()) <= LONGEST_LINE && bytes(offering.note()) <= LONGEST_NOTE;
  }

  static int words(Price price, org.vicinal.messages.net.@Nullable Offering offering) {
    int words = price.lines().stream().mapToInt(line -> bytes(line.what())).sum();
    if (price.payment() != null) {
      words += bytes(price.payment().how());
    }
    return offering == null ? words : words + bytes(offering.material()) + bytes(offering.note());
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  static Decision<JobEvent> refuse(Unfolding unfolding, RefuseCall refusal) {
    if (!(unfolding.state() instanceof Tendering state)
        || state.tender().round() != refusal.round()) {
      return takeBack(unfolding, refusal);
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

  /** A bid that was not awarded is its workshop's to take back, though the call is closed. */
  private static Decision<JobEvent> takeBack(Unfolding unfolding, RefuseCall refusal) {
    var bids =
        switch (unfolding.state()) {
          case Offered it -> it.bids();
          case Making it -> it.standby();
          case NotOpened _, Tendering _, Finishing _, Ended _ -> List.<Bid>of();
        };
    var bid = Choice.bidOf(bids, refusal.from().workshop());
    if (bid == null || bid.round() != refusal.round()) {
      return closed(refusal.job(), refusal.round());
    }
    if (!refusal.from().after(bid.from())) {
      return nothingNew();
    }
    if (!isItself(unfolding.by(), refusal.from())) {
      return notAsked(refusal.from(), refusal.job(), refusal.round());
    }
    unfolding.then(
        new CallRefused(refusal.from(), refusal.job(), refusal.round(), refusal.reason()));
    if (unfolding.state() instanceof Offered it && it.bids().isEmpty()) {
      Offering.end(unfolding, it, "every bid was taken back");
    }
    return unfolding.accepted();
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
