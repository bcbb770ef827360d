package org.vicinal.coordinator.sheet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vicinal.messages.fit.Fit;
import org.vicinal.messages.fit.MachineProfile;
import org.vicinal.messages.fit.Margin;
import org.vicinal.messages.fit.Shortfall;
import org.vicinal.messages.work.Requirement;

/** Every part against every machine. */
public final class Pairs {
  private Pairs() {}

  /** One answer as it is printed; absent what does not apply. */
  public record Answer(
      String part,
      String machine,
      boolean can,
      @Nullable String pose,
      @Nullable String material,
      @Nullable Boolean onShelf,
      @Nullable List<Room> margins,
      @Nullable List<Lack> reasons) {
    /** As one line for people. */
    public String words() {
      return "%s x %s: %s".formatted(part, machine, verdict());
    }

    String verdict() {
      if (margins != null) {
        return "can: %s, in %s%s%s"
            .formatted(
                pose,
                material,
                Boolean.TRUE.equals(onShelf) ? "" : " (obtainable)",
                margins.stream().map(room -> "; " + room.words()).collect(Collectors.joining()));
      }
      return "cannot: "
          + (reasons == null
              ? ""
              : reasons.stream().map(Lack::words).collect(Collectors.joining("; ")));
    }
  }

  /** A figure that suffices. */
  public record Room(
      String what, double needed, double found, String unit, double spare, String words) {}

  /** A reason, and whether an answer of the workshop could still remove it. */
  public record Lack(String what, String needed, String found, boolean ask, String words) {}

  /** The answer for one pair. */
  public static Answer of(Named<Requirement> part, Named<MachineProfile> machine) {
    return answer(part.name(), machine.name(), Fit.of(part.thing(), machine.thing()));
  }

  private static Answer answer(String part, String machine, Fit fit) {
    return switch (fit) {
      case Fit.Fits fits ->
          new Answer(
              part,
              machine,
              true,
              fits.pose().words(),
              fits.material(),
              fits.onShelf(),
              fits.margins().stream().map(Pairs::room).toList(),
              null);
      case Fit.Misfit misfit ->
          new Answer(
              part,
              machine,
              false,
              null,
              null,
              null,
              null,
              misfit.shortfalls().stream().map(Pairs::lack).toList());
    };
  }

  private static Room room(Margin margin) {
    return new Room(
        margin.what(),
        margin.needed(),
        margin.found(),
        margin.unit().strip(),
        margin.spare(),
        margin.words());
  }

  private static Lack lack(Shortfall shortfall) {
    return new Lack(
        shortfall.what(),
        shortfall.needed(),
        shortfall.found(),
        shortfall.asks(),
        shortfall.words());
  }

  /**
   * How the answers compare with {@code labels}; a labelled name that nobody has is a disagreement.
   */
  public static Labels.Score score(
      List<Named<Requirement>> parts, List<Named<MachineProfile>> machines, Labels labels) {
    Map<String, Named<Requirement>> partByName = new HashMap<>();
    parts.forEach(part -> partByName.put(part.name(), part));
    Map<String, Named<MachineProfile>> machineByName = new HashMap<>();
    machines.forEach(machine -> machineByName.put(machine.name(), machine));
    var score = new Labels.Score();
    labels
        .byPart()
        .forEach(
            (partName, row) ->
                row.forEach(
                    (machineName, label) -> {
                      var part = partByName.get(partName);
                      var machine = machineByName.get(machineName);
                      if (part == null || machine == null) {
                        score.disagree(
                            "%s x %s: labelled, but %s is not among the files"
                                .formatted(
                                    partName, machineName, part == null ? partName : machineName));
                        return;
                      }
                      var fit = Fit.of(part.thing(), machine.thing());
                      var answer = answer(partName, machineName, fit);
                      score.add(partName, machineName, label, Reason.of(fit), answer.verdict());
                    }));
    return score;
  }
}
