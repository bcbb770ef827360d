package org.vicinal.coordinator.workshop;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vicinal.coordinator.decide.Event;
import org.vicinal.messages.capacity.Capacity;
import org.vicinal.messages.fit.MachineProfile;
import org.vicinal.messages.id.WorkshopId;
import org.vicinal.messages.place.Place;

/** What has happened to a workshop. */
public sealed interface WorkshopEvent extends Event {
  /**
   * It may come: the engine makes its topics, rights and credential.
   *
   * @param provisionBy when that has not happened until then, the enrolment is undone
   */
  record WorkshopEnrolled(WorkshopId workshop, String name, Place place, Instant provisionBy)
      implements WorkshopEvent {}

  /** It is a member, and may be called. */
  record WorkshopProvisioned(WorkshopId workshop, String name, Place place)
      implements WorkshopEvent {}

  /** It has these machines, and these hours, queues and rates when it publishes them. */
  record MachinesDescribed(
      WorkshopId workshop,
      long epoch,
      long sequence,
      String version,
      List<MachineProfile> machines,
      @Nullable Capacity capacity)
      implements WorkshopEvent {
    public MachinesDescribed {
      machines = List.copyOf(machines);
    }
  }

  /** It has another name or place. */
  record WorkshopRevised(WorkshopId workshop, String name, Place place) implements WorkshopEvent {}

  /** It is not called any more; the engine takes credential and rights away, and keeps topics. */
  record WorkshopLeaving(WorkshopId workshop, String reason) implements WorkshopEvent {}

  /** The engine has not yet taken them away, and is asked once more. */
  record RemovalDue(WorkshopId workshop, int attempt) implements WorkshopEvent {}

  /** It is no member any more. It may come again. */
  record WorkshopRemoved(WorkshopId workshop) implements WorkshopEvent {}
}
