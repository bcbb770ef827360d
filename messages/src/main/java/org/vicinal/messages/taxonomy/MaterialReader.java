package org.vicinal.messages.taxonomy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.vicinal.messages.work.Making;

/** Makes a {@link Material} of its paragraph and its families. */
final class MaterialReader {
  private MaterialReader() {}

  /**
   * Processes and properties come down from families; figures do not: they are a material's own.
   */
  static Material read(Entry entry, List<Material> families) {
    var kinds = new LinkedHashSet<String>();
    kinds.add(entry.name());
    families.forEach(family -> kinds.addAll(family.kinds()));
    var aliases = new ArrayList<>(entry.list("also"));
    aliases.addAll(entry.list("page"));
    var processes = EnumSet.noneOf(Making.class);
    entry.list("for").forEach(word -> processes.add(Making.valueOf(word)));
    if (processes.isEmpty()) {
      families.forEach(family -> processes.addAll(family.processes()));
    }
    var density = entry.line("density");
    var heat = entry.line("bears");
    return new Material(
        entry.name(),
        Collections.unmodifiableSet(kinds),
        List.copyOf(aliases),
        Collections.unmodifiableSortedSet(new TreeSet<>(processes)),
        properties(entry, families),
        density.isEmpty() ? null : Fact.read(density),
        heat.isEmpty() ? null : Fact.read(heat));
  }

  private static Map<String, String> properties(Entry entry, List<Material> families) {
    var properties = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    families.forEach(family -> properties.putAll(family.properties()));
    for (var line : entry.fields().getOrDefault("has", List.of())) {
      int open = line.indexOf('(');
      if (open < 0 || !line.endsWith(")")) {
        throw new IllegalArgumentException(
            "Expected a property and its source in brackets, but found \"" + line + "\".");
      }
      properties.put(line.substring(0, open).strip(), line.substring(open + 1, line.length() - 1));
    }
    return Collections.unmodifiableSortedMap(properties);
  }
}
