package org.vicinal.coordinator.sheet;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.vicinal.messages.fit.Ability;
import org.vicinal.messages.fit.HouseRules;
import org.vicinal.messages.fit.MachineProfile;
import org.vicinal.messages.fit.Supply;
import org.vicinal.messages.id.MachineId;
import org.vicinal.messages.work.Controller;
import org.vicinal.messages.work.Making;
import org.vicinal.messages.work.Size;
import org.vicinal.messages.work.Stock;

/** A sheet as the profile of a machine; an equipment of OKW is one too. */
final class MachineSheet {
  static final Set<String> OPENED =
      Set.of("profile", "ability", "supply", "rules", "houserules", "specifications");

  private MachineSheet() {}

  /**
   * Reads it.
   *
   * @param usual materials of the workshop, for a machine that names none
   */
  static MachineProfile read(Sheet sheet, String name, List<String> usual) throws SheetError {
    var processes = processes(sheet);
    if (processes.isEmpty()) {
      throw sheet.error(null, "Expected a process, such as \"process: FFF\", but found none.");
    }
    var controllers = Vocabulary.controllers(sheet, "controller", "firmware");
    var materials = sheet.texts("materials", "materials-worked", "material", "typical-materials");
    try {
      return new MachineProfile(
              new MachineId(id(name)),
              processes.getFirst(),
              controllers.isEmpty() ? Controller.UNSTATED : controllers.iterator().next(),
              room(sheet),
              new TreeSet<>(materials.isEmpty() ? usual : materials),
              whole(sheet, Measures.HEAT, "nozzle-celsius", "nozzle-temperature", "nozzle-max"),
              whole(sheet, Measures.HEAT, "bed-celsius", "bed-temperature", "bed-max"),
              whole(sheet, Measures.SPEED, "spindle-rpm", "spindle", "maximum-spindle-speed"))
          .with(ability(sheet, processes))
          .with(supply(sheet))
          .with(rules(sheet));
    } catch (IllegalArgumentException e) {
      throw sheet.error(null, String.valueOf(e.getMessage()));
    }
  }

  /** A name as an id: what an id cannot hold becomes a dash. */
  static String id(String name) {
    var plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._-]+", "-");
    plain = plain.replaceAll("^[^a-z0-9]+", "");
    return plain.isEmpty() ? "machine" : plain.substring(0, Math.min(80, plain.length()));
  }

  private static List<Making> processes(Sheet sheet) throws SheetError {
    var processes = new ArrayList<Making>();
    String[] keys = {
      "process",
      "processes",
      "making",
      "manufacturing-process",
      "manufacturing-processes",
      "equipment-type"
    };
    var node = sheet.find(keys);
    for (var text : sheet.texts(keys)) {
      processes.add(Vocabulary.process(sheet, java.util.Objects.requireNonNull(node), text));
    }
    for (var text : sheet.texts("also")) {
      processes.add(
          Vocabulary.process(sheet, java.util.Objects.requireNonNull(sheet.find("also")), text));
    }
    return processes;
  }

  private static Size room(Sheet sheet) throws SheetError {
    var node = sheet.find("room", "envelope", "size", "build-volume", "work-area", "working-area");
    if (node != null
        && !(node instanceof org.snakeyaml.engine.v2.nodes.ScalarNode scalar
            && scalar
                .getValue()
                .strip()
                .matches("[0-9.]+"))) { // OKW's build volume is one useless number
      return Sizes.read(sheet, node);
    }
    double x = sheet.figure(Measures.LENGTH, "x-travel", "bed-width");
    double y = sheet.figure(Measures.LENGTH, "y-travel", "bed-depth");
    double z = sheet.figure(Measures.LENGTH, "z-travel", "height");
    return new Size(x, y, z);
  }

  private static int whole(Sheet sheet, Measures unit, String... keys) throws SheetError {
    return (int) Math.floor(sheet.figure(unit, keys));
  }

  private static Ability ability(Sheet sheet, List<Making> processes) throws SheetError {
    var also = EnumSet.noneOf(Making.class);
    also.addAll(processes.subList(1, processes.size()));
    return new Ability(
        also,
        (int) sheet.figure(Measures.NUMBER, "axes"),
        sheet.figure(
            Measures.LENGTH,
            "nozzle",
            "nozzle-mm",
            "nozzle-size",
            "finest-tool",
            "tool-mm",
            "smallest-tool"),
        sheet.figure(Measures.LENGTH, "layer", "layer-mm", "layer-resolution", "finest-layer"),
        sheet.figure(Measures.FEED, "feed", "feed-mm-per-min", "fastest-feed"),
        Vocabulary.tolerance(sheet, "tolerance", "tolerance-class", "claimed", "claimed-tolerance"),
        Vocabulary.tolerance(sheet, "proven-tolerance", "proven"),
        sheet.figure(Measures.FINE, "roughness", "roughness-micrometres", "ra"),
        new TreeSet<>(sheet.texts("tools")),
        new TreeSet<>(sheet.texts("finishes")));
  }

  private static Supply supply(Sheet sheet) throws SheetError {
    var stock = new ArrayList<Stock>();
    for (Node node : sheet.nodes("stock")) {
      if (!(node instanceof MappingNode)) {
        stock.add(new Stock(sheet.scalar(node), "", 0, 0));
        continue;
      }
      var inner = Sheet.of(sheet.file(), node, Set.of());
      stock.add(
          new Stock(
              inner.text("", "material", "name"),
              inner.text("", "colour", "color"),
              inner.figure(Measures.LENGTH, "sheet", "sheet-mm", "thickness"),
              inner.figure(Measures.WEIGHT, "grams", "weight")));
    }
    return new Supply(new TreeSet<>(sheet.texts("obtainable", "obtainable-materials")), stock);
  }

  private static HouseRules rules(Sheet sheet) throws SheetError {
    return new HouseRules(
        Vocabulary.purposes(sheet, "takes", "purposes"),
        Vocabulary.purposes(sheet, "never", "never-makes"),
        new TreeSet<>(sheet.texts("certifications", "certificates")),
        (int) sheet.figure(Measures.NUMBER, "most-pieces", "max-pieces"));
  }
}
