package org.vicinal.commons.okh;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.vicinal.commons.Finding;
import org.vicinal.commons.tree.Node;
import org.vicinal.commons.tree.Node.Entry;
import org.vicinal.commons.tree.Node.Table;
import org.vicinal.commons.tree.Sameness;

/**
 * Sizes in millimetres and masses in grams, from the many ways in which people have written them.
 */
final class Measures {
  private static final List<String> SIDES = List.of("width", "depth", "height");
  private static final Keys SIZE = Keys.of("ANY width depth height openSCAD unit");
  private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]*\\.?[0-9]+");
  private static final Map<String, BigDecimal> MILLIMETRES =
      Map.of(
          "mm", BigDecimal.ONE,
          "cm", BigDecimal.TEN,
          "m", new BigDecimal(1000),
          "in", new BigDecimal("25.4"),
          "inch", new BigDecimal("25.4"));
  private static final Map<String, BigDecimal> GRAMS =
      Map.of(
          "g", BigDecimal.ONE,
          "kg", new BigDecimal(1000),
          "mg", new BigDecimal("0.001"),
          "lb", new BigDecimal("453.59237"),
          "oz", new BigDecimal("28.349523125"));
  private final List<Finding> findings;

  Measures(List<Finding> findings) {
    this.findings = findings;
  }

  /** Width, depth and height; nothing if one of them is missing. */
  Optional<Node> size(Node value, int line) {
    return switch (value) {
      case Table table -> table(table, line);
      case Node.Text text -> scad(text.value(), "mm", line);
      case Node.Listing list -> {
        warn(line, "Expected one outer-dimensions, found a list; its first was read.");
        yield size(list.items().getFirst(), line);
      }
      default -> unreadable(value.kind(), line);
    };
  }

  private Optional<Node> table(Table raw, int line) {
    var table = new Form(findings).of(raw, SIZE);
    var scad = table.words("openSCAD");
    var unit = table.words("unit").orElse("mm");
    if (scad.isPresent()) {
      return scad(scad.get(), unit, line);
    }
    var entries = new ArrayList<Entry>();
    for (var side : SIDES) {
      var found = table.find(side);
      if (found.isEmpty()) {
        warn(line, "Expected width, depth and height, but %s is missing.".formatted(side));
        return Optional.empty();
      }
      var at = found.get().line();
      var number = number(side, found.get(), MILLIMETRES, unit);
      if (number.isEmpty()) {
        return Optional.empty();
      }
      entries.add(new Entry(side, spelled(number.get(), at), at));
    }
    return checked(new Table(entries, raw.line()), line);
  }

  /** What OpenSCAD calls a cube or a cylinder; closing brackets are often forgotten. */
  private Optional<Node> scad(String text, String unit, int line) {
    var numbers =
        NUMBER.matcher(text).results().map(found -> new BigDecimal(found.group())).toList();
    var factor = MILLIMETRES.get(unit.toLowerCase(Locale.ROOT));
    var lower = text.toLowerCase(Locale.ROOT);
    boolean cylinder = lower.contains("cylinder");
    if (factor == null
        || numbers.isEmpty()
        || (cylinder ? numbers.size() < 2 : numbers.size() == 2)) {
      return unreadable("\"" + text + "\"", line);
    }
    List<BigDecimal> sides;
    if (cylinder) {
      var wide =
          lower.matches(".*\\bd[12]? *=.*")
              ? numbers.get(1)
              : numbers.get(1).multiply(new BigDecimal(2));
      sides = List.of(wide, wide, numbers.getFirst());
    } else {
      sides =
          numbers.size() == 1
              ? List.of(numbers.getFirst(), numbers.getFirst(), numbers.getFirst())
              : numbers;
    }
    if (!lower.strip().endsWith(")")) {
      warn(line, "\"%s\" misses its closing bracket.".formatted(text));
    }
    warn(
        line,
        "\"%s\" was read as %s mm wide, %s deep, %s high. Write width, depth and height."
            .formatted(
                text,
                plain(sides.get(0).multiply(factor)),
                plain(sides.get(1).multiply(factor)),
                plain(sides.get(2).multiply(factor))));
    var entries = new ArrayList<Entry>();
    for (int at = 0; at < 3; at++) {
      entries.add(new Entry(SIDES.get(at), spelled(sides.get(at).multiply(factor), line), line));
    }
    return checked(new Table(entries, line), line);
  }

  private Optional<Node> checked(Table size, int line) {
    boolean real =
        size.entries().stream()
            .map(entry -> Sameness.value(entry.value().words().orElse("")))
            .allMatch(it -> it.isPresent() && it.get().signum() > 0);
    if (!real) {
      warn(line, "A side of 0 mm or less is no size; left out.");
    }
    return real ? Optional.of(size) : Optional.empty();
  }

  /** Grams; nothing if it is none. */
  Optional<Node> mass(Node value, int line) {
    var number =
        value instanceof Table table
            ? table
                .find("value")
                .flatMap(it -> number("mass", it, GRAMS, table.words("unit").orElse("g")))
            : number("mass", value, GRAMS, "g");
    if (value instanceof Table) {
      warn(line, "Expected mass as a number of grams, found a table, which was read.");
    }
    if (number.isEmpty() || number.get().signum() <= 0) {
      warn(line, "Expected mass in grams, more than 0; left out.");
      return Optional.empty();
    }
    return Optional.of(spelled(number.get(), line));
  }

  private Optional<BigDecimal> number(
      String key, Node value, Map<String, BigDecimal> units, String unit) {
    var words = value.words().orElse("");
    var digits = NUMBER.matcher(words);
    if (!digits.find()) {
      warn(
          value.line(),
          "Expected \"%s\" to be a number, found %s; left out.".formatted(key, value.kind()));
      return Optional.empty();
    }
    if (!(value instanceof Node.Figure)) {
      warn(value.line(), "\"%s\" is %s and was read as a number.".formatted(key, value.kind()));
    }
    var own = words.substring(digits.end()).strip().toLowerCase(Locale.ROOT);
    var factor = units.get(own.isEmpty() ? unit.toLowerCase(Locale.ROOT) : own);
    if (factor == null) {
      warn(
          value.line(),
          "The unit of \"%s\" (%s) is not known; left out."
              .formatted(key, own.isEmpty() ? unit : own));
      return Optional.empty();
    }
    var spelled =
        value instanceof Node.Figure it
            ? Sameness.value(it.spelled())
            : Optional.<BigDecimal>empty();
    return Optional.of(spelled.orElse(new BigDecimal(digits.group())).multiply(factor));
  }

  private Optional<Node> unreadable(String found, int line) {
    warn(
        line,
        "Expected width, depth and height in mm, found %s; kept, not understood.".formatted(found));
    return Optional.empty();
  }

  private static Node spelled(BigDecimal number, int line) {
    return new Node.Figure(plain(number), line);
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  private void warn(int line, String words) {
    findings.add(Finding.warning(line, words));
  }
}
