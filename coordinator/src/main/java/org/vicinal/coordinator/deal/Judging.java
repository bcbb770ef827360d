package org.vicinal.coordinator.deal;

import static org.vicinal.coordinator.decide.Decision.invalid;
import static org.vicinal.coordinator.decide.Decision.nothingNew;

import java.time.Duration;
import org.vicinal.coordinator.deal.DealCommand.AcceptPieces;
import org.vicinal.coordinator.deal.DealCommand.CancelDeal;
import org.vicinal.coordinator.deal.DealCommand.CollectPieces;
import org.vicinal.coordinator.deal.DealCommand.FromCustomer;
import org.vicinal.coordinator.deal.DealCommand.JudgeFirstPiece;
import org.vicinal.coordinator.deal.DealCommand.RefusePieces;
import org.vicinal.coordinator.deal.DealCommand.TickPaid;
import org.vicinal.coordinator.deal.DealEvent.Again;
import org.vicinal.coordinator.deal.DealEvent.DealCancelled;
import org.vicinal.coordinator.deal.DealEvent.DealSettled;
import org.vicinal.coordinator.deal.DealEvent.FirstPieceAccepted;
import org.vicinal.coordinator.deal.DealEvent.FirstPieceRefused;
import org.vicinal.coordinator.deal.DealEvent.PiecesAccepted;
import org.vicinal.coordinator.deal.DealEvent.PiecesCollected;
import org.vicinal.coordinator.deal.DealEvent.PiecesRefused;
import org.vicinal.coordinator.deal.DealState.Disputed;
import org.vicinal.coordinator.deal.DealState.First;
import org.vicinal.coordinator.deal.DealState.HandedOver;
import org.vicinal.coordinator.deal.DealState.Made;
import org.vicinal.coordinator.deal.DealState.Making;
import org.vicinal.coordinator.deal.DealState.NotOpened;
import org.vicinal.coordinator.deal.DealState.Owing;
import org.vicinal.coordinator.deal.DealState.Promised;
import org.vicinal.coordinator.deal.DealState.Ready;
import org.vicinal.coordinator.deal.DealState.Sent;
import org.vicinal.coordinator.deal.DealState.Settled;
import org.vicinal.coordinator.decide.Decision;

/** What the customer says to the pieces. */
final class Judging {
  private static final int MOST_SEALED = 8_000; // characters of ciphertext

  private Judging() {}

  static Decision<DealEvent> say(Course course, FromCustomer command) {
    return switch (command) {
      case JudgeFirstPiece it -> firstPiece(course, it);
      case CollectPieces _ -> collect(course);
      case AcceptPieces it -> accept(course, it);
      case RefusePieces it -> refuse(course, it);
      case TickPaid _ -> Paying.paid(course);
      case CancelDeal _ -> cancel(course);
    };
  }

  private static Decision<DealEvent> firstPiece(Course course, JudgeFirstPiece command) {
    if (!(course.state() instanceof Making making) || making.first() == First.NOT_ASKED) {
      return DealDecider.notNow(course, "Judging a first piece");
    }
    if (making.first() == First.ACCEPTED) {
      return nothingNew();
    }
    if (making.first() == First.AWAITED) {
      return DealDecider.notNow(course, "Judging a first piece that is not made yet");
    }
    var deal = making.deal();
    if (command.good()) {
      course.then(new FirstPieceAccepted(deal.lot(), deal.workshop(), false));
      return course.accepted();
    }
    if (tooLong(command.sealed())) {
      return longWords();
    }
    var lost = Duration.between(deal.since(), course.at());
    course.then(
        new FirstPieceRefused(
            deal.lot(),
            command.sealed(),
            new Again(deal, deal.pieces(), deal.price(), deal.readyBy().plus(lost))));
    course.then(
        new DealSettled(
            deal.lot(),
            Owed.nothing(deal.price()),
            "the first piece was not good, and is the workshop's reserve"));
    return course.accepted();
  }

  private static Decision<DealEvent> collect(Course course) {
    return switch (course.state()) {
      case Ready it -> collected(course, it.deal());
      case Sent it -> collected(course, it.deal());
      case HandedOver _, Disputed _, Owing _, Settled _ -> nothingNew();
      case NotOpened _, Promised _, Making _, Made _ ->
          DealDecider.notNow(course, "Collecting the pieces");
    };
  }

  private static Decision<DealEvent> collected(Course course, Deal deal) {
    course.then(new PiecesCollected(deal.lot(), course.at().plus(deal.patience().silence())));
    return course.accepted();
  }

  private static Decision<DealEvent> accept(Course course, AcceptPieces command) {
    if (tooLong(command.sealed())) {
      return longWords();
    }
    collectFirst(course);
    return switch (course.state()) {
      case HandedOver it -> {
        course.then(new PiecesAccepted(it.deal().lot(), false, command.sealed()));
        Paying.owe(course, it.deal(), it.deal().price(), "all pieces are accepted");
        yield course.accepted();
      }
      case Disputed it -> {
        course.then(new PiecesAccepted(it.deal().lot(), false, command.sealed()));
        Paying.owe(course, it.deal(), it.deal().price(), "the customer accepts them after all");
        yield course.accepted();
      }
      case Owing _, Settled _ -> nothingNew();
      default -> DealDecider.notNow(course, "Accepting the pieces");
    };
  }

  /** Who judges pieces has them. */
  private static void collectFirst(Course course) {
    if (course.state() instanceof Ready || course.state() instanceof Sent) {
      collect(course);
    }
  }

  private static Decision<DealEvent> refuse(Course course, RefusePieces command) {
    if (course.state() instanceof Disputed) {
      return nothingNew();
    }
    if (command.sealed().isBlank() || tooLong(command.sealed())) {
      return command.sealed().isBlank()
          ? invalid("reason", "Expected a reason, so that the workshop can do better.")
          : longWords();
    }
    collectFirst(course);
    if (!(course.state() instanceof HandedOver it)) {
      return DealDecider.notNow(course, "Refusing the pieces");
    }
    var deal = it.deal();
    if (command.pieces() < 1 || command.pieces() > deal.pieces()) {
      return invalid(
          "pieces",
          "Expected 1 to %d refused pieces, but found %d."
              .formatted(deal.pieces(), command.pieces()));
    }
    course.then(
        new PiecesRefused(
            deal.lot(),
            command.pieces(),
            command.sealed(),
            command.photo(),
            course.at().plus(deal.patience().dispute())));
    return course.accepted();
  }

  /** Nobody comes for the pieces: they are made, and what is made is owed. */
  private static Decision<DealEvent> cancel(Course course) {
    return switch (course.state()) {
      case Made it -> cancelled(course, it.deal());
      case Ready it -> cancelled(course, it.deal());
      case Settled _, Owing _ -> nothingNew();
      case Promised _, Making _ -> nothingNew(); // the job withdraws it, and says what is made
      case NotOpened _, Sent _, HandedOver _, Disputed _ ->
          DealDecider.notNow(course, "Cancelling");
    };
  }

  private static Decision<DealEvent> cancelled(Course course, Deal deal) {
    course.then(new DealCancelled(deal.lot()));
    Paying.owe(course, deal, deal.price(), "the pieces were made when the order was cancelled");
    return course.accepted();
  }

  static boolean tooLong(String sealed) {
    return sealed.length() > MOST_SEALED;
  }

  static Decision<DealEvent> longWords() {
    return invalid("reason", "Expected at most 2,000 characters.");
  }
}
