package org.vicinal.messages.fit;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.vicinal.messages.work.Labels;
import org.vicinal.messages.work.Making;
import org.vicinal.messages.work.Tolerance;

/**
 * What a machine can do beside its room and its heat. A number that is 0 is not stated.
 *
 * @param also other processes it has, such as a laser beside a spindle
 * @param axes how many it moves together
 * @param toolMm the finest tool it has: the nozzle's bore, the thinnest cutter, the beam, the pixel
 * @param layerMm its finest layer
 * @param feedMmPerMin its fastest feed while it works
 * @param claimed the tolerance that the workshop says it holds
 * @param proven the tolerance that parts measured at the gate have shown
 * @param roughnessMicrometres the smoothest surface it leaves (Ra)
 * @param tools that are there, such as {@code 3.175 mm flat end mill}
 * @param finishes that the workshop adds, such as {@code sanded}
 */
public record Ability(
    Set<Making> also,
    int axes,
    double toolMm,
    double layerMm,
    double feedMmPerMin,
    Tolerance claimed,
    Tolerance proven,
    double roughnessMicrometres,
    Set<String> tools,
    Set<String> finishes) {
  /** Nobody has said. */
  public static final Ability UNSTATED =
      new Ability(
          Set.of(), 0, 0, 0, 0, Tolerance.UNSTATED, Tolerance.UNSTATED, 0, Set.of(), Set.of());

  public Ability {
    also = Collections.unmodifiableSortedSet(new TreeSet<>(also));
    tools = Labels.of(tools);
    finishes = Labels.of(finishes);
    if (!(axes >= 0
        && toolMm >= 0
        && layerMm >= 0
        && feedMmPerMin >= 0
        && roughnessMicrometres >= 0
        && Double.isFinite(toolMm + layerMm + feedMmPerMin + roughnessMicrometres))) {
      throw new IllegalArgumentException(
          "Expected axes, tool, layer, feed and roughness from 0, but found %d, %s mm, %s mm, %s mm/min, %s µm."
              .formatted(axes, toolMm, layerMm, feedMmPerMin, roughnessMicrometres));
    }
  }
}
