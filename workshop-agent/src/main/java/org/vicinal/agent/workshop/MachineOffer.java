package org.vicinal.agent.workshop;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.vicinal.messages.fit.MachineProfile;
import org.vicinal.messages.id.MachineId;
import org.vicinal.messages.work.Making;
import org.vicinal.messages.work.Tooling;

/**
 * A machine and what its owner asks for its work.
 *
 * @param hour for an hour of machine time, in minor units
 * @param setup once per lot, in minor units
 * @param materials material (lower case) to its price in minor units: per kilogram for a printer,
 *     per piece for a mill
 * @param handling what a person needs between two runs
 * @param awaited material (lower case) that has to be got first, and how long that takes
 */
public record MachineOffer(
    MachineProfile profile,
    long hour,
    long setup,
    Map<String, Long> materials,
    Duration handling,
    Map<String, Duration> awaited) {
  public MachineOffer {
    materials = Map.copyOf(materials);
    awaited = Map.copyOf(awaited);
  }

  /** A machine whose materials are all on the shelf. */
  public MachineOffer(
      MachineProfile profile,
      long hour,
      long setup,
      Map<String, Long> materials,
      Duration handling) {
    this(profile, hour, setup, materials, handling, Map.of());
  }

  /** The machine's name. */
  public MachineId id() {
    return profile.machine();
  }

  /** How long it takes until {@code material} is here; nothing when it is. */
  Duration wait(String material) {
    return awaited.getOrDefault(material.toLowerCase(Locale.ROOT), Duration.ZERO);
  }

  /** Whether programs for it are made here of models. */
  boolean slices() {
    return profile.ability().tools().contains(Tooling.SLICER);
  }

  /** Whether every run of it is started by a person who has set stock, tool and origin for it. */
  boolean startedByPerson() {
    return profile.making() == Making.MILLING;
  }
}
