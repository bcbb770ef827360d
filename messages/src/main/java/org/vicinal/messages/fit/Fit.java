package org.vicinal.messages.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.vicinal.messages.work.Requirement;
import org.vicinal.messages.work.Size;

/** May this machine make this part, and if not, everything that is missing. */
public sealed interface Fit {
  /** It may. */
  record Fits() implements Fit {}

  /** It may not, for every one of these reasons. */
  record Misfit(List<Shortfall> shortfalls) implements Fit {
    public Misfit {
      shortfalls = List.copyOf(shortfalls);
    }

    /** The sum of the weights: the smaller, the nearer to a fit. */
    public int weight() {
      return shortfalls.stream().mapToInt(Shortfall::weight).sum();
    }
  }

  /** Compares what {@code part} asks with what {@code machine} has. */
  static Fit of(Requirement part, MachineProfile machine) {
    if (part.making() != machine.making()) {
      return new Misfit(
          List.of(new Shortfall("process", part.making().words(), machine.making().words(), 9)));
    }
    var missing = new ArrayList<Shortfall>();
    if (!part.controllers().isEmpty() && !part.controllers().contains(machine.controller())) {
      missing.add(
          new Shortfall(
              "program", "one for " + words(machine.controller()), words(part.controllers()), 3));
    }
    if (machine.materials().stream().noneMatch(part.material()::equalsIgnoreCase)) {
      missing.add(new Shortfall("material", part.material(), words(machine.materials()), 1));
    }
    room(part.size(), machine.room(), missing);
    atLeast("nozzle", part.nozzleCelsius(), machine.nozzleCelsius(), "°C", 4, missing);
    atLeast("heated bed", part.bedCelsius(), machine.bedCelsius(), "°C", 4, missing);
    atLeast("spindle", part.spindleRpm(), machine.spindleRpm(), "rpm", 4, missing);
    return missing.isEmpty() ? new Fits() : new Misfit(missing);
  }

  private static void room(Size part, Size room, List<Shortfall> missing) {
    length("bed width (x)", part.x(), room.x(), missing);
    length("bed depth (y)", part.y(), room.y(), missing);
    length("height (z)", part.z(), room.z(), missing);
  }

  private static void length(String what, double needed, double found, List<Shortfall> missing) {
    if (needed > found) {
      missing.add(
          new Shortfall(
              what, "%.0f mm".formatted(Math.ceil(needed)), "%.0f mm".formatted(found), 6));
    }
  }

  private static void atLeast(
      String what, int needed, int found, String unit, int weight, List<Shortfall> missing) {
    if (needed > found) {
      missing.add(
          new Shortfall(
              what, needed + " " + unit, found == 0 ? "none" : found + " " + unit, weight));
    }
  }

  private static String words(Object value) {
    var text = value.toString().toLowerCase(Locale.ROOT).replace("[", "").replace("]", "");
    return text.isEmpty() ? "none" : text;
  }
}
