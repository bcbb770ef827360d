package org.vicinal.coordinator.deal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vicinal.coordinator.deal.DealLife.LOT;
import static org.vicinal.coordinator.deal.DealLife.deal;
import static org.vicinal.coordinator.decide.Things.NOON;
import static org.vicinal.coordinator.decide.Things.euros;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.vicinal.messages.work.Keeping;
import org.vicinal.messages.work.Price;

/** Nobody says anything: every wait has a time, and something happens then. */
class Deal2WaitsTest {
  @Test
  void sevenDaysOfSilenceAfterTheHandoverAccept() {
    var it = DealLife.handedOver();
    var handedOverAt = it.life.now();
    var accepted = it.whenTimeIsUp().the(DealEvent.PiecesAccepted.class);
    assertThat(accepted.bySilence()).isTrue();
    assertThat(it.life.now()).isEqualTo(handedOverAt.plus(Duration.ofDays(7)));
  }

  @Test
  void whatNobodyCollectsIsRemindedOfThreeTimesAndThenGoesTheWayTheBidSaid() {
    var it = DealLife.ready();
    for (int reminder = 1; reminder <= 3; reminder++) {
      assertThat(it.whenTimeIsUp().the(DealEvent.PickupReminded.class).number())
          .isEqualTo(reminder);
    }
    var disposed = it.whenTimeIsUp().the(DealEvent.PiecesDisposed.class);
    assertThat(disposed.then()).isEqualTo(Keeping.Then.GIVEN_AWAY);
    assertThat(it.life.now()).isEqualTo(NOON.plus(Duration.ofDays(14)));
    assertThat(it.owed()).isEqualTo("4.00 EUR");
  }

  @Test
  void whatNeverBecomesReadyIsCalledForElsewhereAndNotOwed() {
    var it = DealLife.taken();
    it.coordinator(new DealCommand.NoteMade(LOT, 5));
    it.whenTimeIsUp().then(DealEvent.GateReminded.class);
    var never = it.whenTimeIsUp();
    never.then(DealEvent.PiecesNeverReady.class, DealEvent.DealSettled.class);
    assertThat(never.the(DealEvent.DealSettled.class).owed().minorUnits()).isZero();
  }

  @Test
  void paymentThatNobodyTicksIsRemindedOfTwiceAndThenStaysBetweenTheTwo() {
    var it = DealLife.handedOver();
    it.ana(new DealCommand.AcceptPieces(LOT, ""));
    it.whenTimeIsUp().then(DealEvent.PaymentReminded.class);
    it.whenTimeIsUp().then(DealEvent.PaymentReminded.class);
    assertThat(it.whenTimeIsUp().the(DealEvent.DealSettled.class).how())
        .contains("stays owed between the two");
  }

  @Test
  void aGiftIsSettledWhenItIsAccepted() {
    var it = DealLife.taken(deal(Price.GIFT, false));
    it.anna(new DealCommand.ReadyPieces(LOT));
    it.ana(new DealCommand.AcceptPieces(LOT, "")).the(DealEvent.DealSettled.class);
  }

  @Test
  void aFirstPieceThatNobodyLooksAtIsAccepted() {
    var it = DealLife.taken(deal(euros(400), true));
    it.coordinator(new DealCommand.NotePieceMade(LOT)).then(DealEvent.FirstPieceShown.class);
    assertThat(it.whenTimeIsUp().the(DealEvent.FirstPieceAccepted.class).bySilence()).isTrue();
  }
}
