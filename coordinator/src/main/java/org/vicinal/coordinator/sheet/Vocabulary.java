package org.vicinal.coordinator.sheet;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.nodes.Node;
import org.vicinal.messages.taxonomy.Taxonomy;
import org.vicinal.messages.work.Controller;
import org.vicinal.messages.work.Making;
import org.vicinal.messages.work.Purpose;
import org.vicinal.messages.work.Tolerance;
import org.vicinal.messages.work.Turning;

/** The words of sheets as the values they mean. */
final class Vocabulary {
  private Vocabulary() {}

  static Making process(Sheet sheet, Node node, String text) throws SheetError {
    return Taxonomy.STANDARD
        .findProcess(text)
        .orElseThrow(
            () ->
                sheet.error(
                    node,
                    "a process such as FFF, SLA, CNC milling or laser cutting (docs/matching.md lists them)",
                    "\"" + text + "\""));
  }

  static Tolerance tolerance(Sheet sheet, String... keys) throws SheetError {
    var node = sheet.find(keys);
    if (node == null || Sheet.plain(sheet.scalar(node)).matches("unstated|none|any")) {
      return Tolerance.UNSTATED;
    }
    var text = sheet.scalar(node);
    return Tolerance.find(text.replace("ISO2768_", "ISO 2768-"))
        .orElseThrow(
            () ->
                sheet.error(
                    node,
                    "a tolerance class: f, m, c or v (ISO 2768) or IT5 to IT18 (ISO 286)",
                    "\"" + text + "\""));
  }

  static Set<Purpose> purposes(Sheet sheet, String... keys) throws SheetError {
    var purposes = EnumSet.noneOf(Purpose.class);
    var node = sheet.find(keys);
    for (var text : sheet.texts(keys)) {
      switch (Sheet.plain(text)) {
        case "ordinary", "ordinaryuse", "none", "general" -> purposes.add(Purpose.ORDINARY);
        case "food", "foodcontact", "drink" -> purposes.add(Purpose.FOOD);
        case "skin", "skincontact" -> purposes.add(Purpose.SKIN);
        case "childunderthree", "child", "childunder3", "achildunderthree", "toy", "toddler" ->
            purposes.add(Purpose.CHILD_UNDER_THREE);
        case "loadbearing", "safetycritical", "safety", "bearingloadsorsafety", "load" ->
            purposes.add(Purpose.LOAD_BEARING);
        case "mainsvoltage", "mains" -> purposes.add(Purpose.MAINS_VOLTAGE);
        default ->
            throw error(
                sheet,
                node,
                "a purpose: ordinary, food, skin, child under three, load-bearing, mains voltage",
                text);
      }
    }
    return purposes;
  }

  static Set<Controller> controllers(Sheet sheet, String... keys) throws SheetError {
    var node = sheet.find(keys);
    var controllers = EnumSet.noneOf(Controller.class);
    for (var text : sheet.texts(keys)) {
      var found =
          Arrays.stream(Controller.values())
              .filter(value -> Sheet.plain(value.name()).equals(Sheet.plain(text)))
              .findFirst();
      if (found.isEmpty()) {
        var known =
            Arrays.stream(Controller.values())
                .map(Controller::name)
                .collect(Collectors.joining(", "));
        throw error(sheet, node, "one of " + known, text);
      }
      controllers.add(found.get());
    }
    return controllers;
  }

  static Turning turning(Sheet sheet, String... keys) throws SheetError {
    var node = sheet.find(keys);
    var text = sheet.text("any", keys);
    return switch (Sheet.plain(text)) {
      case "fixed", "none", "asprogrammed", "asmodelled", "no" -> Turning.FIXED;
      case "aboutz", "upright", "z" -> Turning.ABOUT_Z;
      case "any", "anyface", "free", "lying" -> Turning.ANY_FACE;
      default -> throw error(sheet, node, "a turning: fixed, about z, any face", text);
    };
  }

  private static SheetError error(
      Sheet sheet, @org.jspecify.annotations.Nullable Node node, String expected, String found) {
    return sheet.error(node, "Expected %s, but found \"%s\".".formatted(expected, found));
  }
}
