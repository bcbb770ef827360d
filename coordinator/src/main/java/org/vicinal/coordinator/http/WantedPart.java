package org.vicinal.coordinator.http;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vicinal.messages.taxonomy.Taxonomy;
import org.vicinal.messages.work.Controller;
import org.vicinal.messages.work.Making;
import org.vicinal.messages.work.MaterialNeeds;
import org.vicinal.messages.work.Quality;
import org.vicinal.messages.work.Requirement;
import org.vicinal.messages.work.Shape;
import org.vicinal.messages.work.Size;
import org.vicinal.messages.work.Terms;
import org.vicinal.messages.work.Tooling;

/**
 * A requirement as somebody types it: process, material and size must be there, everything else
 * asks for nothing when it is left out.
 *
 * @param making a process by any of its names, such as {@code FFF} or {@code milling}
 */
record WantedPart(
    @Nullable String making,
    @Nullable String material,
    @Nullable Size size,
    @Nullable Set<Controller> controllers,
    @Nullable Integer nozzleCelsius,
    @Nullable Integer bedCelsius,
    @Nullable Integer spindleRpm,
    @Nullable Shape shape,
    @Nullable MaterialNeeds needs,
    @Nullable Tooling tooling,
    @Nullable Quality quality,
    @Nullable Terms terms) {
  Requirement checked() {
    if (size == null || !size.stated()) {
      throw Problem.field("requirement.size", "x, y and z in millimetres", size);
    }
    try {
      return new Requirement(
          process(),
          OrderRequest.required("requirement.material", material, 60),
          size,
          controllers == null ? Set.of() : controllers,
          orZero(nozzleCelsius),
          orZero(bedCelsius),
          orZero(spindleRpm),
          shape,
          needs,
          tooling,
          quality,
          terms);
    } catch (IllegalArgumentException e) {
      throw Problem.invalid("requirement", e.getMessage());
    }
  }

  private Making process() {
    var words = OrderRequest.required("requirement.making", making, 60);
    return Taxonomy.STANDARD
        .findProcess(words)
        .orElseThrow(
            () -> Problem.field("requirement.making", "a process such as FFF or milling", words));
  }

  private static int orZero(@Nullable Integer value) {
    return value == null ? 0 : value;
  }
}
