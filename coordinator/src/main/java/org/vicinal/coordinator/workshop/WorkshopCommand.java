package org.vicinal.coordinator.workshop;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vicinal.coordinator.decide.Command;
import org.vicinal.coordinator.decide.EntityKey;
import org.vicinal.coordinator.decide.Noun;
import org.vicinal.coordinator.decide.Wake;
import org.vicinal.messages.capacity.Capacity;
import org.vicinal.messages.fit.MachineProfile;
import org.vicinal.messages.id.WorkshopId;
import org.vicinal.messages.place.Place;

/** What may be asked of a workshop. */
public sealed interface WorkshopCommand extends Command {
  /** The workshop it is about. */
  WorkshopId workshop();

  @Override
  default EntityKey target() {
    return new EntityKey(Noun.WORKSHOP, workshop().value());
  }

  /**
   * Let it be a member.
   *
   * @param name for people
   * @param place coarse
   */
  record EnrolWorkshop(WorkshopId workshop, String name, Place place) implements WorkshopCommand {}

  /** Its topics, rights and credential are there. Said by the engine. */
  record ConfirmProvisioned(WorkshopId workshop) implements WorkshopCommand {}

  /**
   * These are its machines; from a report of presence.
   *
   * @param version of the agent
   * @param capacity hours, queues and rates; null when none were told
   */
  record DescribeMachines(
      WorkshopId workshop,
      long epoch,
      long sequence,
      String version,
      List<MachineProfile> machines,
      @Nullable Capacity capacity)
      implements WorkshopCommand {
    public DescribeMachines {
      machines = List.copyOf(machines);
    }
  }

  /** It has another name or place. */
  record ReviseWorkshop(WorkshopId workshop, String name, Place place) implements WorkshopCommand {}

  /** It goes. */
  record LeaveWorkshop(WorkshopId workshop, String reason) implements WorkshopCommand {}

  /** Its credential and rights are gone. Said by the engine. */
  record ConfirmRemoved(WorkshopId workshop) implements WorkshopCommand {}

  /** Its time has come. */
  record WakeWorkshop(WorkshopId workshop) implements WorkshopCommand, Wake {}
}
