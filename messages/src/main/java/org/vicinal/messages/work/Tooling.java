package org.vicinal.messages.work;

import java.util.Set;
import java.util.TreeSet;

/**
 * What a part asks to be mounted. A number that is 0 asks for nothing.
 *
 * @param tools such as {@code 3.175 mm flat end mill} or {@code hardened nozzle}
 * @param nozzleMm the bore that a ready program was sliced for, exactly
 * @param layerMm the thickest layer that will do
 * @param feedMmPerMin the fastest feed that the part needs
 * @param axes how many the machine must move together, 0 for the usual three
 */
public record Tooling(
    Set<String> tools, double nozzleMm, double layerMm, double feedMmPerMin, int axes) {
  /** Beside a printer: makes programs for it from models (PrusaSlicer and its like). */
  public static final String SLICER = "slicer";

  /** Beside any other machine: makes programs for it from models. */
  public static final String CAM = "CAM";

  /** Nothing in particular. */
  public static final Tooling NONE = new Tooling(Set.of(), 0, 0, 0, 0);

  public Tooling {
    tools = Labels.of(tools);
    Figure.fromZero("nozzle (mm)", nozzleMm);
    Figure.fromZero("layer (mm)", layerMm);
    Figure.fromZero("feed (mm/min)", feedMmPerMin);
    if (axes < 0 || axes > 12) {
      throw new IllegalArgumentException("Expected 0 to 12 axes, but found " + axes + ".");
    }
  }

  /** The same with {@code tool} too. */
  public Tooling with(String tool) {
    var more = new TreeSet<>(tools);
    more.add(tool);
    return new Tooling(more, nozzleMm, layerMm, feedMmPerMin, axes);
  }
}
