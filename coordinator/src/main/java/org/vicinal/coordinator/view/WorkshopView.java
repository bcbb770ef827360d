package org.vicinal.coordinator.view;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vicinal.coordinator.decide.Occurred;
import org.vicinal.coordinator.workshop.WorkshopEvent;
import org.vicinal.messages.capacity.Capacity;
import org.vicinal.messages.fit.MachineProfile;
import org.vicinal.messages.id.WorkshopId;
import org.vicinal.messages.place.Place;

/**
 * A workshop as everybody may see it.
 *
 * @param version of the workshop
 * @param agent the version of its agent as last told; empty before it has been here
 * @param machines as last described
 * @param capacity hours, queues and rates as last told
 */
public record WorkshopView(
    WorkshopId id,
    long version,
    String name,
    Place place,
    Standing standing,
    String agent,
    List<MachineProfile> machines,
    Capacity capacity,
    Instant changedAt) {
  public WorkshopView {
    machines = List.copyOf(machines);
  }

  /** Where it is between stranger and member. */
  public enum Standing {
    ENROLLING,
    MEMBER,
    LEAVING,
    GONE
  }

  /** The view after an event; {@code before} is null when nothing was seen yet. */
  static @Nullable WorkshopView on(
      @Nullable WorkshopView before, Occurred<?> occurred, WorkshopEvent event) {
    if (before != null && occurred.version() <= before.version()) {
      return before;
    }
    var next =
        switch (event) {
          case WorkshopEvent.WorkshopEnrolled it ->
              new WorkshopView(
                  it.workshop(),
                  0,
                  it.name(),
                  it.place(),
                  Standing.ENROLLING,
                  "",
                  List.of(),
                  Capacity.UNTOLD,
                  occurred.at());
          case WorkshopEvent.WorkshopProvisioned it ->
              before == null ? null : before.named(it.name(), it.place()).standing(Standing.MEMBER);
          case WorkshopEvent.MachinesDescribed it -> before == null ? null : before.described(it);
          case WorkshopEvent.WorkshopRevised it ->
              before == null ? null : before.named(it.name(), it.place());
          case WorkshopEvent.WorkshopLeaving it ->
              before == null ? null : before.standing(Standing.LEAVING);
          case WorkshopEvent.RemovalDue it -> before;
          case WorkshopEvent.WorkshopRemoved it ->
              before == null ? null : before.standing(Standing.GONE);
        };
    return next == null ? null : next.at(occurred);
  }

  private WorkshopView named(String newName, Place newPlace) {
    return new WorkshopView(
        id, version, newName, newPlace, standing, agent, machines, capacity, changedAt);
  }

  private WorkshopView standing(Standing next) {
    return new WorkshopView(id, version, name, place, next, agent, machines, capacity, changedAt);
  }

  private WorkshopView described(WorkshopEvent.MachinesDescribed told) {
    return new WorkshopView(
        id,
        version,
        name,
        place,
        standing,
        told.version(),
        told.machines(),
        Capacity.of(told.capacity()),
        changedAt);
  }

  private WorkshopView at(Occurred<?> occurred) {
    return new WorkshopView(
        id, occurred.version(), name, place, standing, agent, machines, capacity, occurred.at());
  }
}
