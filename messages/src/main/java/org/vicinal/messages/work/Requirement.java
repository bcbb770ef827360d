package org.vicinal.messages.work;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a part asks of a machine, derived from its files and not only from what somebody typed.
 *
 * @param size the room the program uses, in the orientation it is made in (mm)
 * @param material such as {@code PLA} or {@code plywood}; compared without regard to case
 * @param controllers the families of firmware there is a program for; empty when none is needed
 *     beforehand
 * @param nozzleCelsius the hottest nozzle the program asks for, 0 when it has none
 * @param bedCelsius the hottest bed the program asks for, 0 when it has none
 * @param spindleRpm the fastest spindle the program asks for, 0 when it has none
 */
public record Requirement(
    Making making,
    String material,
    Size size,
    Set<Controller> controllers,
    int nozzleCelsius,
    int bedCelsius,
    int spindleRpm) {
  public Requirement {
    controllers =
        Collections.unmodifiableSortedSet(new TreeSet<>(controllers)); // one order everywhere
    if (material.isBlank() || material.length() > 60) {
      throw new IllegalArgumentException("Expected a material of 1 to 60 characters.");
    }
    if (nozzleCelsius < 0 || bedCelsius < 0 || spindleRpm < 0) {
      throw new IllegalArgumentException("Expected temperatures and speeds from 0.");
    }
  }
}
