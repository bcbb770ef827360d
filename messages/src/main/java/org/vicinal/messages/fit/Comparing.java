package org.vicinal.messages.fit;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vicinal.messages.taxonomy.Taxonomy;
import org.vicinal.messages.work.Controller;
import org.vicinal.messages.work.Making;
import org.vicinal.messages.work.Requirement;
import org.vicinal.messages.work.Size;

/** One comparison of a part with a machine, in the order in which reasons are told. */
final class Comparing {
  private static final double BORE_SLACK_MM = 0.011;
  private final Requirement part;
  private final MachineProfile machine;
  private final Comparison told = new Comparison();

  private Comparing(Requirement part, MachineProfile machine) {
    this.part = part;
    this.machine = machine;
  }

  static Fit of(Requirement part, MachineProfile machine) {
    return new Comparing(part, machine).compare();
  }

  private Fit compare() {
    var process = process();
    if (process == null) {
      told.lacks("process", part.making().words(), processes(), 9);
    } else {
      program();
    }
    var shelf = Shelf.choose(part, machine);
    told.missing.addAll(shelf.missing());
    var pose = room(process);
    if (process != null) {
      heat();
      Workmanship.compare(part, machine, process, told);
    }
    House.compare(part, machine.rules(), told);
    return told.missing.isEmpty()
        ? new Fit.Fits(pose, shelf.material(), shelf.here(), told.margins)
        : new Fit.Misfit(told.missing, pose.lackMm(machine.room()));
  }

  /** The machine's process that does what is asked, its main one first. */
  private @Nullable Making process() {
    if (Taxonomy.STANDARD.isKindOf(machine.making(), part.making())) {
      return machine.making();
    }
    for (var also : machine.ability().also()) {
      if (Taxonomy.STANDARD.isKindOf(also, part.making())) {
        return also;
      }
    }
    return null;
  }

  private String processes() {
    var also = machine.ability().also();
    return also.isEmpty()
        ? machine.making().words()
        : machine.making().words()
            + ", "
            + also.stream().map(Making::words).collect(Collectors.joining(", "));
  }

  private void program() {
    if (!part.controllers().isEmpty() && !part.controllers().contains(machine.controller())) {
      boolean unstated = machine.controller() == Controller.UNSTATED;
      told.lacks(
          "program",
          unstated
              ? "a machine for " + words(part.controllers())
              : "one for " + word(machine.controller()),
          unstated ? Shortfall.NOT_STATED : words(part.controllers()),
          3);
    }
  }

  private Pose room(@Nullable Making process) {
    boolean anyAngle = process == null || Taxonomy.STANDARD.isKindOf(process, Making.PRINTING);
    var pose = Pose.best(part.size(), part.turning(), machine.room(), anyAngle);
    if (!part.size().stated()) {
      told.lacks("size of the part", "its size", Shortfall.NOT_STATED, 6);
    } else if (!machine.room().stated()) {
      told.lacks("room", part.size().toString(), Shortfall.NOT_STATED, 6);
    } else {
      room(pose.laid(), machine.room());
    }
    return pose;
  }

  private void room(Size laid, Size room) {
    length("bed width (x)", laid.x(), room.x());
    length("bed depth (y)", laid.y(), room.y());
    length("height (z)", laid.z(), room.z());
  }

  private void length(String what, double needed, double found) {
    boolean fits = needed <= found + Pose.SLACK_MM;
    told.atLeast(what, fits ? Math.min(needed, found) : needed, found, " mm", 6, "0 mm");
  }

  private void heat() {
    told.atLeast("nozzle", part.nozzleCelsius(), machine.nozzleCelsius(), " °C", 4, "none");
    told.atLeast("heated bed", part.bedCelsius(), machine.bedCelsius(), " °C", 4, "none");
    told.atLeast("spindle", part.spindleRpm(), machine.spindleRpm(), " rpm", 4, "none");
    double bore = machine.ability().toolMm();
    double asked = part.tooling().nozzleMm();
    if (asked > 0 && Math.abs(asked - bore) > BORE_SLACK_MM) {
      told.lacks(
          "nozzle bore",
          Comparison.figure(asked, true) + " mm",
          bore > 0 ? Comparison.figure(bore, true) + " mm" : Shortfall.NOT_STATED,
          2);
    }
  }

  private static String words(Set<Controller> controllers) {
    return controllers.stream().map(Comparing::word).collect(Collectors.joining(", "));
  }

  private static String word(Controller controller) {
    return controller.name().toLowerCase(Locale.ROOT);
  }
}
