package org.vicinal.messages.taxonomy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One paragraph of a taxonomy file: a name at the margin and indented {@code key: value} lines
 * below it.
 *
 * @param fields every value of a key, in order
 */
record Entry(String name, Map<String, List<String>> fields) {
  /** The values of {@code key}, each a list parted by commas in the file. */
  List<String> list(String key) {
    return fields.getOrDefault(key, List.of()).stream()
        .flatMap(line -> List.of(line.split(",")).stream())
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .toList();
  }

  /** The value of {@code key}, empty when there is none. */
  String line(String key) {
    return String.join(" ", fields.getOrDefault(key, List.of()));
  }

  /** The paragraphs of {@code text}; {@code #} begins a comment. */
  static List<Entry> read(String text) {
    var entries = new ArrayList<Entry>();
    for (var line : text.lines().toList()) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      if (!Character.isWhitespace(line.charAt(0))) {
        entries.add(new Entry(line.strip(), new LinkedHashMap<>()));
        continue;
      }
      int colon = line.indexOf(':');
      if (colon < 0 || entries.isEmpty()) {
        throw new IllegalArgumentException(
            "Expected \"key: value\" below a name, but found \"" + line + "\".");
      }
      entries
          .getLast()
          .fields()
          .computeIfAbsent(line.substring(0, colon).strip(), key -> new ArrayList<>())
          .add(line.substring(colon + 1).strip());
    }
    return entries;
  }
}
