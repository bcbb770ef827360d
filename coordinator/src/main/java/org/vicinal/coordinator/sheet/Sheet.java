package org.vicinal.coordinator.sheet;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * One mapping of a YAML or JSON file, with the lines its values stand on. Owned by one thread.
 *
 * <p>Keys are compared without regard to case, dashes, underscores and blanks. It remembers which
 * were asked for, so that those nobody knows can be told.
 */
final class Sheet {
  private final String file;
  private final int line;
  private final Map<String, Node> values = new LinkedHashMap<>();
  private final Map<String, String> written = new LinkedHashMap<>();
  private final Set<String> asked = new HashSet<>();

  private Sheet(String file, int line) {
    this.file = file;
    this.line = line;
  }

  /**
   * The mapping {@code node}; mappings under {@code opened} keys are taken as if they stood in it.
   */
  static Sheet of(String file, Node node, Set<String> opened) throws SheetError {
    var sheet = new Sheet(file, lineOf(node));
    if (!(node instanceof MappingNode mapping)) {
      throw new SheetError(
          file, lineOf(node), "Expected \"key: value\" lines, but found " + shown(node) + ".");
    }
    sheet.take(mapping, opened);
    return sheet;
  }

  private void take(MappingNode mapping, Set<String> opened) throws SheetError {
    for (var tuple : mapping.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        throw new SheetError(file, lineOf(tuple.getKeyNode()), "Expected a word as key.");
      }
      var plain = plain(key.getValue());
      if (opened.contains(plain) && tuple.getValueNode() instanceof MappingNode inner) {
        take(inner, opened);
      } else if (values.putIfAbsent(plain, tuple.getValueNode()) != null) {
        throw new SheetError(
            file,
            lineOf(key),
            "Expected \"%s\" once, but found it twice.".formatted(key.getValue()));
      } else {
        written.put(plain, key.getValue());
      }
    }
  }

  String file() {
    return file;
  }

  int line() {
    return line;
  }

  /** The value under the first of {@code keys} that is there and not empty; null when none is. */
  @Nullable Node find(String... keys) {
    Node found = null;
    for (var key : keys) {
      var plain = plain(key);
      asked.add(plain);
      var node = values.get(plain);
      if (found == null && node != null && !empty(node)) {
        found = node;
      }
    }
    return found;
  }

  /** The text under the first of {@code keys} that is there; {@code otherwise} when none is. */
  String text(String otherwise, String... keys) throws SheetError {
    var node = find(keys);
    return node == null ? otherwise : scalar(node);
  }

  /** The texts under {@code keys}: a list, the keys of a mapping, or words parted by commas. */
  List<String> texts(String... keys) throws SheetError {
    var node = find(keys);
    var texts = new ArrayList<String>();
    switch (node) {
      case null -> {}
      case SequenceNode list -> {
        for (var item : list.getValue()) {
          texts.add(item instanceof MappingNode inner ? named(inner) : scalar(item));
        }
      }
      case MappingNode mapping -> {
        for (var tuple : mapping.getValue()) {
          texts.add(scalar(tuple.getKeyNode()));
        }
      }
      default -> {
        for (var word : scalar(node).split(",", -1)) {
          if (!word.isBlank()) {
            texts.add(word.strip());
          }
        }
      }
    }
    return texts;
  }

  /** A mapping in a list of words: OKW writes materials so. */
  private String named(MappingNode mapping) throws SheetError {
    var inner = of(file, mapping, Set.of());
    var name = inner.text("", "name", "material", "material-type", "type", "title");
    if (name.isEmpty()) {
      throw error(mapping, "a word or a mapping with a name", "neither");
    }
    return name;
  }

  /** The nodes under {@code keys}, one or a list of them. */
  List<Node> nodes(String... keys) {
    var node = find(keys);
    if (node == null) {
      return List.of();
    }
    return node instanceof SequenceNode list ? list.getValue() : List.of(node);
  }

  /** The figure under {@code keys} in {@code unit}; 0 when there is none. */
  double figure(Measures unit, String... keys) throws SheetError {
    var node = find(keys);
    return node == null ? 0 : figure(unit, node);
  }

  /** {@code node} as a figure in {@code unit}. */
  double figure(Measures unit, Node node) throws SheetError {
    double value = unit.read(scalar(node));
    if (Double.isNaN(value) || value < 0) {
      throw error(node, unit.words() + " from 0", "\"" + scalar(node) + "\"");
    }
    return value;
  }

  /** {@code node} as text. */
  String scalar(Node node) throws SheetError {
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue().strip();
    }
    throw error(node, "a word or figure", shown(node));
  }

  /** An error about {@code node}. */
  SheetError error(Node node, String expected, String found) {
    return new SheetError(
        file, lineOf(node), "Expected %s, but found %s.".formatted(expected, found));
  }

  /** An error about {@code node} that has its own words. */
  SheetError error(@Nullable Node node, String words) {
    return new SheetError(file, node == null ? line : lineOf(node), words);
  }

  /** A sentence for each key that nobody asked for. */
  List<String> unknown() {
    var unknown = new ArrayList<String>();
    values.forEach(
        (key, node) -> {
          if (!asked.contains(key)) {
            unknown.add(
                "%s:%d: \"%s\" is not known here and was passed over."
                    .formatted(file, lineOf(node), written.get(key)));
          }
        });
    return unknown;
  }

  private static boolean empty(Node node) {
    return node instanceof ScalarNode scalar
        && (scalar.getValue().isBlank() || scalar.getTag().getValue().endsWith(":null"));
  }

  static String plain(String key) {
    return key.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }

  static int lineOf(Node node) {
    return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
  }

  private static String shown(Node node) {
    return switch (node) {
      case ScalarNode scalar -> "\"" + scalar.getValue() + "\"";
      case SequenceNode _ -> "a list";
      default -> "a mapping";
    };
  }
}
