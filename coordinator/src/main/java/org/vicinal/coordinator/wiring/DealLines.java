package org.vicinal.coordinator.wiring;

import java.time.Instant;
import java.util.List;
import org.vicinal.coordinator.deal.Deal;
import org.vicinal.coordinator.deal.DealCommand;
import org.vicinal.coordinator.deal.DealEvent;
import org.vicinal.coordinator.decide.Command;
import org.vicinal.coordinator.job.JobCommand;
import org.vicinal.coordinator.job.JobEvent;
import org.vicinal.messages.id.LotId;
import org.vicinal.messages.net.Seen;

/** The lines between a job and the deals about its lots. */
final class DealLines {
  private DealLines() {}

  /** What a deal is told of the making. */
  static List<? extends Command> fromJob(JobEvent event, Instant at) {
    return switch (event) {
      case JobEvent.LotAwarded it -> opened(it, at);
      case JobEvent.LotAccepted it -> List.of(new DealCommand.NoteTaken(it.lot()));
      case JobEvent.RunEnded it when it.ending() == Seen.Ending.MADE ->
          List.of(new DealCommand.NotePieceMade(it.lot()));
      case JobEvent.LotMade it -> List.of(new DealCommand.NoteMade(it.lot(), it.pieces()));
      case JobEvent.LotDeclined it -> ended(it.lot(), 0, "declined: " + it.reason());
      case JobEvent.LotLapsed it -> ended(it.lot(), 0, "not accepted in time");
      case JobEvent.LotReturned it ->
          ended(it.lot(), it.piecesMade(), "the rest was given back: " + it.reason());
      case JobEvent.LotInterrupted it ->
          ended(it.lot(), it.piecesMade(), "a run broke off: " + it.reason());
      case JobEvent.LotWithdrawn it ->
          ended(it.lot(), it.piecesMade(), "taken back: " + it.reason());
      case JobEvent.LotReconciled it -> reconciled(it);
      case JobEvent.JobWithdrawn it -> it.made().stream().map(DealCommand.CancelDeal::new).toList();
      default -> List.of(); // the rest of a job's life is its own
    };
  }

  private static List<? extends Command> opened(JobEvent.LotAwarded it, Instant at) {
    return it.footing() == null
        ? List.of() // an award from before there were deals
        : List.of(
            new DealCommand.OpenDeal(
                new Deal(
                    it.lot(),
                    it.workshop(),
                    it.machine(),
                    it.metres(),
                    it.secondsPerPiece(),
                    it.title(),
                    it.requirement().quality().critical(),
                    it.pieces(),
                    it.price(),
                    it.readyBy(),
                    it.firstPiece(),
                    it.footing(),
                    at)));
  }

  private static List<? extends Command> ended(LotId lot, int made, String reason) {
    return List.of(new DealCommand.EndMaking(lot, made, reason));
  }

  private static List<? extends Command> reconciled(JobEvent.LotReconciled it) {
    return switch (it.standing()) {
      case MADE -> List.of(new DealCommand.NoteMade(it.lot(), it.piecesMade()));
      case RETURNED -> ended(it.lot(), it.piecesMade(), "the rest was given back");
      case ACCEPTED, RUNNING -> List.of(new DealCommand.NoteTaken(it.lot()));
    };
  }

  /** What a job is told of pieces that do not count after all. */
  static List<? extends Command> toJob(DealEvent event) {
    return switch (event) {
      case DealEvent.FirstPieceRefused it ->
          List.of(
              new JobCommand.RemakeLot(
                  it.lot(), 0, it.again(), true, "the first piece was not good"));
      case DealEvent.GatePassed it ->
          it.lost() == null
              ? List.of()
              : List.of(
                  new JobCommand.RemakeLot(
                      it.lot(),
                      it.pieces(),
                      it.lost(),
                      false,
                      "%d of its pieces did not pass the gate".formatted(it.lost().pieces())));
      case DealEvent.PiecesNeverReady it ->
          List.of(
              new JobCommand.RemakeLot(
                  it.lot(), 0, it.lost(), false, "its pieces never became ready"));
      case DealEvent.DisputeClosed it ->
          it.again() == null
              ? List.of()
              : List.of(
                  new JobCommand.RemakeLot(
                      it.lot(),
                      it.again().deal().pieces() - it.again().pieces(),
                      it.again(),
                      true,
                      "pieces were refused, and a remake was the remedy"));
      default -> List.of(); // the rest is between the two
    };
  }
}
