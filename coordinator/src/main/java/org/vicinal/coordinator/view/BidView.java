package org.vicinal.coordinator.view;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vicinal.messages.id.MachineId;
import org.vicinal.messages.id.WorkshopId;
import org.vicinal.messages.net.Offering;
import org.vicinal.messages.work.Price;

/**
 * A bid as its customer sees it, open book.
 *
 * @param offering null when it is what was asked
 * @param differs how it differs from the wish; empty when it keeps to it
 * @param takenBack why its workshop took it back; null while it stands
 */
public record BidView(
    WorkshopId workshop,
    int round,
    double metres,
    MachineId machine,
    int pieces,
    Instant readyBy,
    Price price,
    @Nullable Offering offering,
    List<String> differs,
    @Nullable String takenBack) {
  public BidView {
    differs = List.copyOf(differs);
  }

  BidView takenBack(String reason) {
    return new BidView(
        workshop, round, metres, machine, pieces, readyBy, price, offering, differs, reason);
  }
}
