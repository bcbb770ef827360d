package org.vicinal.coordinator.job;

import java.time.Instant;
import org.vicinal.messages.id.MachineId;
import org.vicinal.messages.id.WorkshopId;
import org.vicinal.messages.work.Price;

/** A promise that can be awarded: it is ready in time. */
public record Bid(
    Source from,
    int round,
    double metres,
    MachineId machine,
    int pieces,
    double secondsPerPiece,
    Instant readyBy,
    Price price) {
  WorkshopId workshop() {
    return from.workshop();
  }
}
