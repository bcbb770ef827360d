package org.vicinal.coordinator.deal;

import static org.vicinal.coordinator.decide.Decision.invalid;
import static org.vicinal.coordinator.decide.Decision.nothingNew;
import static org.vicinal.coordinator.decide.Decision.reject;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vicinal.coordinator.deal.DealCommand.AnswerRemedy;
import org.vicinal.coordinator.deal.DealCommand.DecideDispute;
import org.vicinal.coordinator.deal.DealCommand.InDispute;
import org.vicinal.coordinator.deal.DealCommand.ProposeRemedy;
import org.vicinal.coordinator.deal.DealEvent.Again;
import org.vicinal.coordinator.deal.DealEvent.DisputeClosed;
import org.vicinal.coordinator.deal.DealEvent.MediatorAccepted;
import org.vicinal.coordinator.deal.DealEvent.RemedyProposed;
import org.vicinal.coordinator.deal.DealEvent.RemedyRefused;
import org.vicinal.coordinator.deal.DealState.Disputed;
import org.vicinal.coordinator.deal.DealState.Owing;
import org.vicinal.coordinator.deal.DealState.Settled;
import org.vicinal.coordinator.decide.Asker;
import org.vicinal.coordinator.decide.Decision;
import org.vicinal.coordinator.decide.Rejection.Kind;

/**
 * How two people come to an end about pieces that one of them refused.
 *
 * <p>One proposes, the other answers; a new proposal takes the place of an open one. Both may leave
 * it to a mediator, whose word then counts. When nobody moves, a steward may decide, and in the end
 * the rule does: only what was not refused is owed.
 */
final class Disputing {
  private static final int MOST_PROPOSALS = 40;

  private Disputing() {}

  static Decision<DealEvent> say(Course course, InDispute command) {
    if (!(course.state() instanceof Disputed dispute)) {
      return course.state() instanceof Owing || course.state() instanceof Settled
          ? nothingNew()
          : DealDecider.notNow(course, "Looking for a remedy");
    }
    return switch (command) {
      case ProposeRemedy it -> propose(course, dispute, it.remedy());
      case AnswerRemedy it -> answer(course, dispute, it);
      case DecideDispute it -> decide(course, dispute, it);
    };
  }

  private static Party partyOf(Deal deal, Asker by) {
    if (DealDecider.isCustomer(deal, by)) {
      return Party.CUSTOMER;
    }
    return DealDecider.isWorkshop(deal, by) ? Party.WORKSHOP : Party.STEWARD;
  }

  private static Decision<DealEvent> propose(Course course, Disputed dispute, Remedy remedy) {
    var party = partyOf(dispute.deal(), course.by());
    if (party == Party.STEWARD) {
      return reject(
          Kind.FORBIDDEN,
          "Customer and workshop propose to each other. A steward decides once both accept one as"
              + " their mediator, or nobody moves.");
    }
    if (dispute.proposals() >= MOST_PROPOSALS) {
      return reject(
          Kind.CONFLICT,
          "There were %d proposals. Accept the open one, or wait for a steward."
              .formatted(dispute.proposals()));
    }
    var wrong = wrongIn(course, dispute, remedy);
    if (wrong.isPresent()) {
      return wrong.get();
    }
    if (dispute.open() != null
        && dispute.open().by() == party
        && dispute.open().remedy().equals(remedy)) {
      return nothingNew();
    }
    course.then(new RemedyProposed(dispute.deal().lot(), dispute.proposals() + 1, party, remedy));
    return course.accepted();
  }

  private static Optional<Decision<DealEvent>> wrongIn(
      Course course, Disputed dispute, Remedy remedy) {
    return switch (remedy) {
      case Remedy.Remake it ->
          it.readyBy().isAfter(course.at())
                  && it.readyBy().isBefore(course.at().plus(Duration.ofDays(366)))
              ? Optional.empty()
              : Optional.of(
                  invalid(
                      "readyBy", "Expected a time after now and within a year, but found " + it));
      case Remedy.PartPayment it ->
          it.minorUnits() >= 0 && it.minorUnits() <= dispute.deal().price().minorUnits()
              ? Optional.empty()
              : Optional.of(
                  invalid(
                      "minorUnits",
                      "Expected 0 to %d (%s), but found %d."
                          .formatted(
                              dispute.deal().price().minorUnits(),
                              dispute.deal().price().words(),
                              it.minorUnits())));
      case Remedy.Mediator _ -> Optional.empty();
    };
  }

  private static Decision<DealEvent> answer(Course course, Disputed dispute, AnswerRemedy command) {
    var lot = dispute.deal().lot();
    var open = dispute.open();
    var party = partyOf(dispute.deal(), course.by());
    if (open == null || open.number() != command.number()) {
      return command.number() <= dispute.proposals()
          ? nothingNew()
          : reject(Kind.UNKNOWN, "There is no proposal %d.".formatted(command.number()));
    }
    if (party == open.by() || party == Party.STEWARD) {
      return reject(
          Kind.FORBIDDEN,
          "Proposal %d is %s's. The other one answers it."
              .formatted(open.number(), open.by().words()));
    }
    if (!command.yes()) {
      course.then(new RemedyRefused(lot, open.number(), party));
    } else if (open.remedy() instanceof Remedy.Mediator(var person)) {
      course.then(
          new MediatorAccepted(lot, person, course.at().plus(dispute.deal().patience().dispute())));
    } else {
      close(course, dispute, open.by(), true, open.remedy(), "");
    }
    return course.accepted();
  }

  private static Decision<DealEvent> decide(
      Course course, Disputed dispute, DecideDispute command) {
    boolean steward = course.by() instanceof Asker.Steward;
    boolean mine =
        course.by() instanceof Asker.Steward(var person) && person.equals(dispute.mediator());
    if (!mine && !(steward && dispute.overdue())) {
      return reject(
          Kind.FORBIDDEN,
          "The dispute about lot %s is for customer and workshop until %s, or for the mediator whom both accepted."
              .formatted(dispute.deal().lot(), dispute.until()));
    }
    if (command.sealed().isBlank() || Judging.tooLong(command.sealed())) {
      return invalid("reason", "Expected a reason of 1 to 2,000 characters, for both to read.");
    }
    if (command.remedy() instanceof Remedy.Mediator) {
      return invalid("remedy", "Expected a remake or a part payment: a mediator decides.");
    }
    var wrong = wrongIn(course, dispute, command.remedy());
    if (wrong.isPresent()) {
      return wrong.get();
    }
    close(course, dispute, Party.STEWARD, false, command.remedy(), command.sealed());
    return course.accepted();
  }

  /** Nobody found a remedy: what was not refused is owed. */
  static void closeByRule(Course course, Disputed dispute) {
    var deal = dispute.deal();
    course.then(new DisputeClosed(deal.lot(), null, false, null, "", null));
    Paying.owe(course, deal, kept(dispute), "nobody found a remedy: only accepted pieces are owed");
  }

  private static void close(
      Course course, Disputed dispute, Party by, boolean agreed, Remedy remedy, String sealed) {
    var deal = dispute.deal();
    var again = againFor(dispute, remedy);
    course.then(new DisputeClosed(deal.lot(), by, agreed, remedy, sealed, again));
    switch (remedy) {
      case Remedy.Remake _ ->
          Paying.owe(
              course, deal, kept(dispute), "the refused pieces are made again, and owed then");
      case Remedy.PartPayment it ->
          Paying.owe(
              course,
              deal,
              Owed.amount(deal.price(), it.minorUnits(), "part of the price"),
              agreed ? "both agreed on it" : "a steward decided it");
      case Remedy.Mediator _ ->
          throw new IllegalStateException("Expected a remedy that ends a dispute.");
    }
  }

  private static @Nullable Again againFor(Disputed dispute, Remedy remedy) {
    return remedy instanceof Remedy.Remake(var readyBy)
        ? new Again(
            dispute.deal(),
            dispute.refused(),
            Owed.rest(dispute.deal().price(), kept(dispute)),
            readyBy)
        : null;
  }

  private static org.vicinal.messages.work.Price kept(Disputed dispute) {
    var deal = dispute.deal();
    return Owed.forPieces(deal.price(), deal.pieces() - dispute.refused(), deal.pieces());
  }
}
