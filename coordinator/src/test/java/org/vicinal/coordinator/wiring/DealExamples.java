package org.vicinal.coordinator.wiring;

import static org.vicinal.coordinator.decide.Things.ANA;
import static org.vicinal.coordinator.decide.Things.EVENING;
import static org.vicinal.coordinator.decide.Things.MK3;
import static org.vicinal.coordinator.decide.Things.NOON;
import static org.vicinal.coordinator.decide.Things.PROGRAM;
import static org.vicinal.coordinator.decide.Things.WEIR_LANE;
import static org.vicinal.coordinator.decide.Things.euros;

import java.util.List;
import org.vicinal.coordinator.community.Patience;
import org.vicinal.coordinator.deal.Deal;
import org.vicinal.coordinator.deal.DealCommand;
import org.vicinal.coordinator.deal.DealEvent;
import org.vicinal.coordinator.deal.Footing;
import org.vicinal.coordinator.deal.Heard;
import org.vicinal.coordinator.deal.Party;
import org.vicinal.coordinator.deal.Remedy;
import org.vicinal.coordinator.decide.Command;
import org.vicinal.coordinator.decide.Event;
import org.vicinal.messages.id.LotId;
import org.vicinal.messages.id.OrderId;
import org.vicinal.messages.id.PersonId;
import org.vicinal.messages.work.CriticalDimension;
import org.vicinal.messages.work.Handing;
import org.vicinal.messages.work.Keeping;
import org.vicinal.messages.work.Measured;

/** One of every command and event of a deal, for its golden file. */
final class DealExamples {
  private static final LotId LOT = LotId.parse("o-7-1.0.2");
  private static final Heard HEARD = new Heard(1, 7);
  private static final String SEALED = "c2VhbGVk";
  private static final PersonId SAM = new PersonId("p-sam");
  private static final List<Measured> MEASURED = List.of(new Measured("bore", 8.04));
  private static final Deal DEAL =
      new Deal(
          LOT,
          WEIR_LANE,
          MK3,
          400,
          1800.5,
          "Coat hook",
          List.of(new CriticalDimension("bore", 8, 0.1)),
          5,
          euros(400),
          EVENING,
          true,
          new Footing(
              new OrderId("o-7"), ANA, new Keeping(14, Keeping.Then.GIVEN_AWAY), 3, Patience.USUAL),
          NOON);
  static final DealEvent.Again AGAIN = new DealEvent.Again(DEAL, 2, euros(160), EVENING);

  private DealExamples() {}

  static List<Command> commands() {
    return List.of(
        new DealCommand.OpenDeal(DEAL),
        new DealCommand.NoteTaken(LOT),
        new DealCommand.NotePieceMade(LOT),
        new DealCommand.NoteMade(LOT, 5),
        new DealCommand.EndMaking(LOT, 3, "the nozzle clogged"),
        new DealCommand.CheckPieces(LOT, 5, MEASURED, HEARD),
        new DealCommand.ReadyPieces(LOT),
        new DealCommand.HandOverPieces(LOT, Handing.COUNTER, "048213", HEARD),
        new DealCommand.TickReceived(LOT),
        new DealCommand.JudgeFirstPiece(LOT, false, SEALED),
        new DealCommand.CollectPieces(LOT),
        new DealCommand.AcceptPieces(LOT, SEALED),
        new DealCommand.RefusePieces(LOT, 2, SEALED, PROGRAM.digest()),
        new DealCommand.TickPaid(LOT),
        new DealCommand.CancelDeal(LOT),
        new DealCommand.ProposeRemedy(LOT, new Remedy.Remake(EVENING)),
        new DealCommand.AnswerRemedy(LOT, 1, true),
        new DealCommand.DecideDispute(LOT, new Remedy.PartPayment(200), SEALED),
        new DealCommand.WakeDeal(LOT));
  }

  static List<Event> events() {
    return List.of(
        new DealEvent.DealOpened(DEAL),
        new DealEvent.DealTaken(LOT),
        new DealEvent.FirstPieceShown(LOT, EVENING),
        new DealEvent.FirstPieceAccepted(LOT, WEIR_LANE, false),
        new DealEvent.FirstPieceRefused(LOT, SEALED, AGAIN),
        new DealEvent.PiecesMade(LOT, 3, "the rest was given back: the nozzle clogged", EVENING),
        new DealEvent.DealDropped(LOT, "not accepted in time"),
        new DealEvent.GatePassed(LOT, 3, MEASURED, AGAIN, HEARD),
        new DealEvent.GateMissed(LOT, "bore 8.00 ± 0.100 mm was asked", HEARD),
        new DealEvent.GateReminded(LOT, EVENING),
        new DealEvent.PiecesNeverReady(LOT, 5, AGAIN),
        new DealEvent.PiecesReadied(LOT, EVENING),
        new DealEvent.PickupReminded(LOT, 1, EVENING, NOON),
        new DealEvent.CodeWrong(LOT, 5, EVENING, HEARD),
        new DealEvent.PiecesSent(LOT, Handing.CARRIER, "JD0146 0002", EVENING),
        new DealEvent.PiecesCollected(LOT, EVENING),
        new DealEvent.PiecesDisposed(LOT, Keeping.Then.GIVEN_AWAY),
        new DealEvent.PiecesAccepted(LOT, false, SEALED),
        new DealEvent.PiecesRefused(LOT, 2, SEALED, PROGRAM.digest(), EVENING),
        new DealEvent.RemedyProposed(LOT, 1, Party.CUSTOMER, new Remedy.Mediator(SAM)),
        new DealEvent.RemedyRefused(LOT, 1, Party.WORKSHOP),
        new DealEvent.MediatorAccepted(LOT, SAM, EVENING),
        new DealEvent.DisputeOverdue(LOT, EVENING),
        new DealEvent.DisputeClosed(
            LOT, Party.STEWARD, false, new Remedy.Remake(EVENING), SEALED, AGAIN),
        new DealEvent.DealCancelled(LOT),
        new DealEvent.AmountOwed(LOT, euros(240), "all pieces are accepted", EVENING),
        new DealEvent.PaidTicked(LOT),
        new DealEvent.ReceivedTicked(LOT),
        new DealEvent.PaymentReminded(LOT, 1, EVENING),
        new DealEvent.DealSettled(LOT, euros(240), "paid and received"));
  }
}
