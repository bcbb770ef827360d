package org.vicinal.coordinator.deal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vicinal.coordinator.deal.DealLife.LOT;
import static org.vicinal.coordinator.deal.DealLife.deal;
import static org.vicinal.coordinator.decide.Things.STEWARD;
import static org.vicinal.coordinator.decide.Things.euros;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vicinal.coordinator.decide.Rejection.Kind;
import org.vicinal.messages.id.PersonId;
import org.vicinal.messages.work.Price;

/** What is owed is what was accepted, by the price of the bid; and how disputes end. */
class Deal3OwedTest {
  private static final String WHY = "c2VhbGVk";

  @Test
  void aLotThatIsGivenBackCostsItsShareAndLinesPerLotCostOnce() {
    var price =
        new Price(
            "EUR",
            List.of(
                new Price.Line("machine and material", 400),
                new Price.Line("setting up", 100, Price.Per.LOT)));
    assertThat(Owed.forPieces(price, 3, 5).minorUnits()).isEqualTo(340);
    assertThat(Owed.forPieces(price, 0, 5).minorUnits()).isZero();
    assertThat(Owed.forPieces(price, 5, 5)).isEqualTo(price);
  }

  @Test
  void whoCancelsOwesAtMostTheWorkDone() {
    var nothing = DealLife.taken();
    nothing.coordinator(new DealCommand.EndMaking(LOT, 0, "cancelled"));
    assertThat(nothing.owed()).isEqualTo("nothing");
    var some = DealLife.taken();
    some.coordinator(new DealCommand.EndMaking(LOT, 2, "cancelled"));
    some.coordinator(new DealCommand.CancelDeal(LOT));
    assertThat(some.owed()).isEqualTo("1.60 EUR");
  }

  @Test
  void aRefusedFirstPieceIsTheWorkshopsReserveAndIsMadeAgain() {
    var it = DealLife.taken(deal(euros(400), true));
    it.coordinator(new DealCommand.NotePieceMade(LOT));
    var refused = it.ana(new DealCommand.JudgeFirstPiece(LOT, false, WHY));
    refused.then(DealEvent.FirstPieceRefused.class, DealEvent.DealSettled.class);
    assertThat(refused.the(DealEvent.FirstPieceRefused.class).again().pieces()).isEqualTo(5);
    assertThat(it.owed()).isEqualTo("nothing");
  }

  @Test
  void aRemakeThatBothWantCostsTogetherWhatWasAgreed() {
    var it = DealLife.disputed(2);
    var tomorrow = it.life.now().plus(Duration.ofDays(1));
    it.anna(new DealCommand.ProposeRemedy(LOT, new Remedy.Remake(tomorrow)));
    it.anna(new DealCommand.AnswerRemedy(LOT, 1, true)).thenRejected(Kind.FORBIDDEN, "other one");
    var closed = it.ana(new DealCommand.AnswerRemedy(LOT, 1, true));
    var again = closed.the(DealEvent.DisputeClosed.class).again();
    assertThat(again).extracting(DealEvent.Again::pieces).isEqualTo(2);
    assertThat(again).extracting(made -> made.price().minorUnits()).isEqualTo(160L);
    assertThat(it.owed()).isEqualTo("2.40 EUR");
  }

  @Test
  void aPartPaymentIsOwedAsAgreedAndNoMoreThanThePrice() {
    var it = DealLife.disputed(5);
    it.ana(new DealCommand.ProposeRemedy(LOT, new Remedy.PartPayment(401)))
        .thenInvalid("minorUnits");
    it.ana(new DealCommand.ProposeRemedy(LOT, new Remedy.PartPayment(150)));
    it.anna(new DealCommand.AnswerRemedy(LOT, 1, false)).then(DealEvent.RemedyRefused.class);
    it.ana(new DealCommand.ProposeRemedy(LOT, new Remedy.PartPayment(200)));
    it.anna(new DealCommand.AnswerRemedy(LOT, 2, true));
    assertThat(it.owed()).isEqualTo("2.00 EUR");
  }

  @Test
  void aMediatorWhomBothAcceptedDecides() {
    var it = DealLife.disputed(5);
    var decides = new DealCommand.DecideDispute(LOT, new Remedy.PartPayment(100), WHY);
    it.life.when(STEWARD, decides).thenRejected(Kind.FORBIDDEN, "mediator");
    it.ana(new DealCommand.ProposeRemedy(LOT, new Remedy.Mediator(new PersonId("p-sam"))));
    it.anna(new DealCommand.AnswerRemedy(LOT, 1, true)).then(DealEvent.MediatorAccepted.class);
    it.life.when(STEWARD, decides).the(DealEvent.DisputeClosed.class);
    assertThat(it.owed()).isEqualTo("1.00 EUR");
  }

  @Test
  void aDisputeThatNobodyMovesGoesToStewardsAndThenToTheRule() {
    var it = DealLife.disputed(2);
    it.whenTimeIsUp().then(DealEvent.DisputeOverdue.class);
    it.whenTimeIsUp().then(DealEvent.DisputeClosed.class, DealEvent.AmountOwed.class);
    assertThat(it.owed()).isEqualTo("2.40 EUR");
  }

  @Test
  void whoRefusesSaysWhyAndMayStillAccept() {
    var it = DealLife.handedOver();
    it.ana(new DealCommand.RefusePieces(LOT, 2, "", null)).thenInvalid("reason");
    it.ana(new DealCommand.RefusePieces(LOT, 6, WHY, null)).thenInvalid("pieces");
    it.ana(new DealCommand.RefusePieces(LOT, 2, WHY, null)).then(DealEvent.PiecesRefused.class);
    it.ana(new DealCommand.AcceptPieces(LOT, WHY));
    assertThat(it.owed()).isEqualTo("4.00 EUR");
  }
}
