package org.vicinal.coordinator.wiring;

import org.vicinal.messages.id.WorkshopId;
import org.vicinal.messages.net.Call;
import org.vicinal.messages.net.Instruction;
import org.vicinal.messages.place.Place;

/** Something that is told to workshops because of an event. */
public sealed interface Outgoing {
  /** A call, to everybody who reads the cell of {@code place}. */
  record ToCalls(Place place, Call call) implements Outgoing {}

  /** An instruction to one workshop. */
  record ToWorkshop(WorkshopId workshop, Instruction instruction) implements Outgoing {}
}
