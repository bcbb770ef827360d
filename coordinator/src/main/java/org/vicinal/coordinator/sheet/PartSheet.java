package org.vicinal.coordinator.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.vicinal.messages.taxonomy.Taxonomy;
import org.vicinal.messages.work.CriticalDimension;
import org.vicinal.messages.work.MaterialNeeds;
import org.vicinal.messages.work.Quality;
import org.vicinal.messages.work.Requirement;
import org.vicinal.messages.work.Shape;
import org.vicinal.messages.work.Terms;
import org.vicinal.messages.work.Tooling;

/** A sheet as the requirement of a part. */
final class PartSheet {
  /** Groups whose keys may also stand one step further out: the wire's records, OKH's tables. */
  static final Set<String> OPENED =
      Set.of(
          "requirement", "shape", "needs", "tooling", "quality", "terms", "part", "manufacturing");

  private static final Pattern CRITICAL =
      Pattern.compile("(.*?)\\s*([0-9.]+)\\s*(?:mm)?\\s*(?:±|\\+-|\\+/-)\\s*([0-9.]+)\\s*(?:mm)?");

  private PartSheet() {}

  /**
   * Reads it.
   *
   * @param derived what files beside it say: this goes before what the sheet says
   */
  static Requirement read(Sheet sheet, Derived derived) throws SheetError {
    var processNode =
        sheet.find("process", "making", "printing-process", "manufacturing-process", "tsdc");
    var making = derived.making();
    if (processNode != null) {
      var said = Vocabulary.process(sheet, processNode, first(sheet, processNode));
      if (making != null && !Taxonomy.STANDARD.isKindOf(making, said)) {
        throw sheet.error(
            processNode,
            "Expected the process of %s (%s), but found %s."
                .formatted(derived.file(), making.words(), said.words()));
      }
      making = making == null ? said : making;
    }
    if (making == null) {
      throw sheet.error(null, "Expected a process, such as \"process: FFF\", but found none.");
    }
    var material = sheet.texts("material", "materials");
    if (material.size() > 1) {
      throw sheet.error(
          sheet.find("material", "materials"),
          "Expected one material (a family such as plastic leaves the choice), but found %s."
              .formatted(material));
    }
    var said = material.isEmpty() ? "" : material.getFirst();
    var stuff = said.isEmpty() ? derived.material() : said;
    if (stuff.isEmpty()) {
      throw sheet.error(null, "Expected a material, such as \"material: PLA\", but found none.");
    }
    var size =
        derived.size(
            sheet,
            Sizes.read(
                sheet,
                sheet.find("size", "box", "outer-dimensions", "dimensions", "bounding-box")));
    try {
      return derived.pinned(
          new Requirement(
                  making,
                  stuff,
                  size,
                  Vocabulary.controllers(sheet, "controllers", "controller", "firmware"),
                  celsius(sheet, "nozzle-celsius", "nozzle-temperature"),
                  celsius(sheet, "bed-celsius", "bed-temperature"),
                  (int) Math.ceil(sheet.figure(Measures.SPEED, "spindle-rpm", "spindle")))
              .with(shape(sheet, derived))
              .with(needs(sheet))
              .with(tooling(sheet))
              .with(quality(sheet))
              .with(terms(sheet)));
    } catch (IllegalArgumentException e) {
      throw sheet.error(null, String.valueOf(e.getMessage()));
    }
  }

  private static String first(Sheet sheet, Node node) throws SheetError {
    return node instanceof org.snakeyaml.engine.v2.nodes.SequenceNode list
            && list.getValue().size() == 1
        ? sheet.scalar(list.getValue().getFirst())
        : sheet.scalar(node);
  }

  private static int celsius(Sheet sheet, String... keys) throws SheetError {
    return (int) Math.ceil(sheet.figure(Measures.HEAT, keys));
  }

  private static Shape shape(Sheet sheet, Derived derived) throws SheetError {
    double volume = sheet.figure(Measures.VOLUME, "volume-mm3", "volume");
    double area = sheet.figure(Measures.AREA, "area-mm2", "area");
    return new Shape(
        Vocabulary.turning(sheet, "turning", "orientation"),
        sheet.figure(Measures.LENGTH, "smallest-feature", "smallest-feature-mm", "min-feature"),
        sheet.figure(Measures.LENGTH, "smallest-inner-radius", "smallest-inner-radius-mm"),
        derived.volumeMm3() > 0 ? derived.volumeMm3() : volume,
        derived.areaMm2() > 0 ? derived.areaMm2() : area);
  }

  private static MaterialNeeds needs(Sheet sheet) throws SheetError {
    return new MaterialNeeds(
        sheet.text("", "colour", "color"),
        sheet.figure(Measures.LENGTH, "sheet", "sheet-mm", "thickness", "thickness-mm"),
        sheet.figure(Measures.WEIGHT, "grams", "stock-grams"),
        celsius(sheet, "heat", "heat-celsius"),
        new TreeSet<>(sheet.texts("properties")));
  }

  private static Tooling tooling(Sheet sheet) throws SheetError {
    return new Tooling(
        new TreeSet<>(sheet.texts("tools", "tool")),
        sheet.figure(Measures.LENGTH, "nozzle", "nozzle-mm", "nozzle-diameter"),
        sheet.figure(Measures.LENGTH, "layer", "layer-mm", "resolution-mm", "layer-height"),
        sheet.figure(Measures.FEED, "feed", "feed-mm-per-min"),
        (int) sheet.figure(Measures.NUMBER, "axes"));
  }

  private static Quality quality(Sheet sheet) throws SheetError {
    return new Quality(
        Vocabulary.tolerance(sheet, "tolerance", "tolerance-class", "smallest-tolerance-class"),
        sheet.text("false", "proven").equalsIgnoreCase("true"),
        sheet.figure(Measures.FINE, "roughness", "roughness-micrometres", "ra", "surface"),
        new TreeSet<>(sheet.texts("finishes", "finish", "surface-finishing-process")),
        critical(sheet));
  }

  private static List<CriticalDimension> critical(Sheet sheet) throws SheetError {
    var critical = new ArrayList<CriticalDimension>();
    for (var node : sheet.nodes("critical", "critical-dimensions")) {
      critical.add(dimension(sheet, node));
    }
    return critical;
  }

  private static CriticalDimension dimension(Sheet sheet, Node node) throws SheetError {
    try {
      if (node instanceof MappingNode) {
        var inner = Sheet.of(sheet.file(), node, Set.of());
        return new CriticalDimension(
            inner.text("dimension", "what", "name"),
            inner.figure(Measures.LENGTH, "nominal", "nominal-mm"),
            inner.figure(Measures.LENGTH, "plus-minus", "plus-minus-mm", "tolerance"));
      }
      var form = CRITICAL.matcher(sheet.scalar(node));
      if (!form.matches()) {
        throw sheet.error(
            node, "a dimension such as \"bore 8 ± 0.05\"", "\"" + sheet.scalar(node) + "\"");
      }
      return new CriticalDimension(
          form.group(1).isBlank() ? "dimension" : form.group(1),
          Double.parseDouble(form.group(2)),
          Double.parseDouble(form.group(3)));
    } catch (IllegalArgumentException e) {
      throw sheet.error(node, String.valueOf(e.getMessage()));
    }
  }

  private static Terms terms(Sheet sheet) throws SheetError {
    var node = sheet.find("pieces", "quantity", "amount");
    double pieces = node == null ? 1 : Measures.NUMBER.read(sheet.scalar(node));
    if (node != null
        && (!(pieces >= 1 && pieces <= Terms.MOST_PIECES) || pieces != Math.rint(pieces))) {
      throw sheet.error(
          node,
          "1 to %d whole pieces".formatted(Terms.MOST_PIECES),
          "\"" + sheet.scalar(node) + "\"");
    }
    return new Terms(
        Vocabulary.purposes(sheet, "purpose", "purposes"),
        (int) pieces,
        new TreeSet<>(sheet.texts("certifications", "certificates", "certification")));
  }
}
