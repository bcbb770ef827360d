package org.vicinal.commons.format;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;
import org.vicinal.commons.Finding;
import org.vicinal.commons.tree.Node;
import org.vicinal.commons.tree.Sameness;

/**
 * TOML 1.0 by tomlj, which goes on after an error and so finds them all.
 *
 * <p>tomlj gives numbers and dates as values; how they were spelled is looked up in the text.
 */
final class TomlReader {
  private static final Pattern DATE_AND_BRACKET =
      Pattern.compile(
          "(\\d{4}-\\d\\d-\\d\\d|\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?(?:Z|[-+]\\d\\d:\\d\\d)?)\\]");
  private final String text;
  private final int[] lineStarts;

  private TomlReader(String text) {
    this.text = text;
    this.lineStarts =
        java.util.stream.IntStream.concat(
                java.util.stream.IntStream.of(0),
                java.util.stream.IntStream.range(0, text.length())
                    .filter(at -> text.charAt(at) == '\n')
                    .map(at -> at + 1))
            .toArray();
  }

  static Syntax read(String text) {
    var result = parse(text);
    var findings = new ArrayList<Finding>();
    for (var error : result.errors()) {
      int line = error.position().line();
      findings.add(
          Finding.error(
              line,
              "Expected TOML, but: %s, in %s."
                  .formatted(error.getMessage(), Syntax.quoted(text, line))));
    }
    return new Syntax(new TomlReader(text).table(result, 1), findings);
  }

  /** tomlj 1.1.1 loses its way when a bracket follows a date: then a blank is put between. */
  private static TomlParseResult parse(String text) {
    var result = Toml.parse(text);
    if (result.errors().isEmpty()) {
      return result;
    }
    var again = Toml.parse(DATE_AND_BRACKET.matcher(text).replaceAll("$1 ]"));
    return again.errors().isEmpty() ? again : result;
  }

  private Node.Table table(TomlTable from, int line) {
    var entries = new ArrayList<Node.Entry>();
    for (var key : from.keySet()) {
      var path = List.of(key);
      var value = from.get(path);
      var position = from.inputPositionOf(path);
      int at = position == null ? line : position.line();
      if (value != null) {
        entries.add(new Node.Entry(key, node(value, at, afterEquals(position)), at));
      }
    }
    return new Node.Table(entries, line);
  }

  /**
   * @param offset where the value begins in the text; -1 if nobody knows
   */
  private Node node(Object value, int line, int offset) {
    return switch (value) {
      case String it -> new Node.Text(it, line);
      case Boolean it -> new Node.Truth(it, line);
      case Long it -> new Node.Figure(spelled(offset, String.valueOf(it)), line);
      case Double it -> new Node.Figure(spelled(offset, strange(it)), line);
      case TomlTable it -> table(it, line);
      case TomlArray it -> list(it, line);
      default -> new Node.Moment(moment(offset, value.toString()), line);
    };
  }

  private static String strange(double value) {
    if (Double.isNaN(value)) {
      return ".nan";
    }
    return Double.isInfinite(value) ? (value < 0 ? "-.inf" : ".inf") : String.valueOf(value);
  }

  private Node list(TomlArray from, int line) {
    var items = new ArrayList<Node>();
    for (int at = 0; at < from.size(); at++) {
      var position = from.inputPositionOf(at);
      int offset = position == null ? -1 : skipBlanks(offset(position));
      var value = from.get(at);
      int itemLine =
          value instanceof TomlTable || offset < 0 ? lineOf(position, line) : lineAt(offset);
      items.add(node(value, itemLine, offset));
    }
    return new Node.Listing(items, line);
  }

  private static int lineOf(@org.jspecify.annotations.Nullable TomlPosition position, int line) {
    return position == null ? line : position.line();
  }

  private int offset(TomlPosition position) {
    int line = position.line() - 1;
    return line < lineStarts.length ? lineStarts[line] + position.column() - 1 : -1;
  }

  private int lineAt(int offset) {
    int at = java.util.Arrays.binarySearch(lineStarts, offset);
    return at >= 0 ? at + 1 : -at - 1;
  }

  /** From a key to its value; keys in quotes may hold an equals sign. */
  private int afterEquals(@org.jspecify.annotations.Nullable TomlPosition key) {
    if (key == null) {
      return -1;
    }
    char quote = 0;
    for (int at = offset(key); at >= 0 && at < text.length() && text.charAt(at) != '\n'; at++) {
      char c = text.charAt(at);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '=') {
        return skipBlanks(at + 1);
      }
    }
    return -1;
  }

  private int skipBlanks(int from) {
    int at = from;
    while (at >= 0 && at < text.length()) {
      char c = text.charAt(at);
      if (c == '#') {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end;
      } else if (Character.isWhitespace(c) || c == ',' || c == '[') {
        at++;
      } else {
        return at;
      }
    }
    return at;
  }

  private String spelled(int offset, String otherwise) {
    var word = word(offset, "[\\s,#\\]}]");
    var found = Sameness.value(word);
    return found.isPresent()
            && Sameness.value(otherwise).filter(it -> near(it, found.get())).isPresent()
        ? word
        : otherwise;
  }

  private static boolean near(java.math.BigDecimal one, java.math.BigDecimal other) {
    return one.compareTo(other) == 0 || one.doubleValue() == other.doubleValue();
  }

  private String moment(int offset, String otherwise) {
    var word = word(offset, "[,#\\]}\\n\\r]").strip();
    return Plain.isMoment(word) || word.matches("\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?")
        ? word
        : otherwise;
  }

  private String word(int offset, String ends) {
    if (offset < 0) {
      return "";
    }
    int end = offset;
    while (end < text.length() && !text.substring(end, end + 1).matches(ends)) {
      end++;
    }
    return text.substring(offset, end);
  }
}
