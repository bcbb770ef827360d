package org.vicinal.coordinator.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.vicinal.messages.work.Size;

/**
 * Boxes as people write them: {@code [x, y, z]}, {@code 40 x 20 x 12 mm}, {@code {x:, y:, z:}},
 * {@code {width:, depth:, height:}}, and OpenSCAD's {@code cube(size = [..])} and {@code
 * cylinder(h=, r=)} of OKH-LOSH.
 */
final class Sizes {
  private static final Pattern CYLINDER =
      Pattern.compile(
          "cylinder\\(\\s*(h|r|d)\\s*=\\s*([0-9.]+)\\s*,\\s*(h|r|d)\\s*=\\s*([0-9.]+).*");

  private Sizes() {}

  static Size read(Sheet sheet, @Nullable Node node) throws SheetError {
    return switch (node) {
      case null -> Size.UNSTATED;
      case SequenceNode list -> of(sheet, node, list.getValue());
      case MappingNode mapping -> mapping(sheet, mapping);
      default -> text(sheet, node, sheet.scalar(node));
    };
  }

  private static Size of(Sheet sheet, Node node, List<Node> sides) throws SheetError {
    if (sides.size() != 3) {
      throw sheet.error(node, "three sides x, y, z", sides.size() + " of them");
    }
    var lengths = new ArrayList<Double>();
    for (var side : sides) {
      lengths.add(sheet.figure(Measures.LENGTH, side));
    }
    return new Size(lengths.get(0), lengths.get(1), lengths.get(2));
  }

  private static Size mapping(Sheet sheet, MappingNode mapping) throws SheetError {
    var inner = Sheet.of(sheet.file(), mapping, Set.of());
    var scad = inner.find("openSCAD");
    double unit = Measures.LENGTH.read("1 " + inner.text("mm", "unit", "units"));
    if (Double.isNaN(unit)) {
      throw sheet.error(mapping, "a unit of mm, cm, m or in", "\"" + inner.text("", "unit") + "\"");
    }
    if (scad != null) {
      return scaled(text(sheet, scad, inner.scalar(scad)), unit);
    }
    return scaled(
        new Size(
            inner.figure(Measures.LENGTH, "x", "width", "widht", "x-mm"),
            inner.figure(Measures.LENGTH, "y", "depth", "length", "y-mm"),
            inner.figure(Measures.LENGTH, "z", "height", "z-mm")),
        unit);
  }

  private static Size scaled(Size size, double unit) {
    return new Size(size.x() * unit, size.y() * unit, size.z() * unit);
  }

  private static Size text(Sheet sheet, Node node, String text) throws SheetError {
    var cylinder = CYLINDER.matcher(text);
    if (cylinder.matches()) {
      double h = 0;
      double d = 0;
      for (int i = 1; i <= 3; i += 2) {
        double value = Double.parseDouble(cylinder.group(i + 1));
        switch (cylinder.group(i)) {
          case "h" -> h = value;
          case "r" -> d = 2 * value;
          default -> d = value;
        }
      }
      return new Size(d, d, h);
    }
    var plain = text.replaceAll("cube|size|=|[()\\[\\]\"]", " ").strip();
    double unit = 1;
    var unitWord = plain.replaceAll(".*[0-9.]\\s*", "");
    if (!unitWord.isEmpty()) {
      unit = Measures.LENGTH.read("1 " + unitWord);
      plain = plain.substring(0, plain.length() - unitWord.length());
    }
    var sides = new ArrayList<Double>();
    for (var word : plain.strip().split("\\s*[x×*,;]\\s*|\\s+", -1)) {
      sides.add(Measures.LENGTH.read(word) * unit);
    }
    if (sides.size() != 3 || sides.stream().anyMatch(side -> side.isNaN() || side < 0)) {
      throw sheet.error(
          node, "a size such as [40, 20, 12] or \"40 x 20 x 12 mm\"", "\"" + text + "\"");
    }
    return new Size(sides.get(0), sides.get(1), sides.get(2));
  }
}
