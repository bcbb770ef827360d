package org.vicinal.commons.format;

import java.util.Iterator;
import org.vicinal.commons.tree.Node;
import org.vicinal.commons.tree.Sameness;

/** A tree as JSON, two blanks an indent. Moments become texts, since JSON has none. */
public final class JsonWriter {
  private final StringBuilder out = new StringBuilder();

  private JsonWriter() {}

  static String write(Node node) {
    var writer = new JsonWriter();
    writer.node(node, "\n");
    return writer.out.append('\n').toString();
  }

  private void node(Node node, String indent) {
    switch (node) {
      case Node.Text it -> out.append(quoted(it.value()));
      case Node.Moment it -> out.append(quoted(it.spelled()));
      case Node.Truth it -> out.append(it.value());
      case Node.Nothing _ -> out.append("null");
      case Node.Figure it -> out.append(number(it.spelled()));
      case Node.Listing it -> items(it, indent);
      case Node.Table it -> entries(it, indent);
    }
  }

  private void items(Node.Listing list, String indent) {
    out.append('[');
    for (Iterator<Node> each = list.items().iterator(); each.hasNext(); ) {
      out.append(indent).append("  ");
      node(each.next(), indent + "  ");
      out.append(each.hasNext() ? "," : indent);
    }
    out.append(']');
  }

  private void entries(Node.Table table, String indent) {
    out.append('{');
    for (Iterator<Node.Entry> each = table.entries().iterator(); each.hasNext(); ) {
      var entry = each.next();
      out.append(indent).append("  ").append(quoted(entry.key())).append(": ");
      node(entry.value(), indent + "  ");
      out.append(each.hasNext() ? "," : indent);
    }
    out.append('}');
  }

  private static String number(String spelled) {
    if (spelled.matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?")) {
      return spelled;
    }
    return Sameness.value(spelled)
        .map(value -> value.toString())
        .orElseGet(() -> quoted(spelled)); // infinities
  }

  /** {@code text} as a JSON string with its quotes. */
  public static String quoted(String text) {
    var quoted = new StringBuilder("\"");
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      switch (c) {
        case '"' -> quoted.append("\\\"");
        case '\\' -> quoted.append("\\\\");
        case '\n' -> quoted.append("\\n");
        case '\r' -> quoted.append("\\r");
        case '\t' -> quoted.append("\\t");
        default -> {
          boolean pair = Character.isSurrogate(c) && Character.charCount(text.codePointAt(at)) == 2;
          if (pair) {
            quoted.append(c).append(text.charAt(++at));
          } else if (c < 0x20 || c == 0x7f || Character.isSurrogate(c)) {
            quoted.append(String.format("\\u%04x", (int) c));
          } else {
            quoted.append(c);
          }
        }
      }
    }
    return quoted.append('"').toString();
  }
}
