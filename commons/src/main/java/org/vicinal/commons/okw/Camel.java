package org.vicinal.commons.okw;

import java.util.Locale;
import java.util.regex.Pattern;
import org.vicinal.commons.tree.Node;
import org.vicinal.commons.tree.Node.Entry;
import org.vicinal.commons.tree.Node.Listing;
import org.vicinal.commons.tree.Node.Table;

/** The specification's camelCase labels and the low dashes that the tools use, at every depth. */
final class Camel {
  private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])([A-Z])");
  private static final Pattern DASH = Pattern.compile("_([a-z])");

  private Camel() {}

  static Table toSnake(Table table) {
    return keys(table, key -> HUMP.matcher(key).replaceAll("_$1").toLowerCase(Locale.ROOT));
  }

  static Table toCamel(Table table) {
    return keys(
        table,
        key -> DASH.matcher(key).replaceAll(found -> found.group(1).toUpperCase(Locale.ROOT)));
  }

  private static Table keys(Table table, java.util.function.UnaryOperator<String> spelling) {
    return new Table(
        table.entries().stream()
            .map(
                entry ->
                    new Entry(
                        spelling.apply(entry.key()), value(entry.value(), spelling), entry.line()))
            .toList(),
        table.line());
  }

  private static Node value(Node node, java.util.function.UnaryOperator<String> spelling) {
    return switch (node) {
      case Table table -> keys(table, spelling);
      case Listing list ->
          new Listing(
              list.items().stream().map(item -> value(item, spelling)).toList(), list.line());
      default -> node;
    };
  }
}
