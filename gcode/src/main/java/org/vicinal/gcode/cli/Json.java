package org.vicinal.gcode.cli;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes maps, lists, numbers and texts as JSON. A number that nobody knows becomes null. */
final class Json {
  private final StringBuilder out = new StringBuilder();

  private Json() {}

  static String of(Object value) {
    var json = new Json();
    json.value(value, 0);
    return json.out.append('\n').toString();
  }

  private void value(@Nullable Object value, int depth) {
    switch (value) {
      case null -> out.append("null");
      case Map<?, ?> map -> map(map, depth);
      case List<?> list -> list(list, depth);
      case Double number -> number(number);
      case Number number -> out.append(number);
      case Boolean flag -> out.append(flag);
      default -> text(value.toString());
    }
  }

  private void number(double value) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      out.append("null");
      return;
    }
    double rounded = Math.rint(value * 1e6) / 1e6;
    if (rounded == Math.rint(rounded) && Math.abs(rounded) < 1e15) {
      out.append((long) rounded);
    } else {
      out.append(java.math.BigDecimal.valueOf(rounded).stripTrailingZeros().toPlainString());
    }
  }

  private void map(Map<?, ?> map, int depth) {
    out.append('{');
    String separator = "";
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      out.append(separator);
      line(depth + 1);
      text(String.valueOf(entry.getKey()));
      out.append(": ");
      value(entry.getValue(), depth + 1);
      separator = ",";
    }
    line(depth);
    out.append('}');
  }

  private void list(List<?> list, int depth) {
    boolean nested = list.stream().anyMatch(element -> element instanceof Map);
    out.append('[');
    String separator = "";
    for (Object element : list) {
      out.append(separator);
      if (nested) {
        line(depth + 1);
      }
      value(element, depth + 1);
      separator = nested ? "," : ", ";
    }
    if (nested) {
      line(depth);
    }
    out.append(']');
  }

  private void line(int depth) {
    out.append('\n').append("  ".repeat(depth));
  }

  private void text(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\t' -> out.append("\\t");
        case '\r' -> out.append("\\r");
        default -> {
          if (c < ' ' || c == 0x7f) {
            out.append("\\u%04x".formatted((int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }
}
