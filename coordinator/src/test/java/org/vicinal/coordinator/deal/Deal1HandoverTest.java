package org.vicinal.coordinator.deal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vicinal.coordinator.deal.DealLife.LOT;
import static org.vicinal.coordinator.deal.DealLife.deal;
import static org.vicinal.coordinator.decide.Things.BEN_ASKS;
import static org.vicinal.coordinator.decide.Things.euros;
import static org.vicinal.coordinator.decide.Things.minutes;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vicinal.coordinator.decide.Rejection.Kind;
import org.vicinal.messages.work.CriticalDimension;
import org.vicinal.messages.work.Handing;
import org.vicinal.messages.work.Measured;

/** Made, checked, ready, handed over: each said once by the workshop, each with a time. */
class Deal1HandoverTest {
  private static final CriticalDimension BORE = new CriticalDimension("bore", 8, 0.1);

  @Test
  void whatIsMadeCheckedReadyHandedOverAcceptedAndPaidIsSettled() {
    var it = DealLife.handedOver();
    it.ana(new DealCommand.AcceptPieces(LOT, ""))
        .then(DealEvent.PiecesAccepted.class, DealEvent.AmountOwed.class);
    it.ana(new DealCommand.TickPaid(LOT)).then(DealEvent.PaidTicked.class);
    it.anna(new DealCommand.TickReceived(LOT))
        .then(DealEvent.ReceivedTicked.class, DealEvent.DealSettled.class);
    assertThat(it.owed()).isEqualTo("4.00 EUR");
    assertThat(it.life.wake()).isEmpty();
  }

  @Test
  void criticalDimensionsAreMeasuredBeforeAnythingIsReady() {
    var it = DealLife.taken(deal(euros(400), false, BORE));
    it.coordinator(new DealCommand.NoteMade(LOT, 5));
    it.anna(new DealCommand.ReadyPieces(LOT)).thenRejected(Kind.CONFLICT, "bore 8.00 ± 0.100 mm");
    it.anna(check(5, 8.3)).then(DealEvent.GateMissed.class);
    it.anna(new DealCommand.ReadyPieces(LOT)).thenRejected(Kind.CONFLICT, "Measure them");
    it.anna(check(5, 8.06)).then(DealEvent.GatePassed.class);
    it.anna(new DealCommand.ReadyPieces(LOT)).then(DealEvent.PiecesReadied.class);
  }

  @Test
  void piecesThatDoNotPassTheGateAreCalledForAgainAndNotOwed() {
    var it = DealLife.taken();
    it.coordinator(new DealCommand.NoteMade(LOT, 5));
    var lost = it.anna(check(3, 8)).the(DealEvent.GatePassed.class).lost();
    assertThat(lost).extracting(DealEvent.Again::pieces).isEqualTo(2);
    assertThat(it.deal().price()).isEqualTo(euros(240));
  }

  @Test
  void aWorkshopWithoutANetworkTellsEverythingAtOnceAndPerhapsInAnotherOrder() {
    var it = DealLife.taken();
    it.anna(new DealCommand.ReadyPieces(LOT))
        .then(DealEvent.PiecesMade.class, DealEvent.PiecesReadied.class);
    it.coordinator(new DealCommand.NoteMade(LOT, 5)).thenNothing();
    it.anna(check(5, 8)).thenNothing();
  }

  @Test
  void fiveWrongCodesMakeAPauseAndTheRightOneAfterwardsCounts() {
    var it = DealLife.ready();
    for (int i = 1; i < 5; i++) {
      assertThat(it.anna(it.atTheCounter("wrong")).the(DealEvent.CodeWrong.class).pausedUntil())
          .isNull();
    }
    assertThat(it.anna(it.atTheCounter("wrong")).the(DealEvent.CodeWrong.class).pausedUntil())
        .isEqualTo(it.life.now().plus(minutes(15)));
    var code = PickupCode.of(it.deal());
    it.anna(it.atTheCounter(code)).thenRejected(Kind.CONFLICT, "Too many wrong codes");
    it.later(minutes(15));
    it.anna(it.atTheCounter(code.substring(0, 3) + " " + code.substring(3)))
        .then(DealEvent.PiecesCollected.class);
  }

  @Test
  void aRepeatedReportOfAWrongCodeCountsOnce() {
    var it = DealLife.ready();
    var report = new DealCommand.HandOverPieces(LOT, Handing.COUNTER, "000000", new Heard(1, 9));
    it.anna(report).then(DealEvent.CodeWrong.class);
    it.anna(report).thenNothing();
  }

  @Test
  void whatACarrierOrTheShelfHasCountsAsThereAfterAWhile() {
    for (var by : List.of(Handing.CARRIER, Handing.SHELF)) {
      var it = DealLife.ready();
      it.anna(new DealCommand.HandOverPieces(LOT, by, "JD 0146", null))
          .then(DealEvent.PiecesSent.class);
      it.whenTimeIsUp().then(DealEvent.PiecesCollected.class);
    }
  }

  @Test
  void theCustomerMayJustSayThatTheyHaveThem() {
    var it = DealLife.ready();
    it.ana(new DealCommand.CollectPieces(LOT)).then(DealEvent.PiecesCollected.class);
  }

  @Test
  void nobodyElseSaysAnything() {
    var it = DealLife.ready();
    it.life.when(BEN_ASKS, new DealCommand.CollectPieces(LOT)).thenRejected(Kind.FORBIDDEN, "link");
    it.ana(new DealCommand.ReadyPieces(LOT)).thenRejected(Kind.FORBIDDEN, "another workshop's");
    it.anna(new DealCommand.TickPaid(LOT)).thenRejected(Kind.FORBIDDEN, "customer");
    it.anna(new DealCommand.NoteMade(LOT, 5)).thenRejected(Kind.FORBIDDEN, "belongs to an order");
  }

  private static DealCommand check(int good, double bore) {
    return new DealCommand.CheckPieces(LOT, good, List.of(new Measured("bore", bore)), null);
  }
}
