package org.vicinal.coordinator.workshop;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vicinal.messages.capacity.Capacity;
import org.vicinal.messages.fit.MachineProfile;
import org.vicinal.messages.place.Place;

/** Where a workshop is between stranger and member. */
public sealed interface WorkshopState {
  /** Not a member: never was, or has left. */
  record Absent() implements WorkshopState {}

  /** Its topics, rights and credential are being made. */
  record Enrolling(String name, Place place, Shed shed, Instant provisionBy)
      implements WorkshopState {}

  /** A member. */
  record Member(String name, Place place, Shed shed) implements WorkshopState {}

  /** Its credential and rights are being taken away. */
  record Leaving(int attempt, Instant nextAttempt) implements WorkshopState {}

  /** The machines as last described, and by which report. */
  record Shed(
      long epoch, long sequence, List<MachineProfile> machines, @Nullable Capacity capacity) {
    static final Shed EMPTY = new Shed(0, 0, List.of(), null);

    public Shed {
      machines = List.copyOf(machines);
    }
  }
}
