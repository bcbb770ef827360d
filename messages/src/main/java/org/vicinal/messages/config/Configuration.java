package org.vicinal.messages.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
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
    try {
      byte[] bytes = Files.readAllBytes(file);
      YAML.readValue(bytes, type);
      return YAML.readTree(bytes) instanceof ObjectNode node ? node : YAML.createObjectNode();
    } catch (IOException e) {
      throw new ConfigurationError(
          "Expected a configuration file at %s, but it cannot be read (%s)."
              .formatted(file, e.getMessage()));
    } catch (JacksonException e) {
      throw asError(file.toString(), e);
    }
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

  private static ConfigurationError asError(String source, JacksonException e) {
    var location = e.getLocation();
    var where =
        source + (location != null && location.getLineNr() > 0 ? ":" + location.getLineNr() : "");
    if (e instanceof UnrecognizedPropertyException unknown) {
      var known =
          StreamSupport.stream(unknown.getKnownPropertyIds().spliterator(), false)
              .map(Object::toString)
              .toList();
      return new ConfigurationError(
          "%s: unknown key \"%s\". Did you mean \"%s\"? Known keys: %s."
              .formatted(
                  where,
                  unknown.getPropertyName(),
                  Nearest.of(unknown.getPropertyName(), known),
                  String.join(", ", known)));
    }
    Throwable cause = e.getCause() instanceof IllegalArgumentException inner ? inner : e;
    var message =
        cause instanceof JacksonException jackson
            ? jackson.getOriginalMessage()
            : cause.getMessage();
    return new ConfigurationError(where + ": " + message);
  }
}
