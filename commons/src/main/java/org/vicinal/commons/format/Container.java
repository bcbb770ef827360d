package org.vicinal.commons.format;

import java.util.Locale;
import org.vicinal.commons.tree.Node;

/** The syntax a manifest is written in. */
public enum Container {
  YAML,
  TOML,
  JSON;

  /** By the end of its name, or else by how it begins. */
  public static Container of(String name, String text) {
    var lower = name.toLowerCase(Locale.ROOT);
    if (lower.endsWith(".toml")) {
      return TOML;
    }
    if (lower.endsWith(".json")) {
      return JSON;
    }
    if (lower.endsWith(".yml") || lower.endsWith(".yaml")) {
      return YAML;
    }
    var start = text.stripLeading();
    if (start.startsWith("{")) {
      return JSON;
    }
    return text.lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
            .findFirst()
            .filter(line -> line.matches("[\\w\"'.-]+\\s*=.*|\\[.*\\]"))
            .isPresent()
        ? TOML
        : YAML;
  }

  /** The tree of {@code text}; findings instead of exceptions. */
  public Syntax read(String text) {
    return switch (this) {
      case YAML -> YamlReader.read(text);
      case TOML -> TomlReader.read(text);
      case JSON -> JsonReader.read(text);
    };
  }

  /** {@code node} as text, ending in a line end. */
  public String write(Node node) {
    return switch (this) {
      case YAML -> YamlWriter.write(node);
      case TOML -> TomlWriter.write(node);
      case JSON -> JsonWriter.write(node);
    };
  }
}
