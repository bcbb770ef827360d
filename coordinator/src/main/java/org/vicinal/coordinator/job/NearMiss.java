package org.vicinal.coordinator.job;

import java.util.List;
import org.vicinal.messages.fit.Shortfall;
import org.vicinal.messages.id.MachineId;
import org.vicinal.messages.id.WorkshopId;

/**
 * A machine that cannot make the part, and everything that is missing.
 *
 * @param lackMm how many millimetres of room are missing, all sides together
 */
public record NearMiss(
    WorkshopId workshop,
    double metres,
    MachineId machine,
    List<Shortfall> shortfalls,
    double lackMm) {
  public NearMiss {
    shortfalls = List.copyOf(shortfalls);
  }
}
