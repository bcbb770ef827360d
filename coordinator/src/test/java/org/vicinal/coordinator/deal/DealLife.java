package org.vicinal.coordinator.deal;

import static org.vicinal.coordinator.decide.Things.ANA;
import static org.vicinal.coordinator.decide.Things.ANA_ASKS;
import static org.vicinal.coordinator.decide.Things.COORDINATOR;
import static org.vicinal.coordinator.decide.Things.EVENING;
import static org.vicinal.coordinator.decide.Things.MK3;
import static org.vicinal.coordinator.decide.Things.NOON;
import static org.vicinal.coordinator.decide.Things.WEIR_LANE;
import static org.vicinal.coordinator.decide.Things.euros;

import java.time.Duration;
import java.util.List;
import org.vicinal.coordinator.community.Patience;
import org.vicinal.coordinator.decide.Asker;
import org.vicinal.coordinator.decide.Life;
import org.vicinal.messages.id.LotId;
import org.vicinal.messages.id.OrderId;
import org.vicinal.messages.work.CriticalDimension;
import org.vicinal.messages.work.Handing;
import org.vicinal.messages.work.Keeping;
import org.vicinal.messages.work.Price;

/** A deal about five coat hooks for 4.00 EUR, and how the examples move it on. */
final class DealLife {
  static final LotId LOT = LotId.parse("o-7-1.0.1");
  static final Asker ANNA = new Asker.Workshop(WEIR_LANE);
  static final Keeping TWO_WEEKS = new Keeping(14, Keeping.Then.GIVEN_AWAY);

  final Life<DealState, DealCommand, DealEvent> life = new Life<>(new DealDecider(), NOON);

  private DealLife() {}

  static Deal deal(Price price, boolean firstPiece, CriticalDimension... critical) {
    return new Deal(
        LOT,
        WEIR_LANE,
        MK3,
        400,
        1800.0,
        "Coat hook",
        List.of(critical),
        5,
        price,
        EVENING,
        firstPiece,
        new Footing(new OrderId("o-7"), ANA, TWO_WEEKS, 3, Patience.USUAL),
        NOON);
  }

  static DealLife taken() {
    return taken(deal(euros(400), false));
  }

  static DealLife taken(Deal deal) {
    var it = new DealLife();
    it.coordinator(new DealCommand.OpenDeal(deal));
    it.coordinator(new DealCommand.NoteTaken(LOT));
    return it;
  }

  static DealLife ready() {
    var it = taken();
    it.coordinator(new DealCommand.NoteMade(LOT, 5));
    it.anna(new DealCommand.ReadyPieces(LOT));
    return it;
  }

  static DealLife handedOver() {
    var it = ready();
    it.anna(it.atTheCounter(PickupCode.of(it.deal())));
    return it;
  }

  static DealLife disputed(int refused) {
    var it = handedOver();
    it.ana(new DealCommand.RefusePieces(LOT, refused, "c2VhbGVk", null));
    return it;
  }

  Deal deal() {
    return life.state().agreed().orElseThrow();
  }

  DealCommand atTheCounter(String code) {
    return new DealCommand.HandOverPieces(LOT, Handing.COUNTER, code, null);
  }

  Life.Then<DealEvent> coordinator(DealCommand command) {
    return life.when(COORDINATOR, command);
  }

  Life.Then<DealEvent> anna(DealCommand command) {
    return life.when(ANNA, command);
  }

  Life.Then<DealEvent> ana(DealCommand command) {
    return life.when(ANA_ASKS, command);
  }

  /** Lets time pass until the deal wants to be woken, and wakes it. */
  Life.Then<DealEvent> whenTimeIsUp() {
    life.at(life.wake().orElseThrow());
    return coordinator(new DealCommand.WakeDeal(LOT));
  }

  DealLife later(Duration time) {
    life.later(time);
    return this;
  }

  /** What is owed at the end of it. */
  String owed() {
    return life.history().stream()
        .filter(DealEvent.AmountOwed.class::isInstance)
        .map(DealEvent.AmountOwed.class::cast)
        .map(it -> it.owed().words())
        .reduce((first, last) -> last)
        .orElse("nothing");
  }
}
