package org.vicinal.messages.taxonomy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vicinal.messages.work.Making;

/**
 * A material, or a family of them.
 *
 * @param name as Vicinal writes it
 * @param kinds its families, nearest first, itself included
 * @param aliases what else people call it, Wikipedia addresses included (OKW names materials so)
 * @param processes by which it is worked
 * @param properties each with its source
 * @param density (g/cm³), null when no source is at hand
 * @param heat to what it may warm up in use before it softens (°C), null when no source is at hand
 */
public record Material(
    String name,
    Set<String> kinds,
    List<String> aliases,
    Set<Making> processes,
    Map<String, String> properties,
    @Nullable Fact density,
    @Nullable Fact heat) {
  /** Its density (g/cm³). */
  public Optional<Fact> findDensity() {
    return Optional.ofNullable(density);
  }

  /** The warmth it bears in use (°C). */
  public Optional<Fact> findHeat() {
    return Optional.ofNullable(heat);
  }
}
