package org.vicinal.commons.format;

import java.util.List;
import java.util.stream.Collectors;
import org.vicinal.commons.tree.Node;
import org.vicinal.commons.tree.Sameness;

/**
 * A tree as TOML 1.0: first the single values of a table, then its tables, then its lists of
 * tables.
 *
 * <p>TOML has no null: keys without a value are left out.
 */
final class TomlWriter {
  private final StringBuilder out = new StringBuilder();

  private TomlWriter() {}

  static String write(Node node) {
    var writer = new TomlWriter();
    var root =
        node instanceof Node.Table table
            ? table
            : new Node.Table(List.of(new Node.Entry("items", node)));
    writer.table(root, "");
    return writer.out.toString();
  }

  private void table(Node.Table table, String path) {
    for (var entry : table.entries()) {
      if (!isSection(entry.value()) && !(entry.value() instanceof Node.Nothing)) {
        out.append(key(entry.key())).append(" = ").append(value(entry.value(), true)).append('\n');
      }
    }
    for (var entry : table.entries()) {
      var here = path.isEmpty() ? key(entry.key()) : path + "." + key(entry.key());
      if (entry.value() instanceof Node.Table it) {
        out.append("\n[").append(here).append("]\n");
        table(it, here);
      } else if (isSection(entry.value())) {
        for (var item : ((Node.Listing) entry.value()).items()) {
          out.append("\n[[").append(here).append("]]\n");
          table((Node.Table) item, here);
        }
      }
    }
  }

  private static boolean isSection(Node value) {
    return value instanceof Node.Table
        || (value instanceof Node.Listing list
            && !list.items().isEmpty()
            && list.items().stream().allMatch(Node.Table.class::isInstance));
  }

  private static String value(Node node, boolean wide) {
    return switch (node) {
      case Node.Text it -> text(it.value());
      case Node.Moment it -> it.spelled();
      case Node.Truth it -> String.valueOf(it.value());
      case Node.Nothing _ -> "\"\"";
      case Node.Figure it -> number(it.spelled());
      case Node.Listing it -> list(it, wide);
      case Node.Table it ->
          it.entries().stream()
              .filter(entry -> !(entry.value() instanceof Node.Nothing))
              .map(entry -> key(entry.key()) + " = " + value(entry.value(), false))
              .collect(Collectors.joining(", ", "{ ", " }"));
    };
  }

  private static String list(Node.Listing list, boolean wide) {
    var items =
        list.items().stream()
            .filter(item -> !(item instanceof Node.Nothing))
            .map(item -> value(item, false))
            .toList();
    return wide && items.size() > 1
        ? items.stream().collect(Collectors.joining(",\n  ", "[\n  ", ",\n]"))
        : items.stream().collect(Collectors.joining(", ", "[", endsInMoment(list) ? " ]" : "]"));
  }

  /** tomlj 1.1.1 loses its way when a bracket follows a date without a blank. */
  private static boolean endsInMoment(Node.Listing list) {
    return list.items().stream().anyMatch(Node.Moment.class::isInstance);
  }

  private static String number(String spelled) {
    var bare = spelled.startsWith("+") || spelled.startsWith("-") ? spelled.substring(1) : spelled;
    if (bare.matches("(0|[1-9][0-9]{0,17})(\\.[0-9]+)?([eE][-+]?[0-9]+)?")) {
      return spelled;
    }
    if (spelled.toLowerCase(java.util.Locale.ROOT).endsWith("inf")) {
      return spelled.startsWith("-") ? "-inf" : "inf";
    }
    return Sameness.value(spelled).map(TomlWriter::number).orElse("nan");
  }

  private static String number(java.math.BigDecimal value) {
    boolean fits = value.scale() <= 0 && value.precision() - value.scale() <= 18;
    var plain = value.toPlainString();
    return fits || plain.contains(".") ? plain : plain + ".0";
  }

  private static String key(String key) {
    return key.matches("[A-Za-z0-9_-]+") ? key : JsonWriter.quoted(key);
  }

  /** Long texts stay readable: one line of the text on one line of the file. */
  private static String text(String value) {
    boolean lines = value.strip().contains("\n") && value.chars().allMatch(TomlWriter::isPlain);
    if (!lines) {
      return JsonWriter.quoted(value);
    }
    return "\"\"\"\n" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"\"\"";
  }

  private static boolean isPlain(int c) {
    return c == '\n' || c == '\t' || (c >= 0x20 && c != 0x7f);
  }
}
