package org.vicinal.agent.slicing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vicinal.messages.config.ConfigurationError;
import org.vicinal.messages.config.Nearest;

/**
 * A vendor's file of profiles: sections such as {@code [printer:NAME]}, {@code [print:NAME]} and
 * {@code [filament:NAME]}, which inherit from others of their kind. Names in stars, such as {@code
 * *common*}, are there only to be inherited from.
 *
 * <p>A key of the section itself goes before what it inherits; of several parents the last that is
 * named goes before the others (PrusaSlicer's rule). Immutable.
 */
public final class VendorBundle {
  private static final Set<String> NOT_INHERITED = Set.of("inherits", "renamed_from");
  private final Path file;
  private final Map<String, Map<String, String>> sections;

  /** The kinds of sections that make a profile. */
  enum Kind {
    PRINTER,
    PRINT,
    FILAMENT;

    private String prefix() {
      return name().toLowerCase(java.util.Locale.ROOT) + ":";
    }
  }

  private VendorBundle(Path file, Map<String, Map<String, String>> sections) {
    this.file = file;
    this.sections = sections;
  }

  /**
   * Reads {@code file}.
   *
   * @throws ConfigurationError when it is no such file; names the line
   */
  public static VendorBundle read(Path file) {
    try {
      return parse(file, Files.readAllLines(file));
    } catch (IOException e) {
      throw new ConfigurationError("Expected a file of profiles at %s, but: %s".formatted(file, e));
    }
  }

  static VendorBundle parse(Path file, List<String> lines) {
    var sections = new LinkedHashMap<String, Map<String, String>>();
    Map<String, String> section = null;
    int number = 0;
    for (var raw : lines) {
      number++;
      var line = raw.strip();
      int equals = line.indexOf('=');
      boolean says = !(line.isEmpty() || line.startsWith("#") || line.startsWith(";"));
      if (line.startsWith("[") && line.endsWith("]")) {
        section = new LinkedHashMap<>();
        sections.put(line.substring(1, line.length() - 1).strip(), section);
      } else if (says && equals > 0 && section != null) {
        section.put(line.substring(0, equals).strip(), line.substring(equals + 1).strip());
      } else if (says) {
        throw new ConfigurationError(
            "%s:%d: expected \"[section]\" or \"key = value\", found \"%s\"."
                .formatted(file, number, line));
      }
    }
    return new VendorBundle(file, sections);
  }

  /** The names that may be chosen, in the file's order. */
  List<String> list(Kind kind) {
    return sections.keySet().stream()
        .filter(name -> name.startsWith(kind.prefix()))
        .map(name -> name.substring(kind.prefix().length()))
        .filter(name -> !name.startsWith("*"))
        .toList();
  }

  /**
   * The section {@code name} with all that it inherits.
   *
   * @throws ConfigurationError when there is none, or it inherits from nothing or from itself
   */
  Map<String, String> flatten(Kind kind, String name) {
    if (!sections.containsKey(kind.prefix() + name)) {
      var known = list(kind);
      throw new ConfigurationError(
          "%s: expected a %s of this file, found \"%s\".%s"
              .formatted(
                  file,
                  kind.prefix().replace(":", " profile"),
                  name,
                  known.isEmpty()
                      ? " It has none."
                      : " Did you mean \"%s\"?".formatted(Nearest.of(name, known))));
    }
    var flat = new LinkedHashMap<String, String>();
    gather(kind, name, flat, new LinkedHashSet<>());
    return flat;
  }

  private void gather(Kind kind, String name, Map<String, String> flat, Set<String> path) {
    var own = sections.get(kind.prefix() + name);
    if (own == null || !path.add(name)) {
      throw new ConfigurationError(
          "%s: [%s%s] inherits from %s, expected a section that is there and not itself."
              .formatted(file, kind.prefix(), first(path), name));
    }
    own.forEach(
        (key, value) -> {
          if (!NOT_INHERITED.contains(key)) {
            flat.putIfAbsent(key, value);
          }
        });
    for (var parent : parents(own.get("inherits")).reversed()) {
      gather(kind, parent, flat, path);
    }
    path.remove(name);
  }

  private static String first(Set<String> path) {
    return path.isEmpty() ? "?" : path.iterator().next();
  }

  private static List<String> parents(@Nullable String inherits) {
    var parents = new ArrayList<String>();
    for (var part : inherits == null ? new String[0] : inherits.split(";", -1)) {
      var name = part.strip().replaceAll("^\"|\"$", "");
      if (!name.isEmpty()) {
        parents.add(name);
      }
    }
    return parents;
  }
}
