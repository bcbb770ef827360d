package org.vicinal.coordinator.deal;

import static org.vicinal.coordinator.decide.Decision.invalid;
import static org.vicinal.coordinator.decide.Decision.nothingNew;
import static org.vicinal.coordinator.decide.Decision.reject;

import java.util.Optional;
import org.vicinal.coordinator.deal.DealCommand.CheckPieces;
import org.vicinal.coordinator.deal.DealCommand.FromWorkshop;
import org.vicinal.coordinator.deal.DealCommand.HandOverPieces;
import org.vicinal.coordinator.deal.DealCommand.ReadyPieces;
import org.vicinal.coordinator.deal.DealCommand.TickReceived;
import org.vicinal.coordinator.deal.DealEvent.CodeWrong;
import org.vicinal.coordinator.deal.DealEvent.GateMissed;
import org.vicinal.coordinator.deal.DealEvent.GatePassed;
import org.vicinal.coordinator.deal.DealEvent.PiecesCollected;
import org.vicinal.coordinator.deal.DealEvent.PiecesReadied;
import org.vicinal.coordinator.deal.DealEvent.PiecesSent;
import org.vicinal.coordinator.deal.DealState.Made;
import org.vicinal.coordinator.deal.DealState.Making;
import org.vicinal.coordinator.deal.DealState.Promised;
import org.vicinal.coordinator.deal.DealState.Ready;
import org.vicinal.coordinator.decide.Decision;
import org.vicinal.coordinator.decide.Rejection.Kind;
import org.vicinal.messages.work.Handing;

/** What the workshop says after its machine has stopped: checked, ready, handed over, paid. */
final class Handover {
  private static final int LONGEST_MARK = 80;

  private Handover() {}

  static Decision<DealEvent> say(Course course, FromWorkshop command) {
    return switch (command) {
      case CheckPieces it -> check(course, it);
      case ReadyPieces _ -> ready(course);
      case HandOverPieces it -> handOver(course, it);
      case TickReceived _ -> Paying.received(course);
    };
  }

  private static Decision<DealEvent> check(Course course, CheckPieces command) {
    if (!before(course)) {
      return nothingNew();
    }
    var deal = course.state().agreed().orElseThrow();
    if (command.pieces() < 1 || command.pieces() > deal.pieces()) {
      return invalid(
          "pieces",
          "Expected 1 to %d good pieces, but found %d. Give the lot back if none is good."
              .formatted(deal.pieces(), command.pieces()));
    }
    var missed = Gate.missed(deal.critical(), command.measured());
    Progress.made(course, deal.pieces(), "");
    if (!(course.state() instanceof Made made) || countedBefore(made, command)) {
      return course.accepted();
    }
    if (missed.isPresent()) {
      course.then(new GateMissed(deal.lot(), missed.get(), command.from()));
    } else if (!made.checked()) {
      course.then(passed(course, made.deal(), command));
    }
    return course.accepted();
  }

  private static boolean countedBefore(Made made, CheckPieces command) {
    return command.from() != null && !made.heard().before(command.from());
  }

  private static GatePassed passed(Course course, Deal deal, CheckPieces command) {
    int bad = deal.pieces() - command.pieces();
    var lost =
        bad <= 0
            ? null
            : new DealEvent.Again(
                deal,
                bad,
                Owed.rest(
                    deal.price(), Owed.forPieces(deal.price(), command.pieces(), deal.pieces())),
                course.at());
    return new GatePassed(
        deal.lot(),
        Math.min(command.pieces(), deal.pieces()),
        command.measured(),
        lost,
        command.from());
  }

  private static boolean before(Course course) {
    return switch (course.state()) {
      case Promised _, Making _, Made _ -> true;
      default -> false;
    };
  }

  private static Decision<DealEvent> ready(Course course) {
    if (!before(course)) {
      return nothingNew();
    }
    var deal = course.state().agreed().orElseThrow();
    boolean checked = course.state() instanceof Made made && made.checked();
    if (!checked && !deal.critical().isEmpty()) {
      return reject(
          Kind.CONFLICT,
          "Lot %s has critical dimensions (%s). Measure them, say what you found, then it is ready."
              .formatted(deal.lot(), Gate.words(deal.critical())));
    }
    Progress.made(course, deal.pieces(), "");
    readied(course);
    return course.accepted();
  }

  private static void readied(Course course) {
    if (course.state() instanceof Made made) {
      var kept = course.at().plus(made.deal().patience().days(made.deal().footing().kept().days()));
      course.then(new PiecesReadied(made.deal().lot(), kept));
    }
  }

  private static Decision<DealEvent> handOver(Course course, HandOverPieces command) {
    if (command.mark().length() > LONGEST_MARK) {
      return invalid("mark", "Expected at most " + LONGEST_MARK + " characters.");
    }
    if (before(course)) {
      var isReady = ready(course);
      if (isReady instanceof Decision.Rejected<DealEvent>) {
        return isReady;
      }
    }
    if (!(course.state() instanceof Ready ready)) {
      return nothingNew();
    }
    if (command.by() == Handing.COUNTER && !command.mark().isBlank()) {
      return byCode(course, ready, command).orElseGet(course::accepted);
    }
    var deal = ready.deal();
    course.then(
        new PiecesSent(
            deal.lot(),
            command.by(),
            command.mark().strip(),
            course.at().plus(deal.patience().transit())));
    return course.accepted();
  }

  /** Looks at the code; a decision only when it is not looked at. */
  private static Optional<Decision<DealEvent>> byCode(
      Course course, Ready ready, HandOverPieces command) {
    var deal = ready.deal();
    if (command.from() != null && !ready.heard().before(command.from())) {
      return Optional.of(nothingNew());
    }
    if (ready.pausedUntil() != null && course.at().isBefore(ready.pausedUntil())) {
      return Optional.of(
          reject(
              Kind.CONFLICT,
              "Too many wrong codes for lot %s. Ask the customer for theirs, and try again after %s."
                  .formatted(deal.lot(), ready.pausedUntil())));
    }
    if (PickupCode.isRight(deal, command.mark())) {
      course.then(new PiecesCollected(deal.lot(), course.at().plus(deal.patience().silence())));
    } else {
      int tries = ready.wrongCodes() + 1;
      boolean pause = tries % deal.patience().codeTries() == 0;
      course.then(
          new CodeWrong(
              deal.lot(),
              tries,
              pause ? course.at().plus(deal.patience().codePause()) : null,
              command.from()));
    }
    return Optional.empty();
  }
}
