package org.vicinal.messages.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Reads a record of settings from a YAML file, the environment and flags; each overrides the one
 * before.
 *
 * <p>Keys are the record's components in kebab case ({@code minFree} is {@code min-free}). In the
 * environment they are upper case behind a prefix ({@code VICINAL_MIN_FREE}), as flags they are
 * themselves. Only top-level keys can be set from the environment and by flags.
 */
public final class Configuration {
  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .propertyNamingStrategy(tools.jackson.databind.PropertyNamingStrategies.KEBAB_CASE)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private Configuration() {}

  /**
   * Returns the settings of kind {@code type}.
   *
   * @param file null when there is none
   * @param prefix such as {@code VICINAL_COORDINATOR_}; other variables are not looked at
   * @param flags key to value, already without dashes; a null value is a flag that was not given
   * @throws ConfigurationError naming the file and line, the variable or the flag, and the nearest
   *     known key
   */
  public static <T> T read(
      Class<T> type,
      @Nullable Path file,
      String prefix,
      Map<String, String> environment,
      Map<String, String> flags) {
    ObjectNode merged = file == null ? YAML.createObjectNode() : readFile(type, file);
    environment.forEach(
        (name, value) -> {
          if (name.startsWith(prefix)) {
            var key = name.substring(prefix.length()).toLowerCase(Locale.ROOT).replace('_', '-');
            set(type, merged, key, value, "environment variable " + name);
          }
        });
    flags.forEach((key, value) -> set(type, merged, key, value, "flag --" + key));
    return bind(type, merged, file == null ? "settings" : file.toString());
  }

  private static ObjectNode readFile(Class<?> type, Path file) {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (IOException e) {
      throw new ConfigurationError(
          "Expected a configuration file at %s, but it cannot be read (%s)."
              .formatted(file, e.getMessage()));
    }
    try {
      JsonNode tree = YAML.readTree(bytes);
      if (tree.isMissingNode() || tree.isNull()) {
        return YAML.createObjectNode();
      }
      YAML.readValue(bytes, type);
      return (ObjectNode) tree;
    } catch (JacksonException e) {
      throw asError(file + lineOf(bytes, e), e);
    }
  }

  /**
   * Such as {@code :7}. An exception about a key has lost its place in the file (records are bound
   * from a buffer), but not its path; so the file is read once more up to that path.
   */
  private static String lineOf(byte[] bytes, JacksonException e) {
    var pointer = new StringBuilder();
    for (var step : e.getPath()) {
      pointer
          .append('/')
          .append(step.getPropertyName() == null ? step.getIndex() : step.getPropertyName());
    }
    var wanted = JsonPointer.compile(pointer.toString());
    try (var parser = YAML.createParser(bytes)) {
      while (!pointer.isEmpty() && parser.nextToken() != null) {
        if (parser.streamReadContext().pathAsPointer().equals(wanted)) {
          return ":" + parser.currentTokenLocation().getLineNr();
        }
      }
    } catch (JacksonException unreadable) {
      // The file is not YAML at all; then the exception itself knows where.
    }
    return e.getLocation() == null ? "" : ":" + e.getLocation().getLineNr();
  }

  private static void set(
      Class<?> type, ObjectNode merged, String key, String value, String source) {
    var one = YAML.createObjectNode();
    one.set(key, scalar(value));
    bind(type, one, source);
    merged.set(key, one.get(key));
  }

  /**
   * Text becomes what YAML makes of it, so that {@code 8080} is a number and {@code true} is true.
   */
  private static JsonNode scalar(String value) {
    try {
      var node = YAML.readTree(value);
      return node.isNull() || node.isMissingNode() ? YAML.getNodeFactory().stringNode(value) : node;
    } catch (JacksonException e) {
      return YAML.getNodeFactory().stringNode(value);
    }
  }

  private static <T> T bind(Class<T> type, ObjectNode node, String source) {
    try {
      return YAML.treeToValue(node, type);
    } catch (JacksonException e) {
      throw asError(source, e);
    }
  }

  private static ConfigurationError asError(String where, JacksonException e) {
    if (e instanceof UnrecognizedPropertyException unknown) {
      var typed = unknown.getPropertyName();
      var known = unknown.getKnownPropertyIds().stream().map(Object::toString).toList();
      return new ConfigurationError(
          "%s: unknown key \"%s\". Did you mean \"%s\"? Known keys: %s."
              .formatted(where, typed, Nearest.of(typed, known), String.join(", ", known)));
    }
    Throwable cause = e.getCause() instanceof IllegalArgumentException inner ? inner : e;
    var message =
        cause instanceof JacksonException jackson
            ? jackson.getOriginalMessage()
            : cause.getMessage();
    return new ConfigurationError(where + ": " + message);
  }
}
