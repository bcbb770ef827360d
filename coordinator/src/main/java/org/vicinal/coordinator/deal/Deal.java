package org.vicinal.coordinator.deal;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vicinal.coordinator.community.Patience;
import org.vicinal.messages.id.LotId;
import org.vicinal.messages.id.MachineId;
import org.vicinal.messages.id.WorkshopId;
import org.vicinal.messages.work.CriticalDimension;
import org.vicinal.messages.work.Price;

/**
 * What was agreed.
 *
 * @param pieces that the deal is about: those of the award, or fewer when the rest was given back
 * @param price for these pieces
 * @param metres from the order's quarter, as the award said
 * @param critical what is measured at the gate
 * @param firstPiece whether the customer accepts one piece before the others are made
 * @param since when it was awarded
 */
public record Deal(
    LotId lot,
    WorkshopId workshop,
    MachineId machine,
    double metres,
    @Nullable Double secondsPerPiece,
    String title,
    List<CriticalDimension> critical,
    int pieces,
    Price price,
    Instant readyBy,
    boolean firstPiece,
    Footing footing,
    Instant since) {
  public Deal {
    critical = List.copyOf(critical);
  }

  Patience patience() {
    return footing.patience();
  }

  /** The same for fewer pieces. */
  Deal of(int fewer) {
    return fewer == pieces
        ? this
        : new Deal(
            lot,
            workshop,
            machine,
            metres,
            secondsPerPiece,
            title,
            critical,
            fewer,
            Owed.forPieces(price, fewer, pieces),
            readyBy,
            firstPiece,
            footing,
            since);
  }
}
