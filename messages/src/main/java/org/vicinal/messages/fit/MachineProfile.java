package org.vicinal.messages.fit;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.vicinal.messages.id.MachineId;
import org.vicinal.messages.work.Controller;
import org.vicinal.messages.work.Making;
import org.vicinal.messages.work.Size;

/**
 * What a machine can do, as its workshop declares it.
 *
 * @param room the largest part, along the machine's axes (mm)
 * @param materials what is loaded or on the shelf
 * @param nozzleCelsius the hottest it may get, 0 for a machine without a nozzle
 * @param bedCelsius the hottest its bed may get, 0 without a heated bed
 * @param spindleRpm the fastest it may turn, 0 without a spindle
 */
public record MachineProfile(
    MachineId machine,
    Making making,
    Controller controller,
    Size room,
    Set<String> materials,
    int nozzleCelsius,
    int bedCelsius,
    int spindleRpm) {
  public MachineProfile {
    materials = Collections.unmodifiableSortedSet(new TreeSet<>(materials)); // one order everywhere
  }
}
