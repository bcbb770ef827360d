package org.vicinal.demo.network;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vicinal.coordinator.deal.DealEvent;
import org.vicinal.coordinator.deal.Remedy;
import org.vicinal.coordinator.decide.Occurred;
import org.vicinal.messages.id.LotId;
import org.vicinal.messages.work.Price;

/**
 * What is owed for each lot of a log, counted by somebody else than the deciders: good pieces at
 * the price of the bid, what is asked once as soon as there is one of them, and what people agreed
 * on.
 */
final class Bill {
  /** Each of some four lines is rounded up, three times at most. */
  static final long CENTS = 12;

  private final Map<LotId, Lot> lots = new HashMap<>();

  private static final class Lot {
    private final Price price;
    private final int of;
    private int good;
    private int refused;
    private @Nullable Long owed;

    Lot(Price price, int of) {
      this.price = price;
      this.of = of;
      this.good = of;
    }

    void owe(int pieces) {
      double sum = 0;
      for (var line : price.lines()) {
        boolean once = line.per() == Price.Per.LOT;
        sum += pieces == 0 ? 0 : once ? line.minorUnits() : 1.0 * line.minorUnits() * pieces / of;
      }
      owed = Math.round(sum);
    }
  }

  Bill(List<Occurred<?>> log) {
    for (var occurred : log) {
      if (occurred.event() instanceof DealEvent event) {
        if (event instanceof DealEvent.DealOpened it) {
          lots.put(it.lot(), new Lot(it.deal().price(), it.deal().pieces()));
        } else {
          read(java.util.Objects.requireNonNull(lots.get(event.lot())), event);
        }
      }
    }
  }

  private static void read(Lot lot, DealEvent event) {
    switch (event) {
      case DealEvent.PiecesMade it -> lot.good = it.pieces();
      case DealEvent.GatePassed it -> lot.good = it.pieces();
      case DealEvent.DealDropped _, DealEvent.PiecesNeverReady _, DealEvent.FirstPieceRefused _ ->
          lot.owe(0);
      case DealEvent.PiecesRefused it -> lot.refused = it.pieces();
      case DealEvent.PiecesAccepted _, DealEvent.PiecesDisposed _, DealEvent.DealCancelled _ ->
          lot.owe(lot.good);
      case DealEvent.DisputeClosed it -> {
        if (it.remedy() instanceof Remedy.PartPayment(var agreed)) {
          lot.owed = agreed;
        } else {
          lot.owe(lot.good - lot.refused);
        }
      }
      default -> {
        // tells nothing of money
      }
    }
  }

  /** In minor units, of the lots of which it is known. */
  Map<LotId, Long> amounts() {
    var amounts = new HashMap<LotId, Long>();
    lots.forEach(
        (lot, it) -> {
          if (it.owed != null) {
            amounts.put(lot, it.owed);
          }
        });
    return amounts;
  }
}
