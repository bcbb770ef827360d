package org.vicinal.coordinator.matching;

import java.util.List;
import org.vicinal.messages.capacity.Capacity;
import org.vicinal.messages.fit.MachineProfile;
import org.vicinal.messages.id.WorkshopId;
import org.vicinal.messages.place.Place;
import org.vicinal.messages.work.Requirement;

/** Knows who has which machines where, and who of them could make a part. */
public interface Matcher {
  /** The workshop is there with these machines, whatever was known of it before. */
  void put(WorkshopId workshop, Place place, List<MachineProfile> machines, Capacity capacity);

  /** The workshop is not there any more. */
  void remove(WorkshopId workshop);

  /** The nearest workshops that can make {@code part}, and the nearest misses. */
  Found search(Requirement part, Place middle, Reach reach);
}
