package org.vicinal.coordinator.deal;

import static org.vicinal.coordinator.decide.Decision.nothingNew;

import org.vicinal.coordinator.deal.DealCommand.EndMaking;
import org.vicinal.coordinator.deal.DealCommand.FromJob;
import org.vicinal.coordinator.deal.DealCommand.NoteMade;
import org.vicinal.coordinator.deal.DealCommand.NotePieceMade;
import org.vicinal.coordinator.deal.DealCommand.NoteTaken;
import org.vicinal.coordinator.deal.DealCommand.OpenDeal;
import org.vicinal.coordinator.deal.DealEvent.DealDropped;
import org.vicinal.coordinator.deal.DealEvent.DealOpened;
import org.vicinal.coordinator.deal.DealEvent.DealSettled;
import org.vicinal.coordinator.deal.DealEvent.DealTaken;
import org.vicinal.coordinator.deal.DealEvent.FirstPieceShown;
import org.vicinal.coordinator.deal.DealEvent.PiecesMade;
import org.vicinal.coordinator.deal.DealState.First;
import org.vicinal.coordinator.deal.DealState.Making;
import org.vicinal.coordinator.deal.DealState.NotOpened;
import org.vicinal.coordinator.deal.DealState.Promised;
import org.vicinal.coordinator.decide.Decision;

/** What the job tells of the making. Each thing counts once, however often it is told. */
final class Progress {
  private Progress() {}

  static Decision<DealEvent> note(Course course, FromJob command) {
    switch (command) {
      case OpenDeal it -> {
        if (course.state() instanceof NotOpened) {
          course.then(new DealOpened(it.deal()));
        }
      }
      case NoteTaken it -> taken(course, it.lot());
      case NotePieceMade it -> {
        taken(course, it.lot());
        if (course.state() instanceof Making making && making.first() == First.AWAITED) {
          var until = course.at().plus(making.deal().patience().firstPiece());
          course.then(new FirstPieceShown(it.lot(), until));
        }
      }
      case NoteMade it -> made(course, it.pieces(), "");
      case EndMaking it -> ended(course, it);
    }
    return course.accepted();
  }

  private static void taken(Course course, org.vicinal.messages.id.LotId lot) {
    if (course.state() instanceof Promised) {
      course.then(new DealTaken(lot));
    }
  }

  /** Who has made the pieces has taken the lot. */
  static void made(Course course, int pieces, String why) {
    course.state().agreed().ifPresent(deal -> taken(course, deal.lot()));
    if (course.state() instanceof Making making) {
      var deal = making.deal();
      int count = Math.clamp(pieces, 1, deal.pieces());
      course.then(new PiecesMade(deal.lot(), count, why, course.at().plus(deal.patience().gate())));
    }
  }

  private static Decision<DealEvent> ended(Course course, EndMaking command) {
    var deal = course.state().agreed();
    boolean open = course.state() instanceof Promised || course.state() instanceof Making;
    if (deal.isEmpty() || !open) {
      return nothingNew();
    }
    if (command.pieces() > 0) {
      made(course, command.pieces(), command.reason());
    } else {
      course.then(new DealDropped(command.lot(), command.reason()));
      course.then(
          new DealSettled(
              command.lot(),
              Owed.nothing(deal.get().price()),
              "nothing was made, nothing is owed"));
    }
    return course.accepted();
  }
}
