package org.vicinal.coordinator.http;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.vicinal.messages.config.Nearest;
import org.vicinal.messages.wire.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads JSON that people and programs send: strictly, and with an answer that names the field.
 *
 * <p>Other than on our own wire, an unknown field is an error here: it is more often a slip than a
 * newer sender.
 */
final class Bodies {
  private static final JsonMapper STRICT =
      Json.WIRE
          .mapper()
          .rebuild()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .build();
  private static final Map<String, String> WORDS =
      Map.of(
          "Instant", "an instant such as 2026-05-01T12:00:00Z",
          "Integer", "a whole number",
          "Long", "a whole number",
          "Double", "a number",
          "String", "text",
          "List", "a list",
          "ReleaseRef", "a release design@version",
          "Digest", "a SHA-256 of 64 lower-case hexadecimal digits");

  private Bodies() {}

  /** The {@code type} that {@code body} holds; a {@link Problem} when it holds something else. */
  static <T> T read(byte[] body, Class<T> type) {
    if (body.length == 0) {
      throw Problem.of(HttpStatus.BAD_REQUEST, "Expected a JSON body, but found none.");
    }
    try {
      T value = STRICT.readValue(body, type);
      if (value == null) {
        throw Problem.of(HttpStatus.BAD_REQUEST, "Expected a JSON object, but found null.");
      }
      return value;
    } catch (UnrecognizedPropertyException unknown) {
      throw unknownField(unknown);
    } catch (InvalidFormatException wrong) {
      throw Problem.field(path(wrong), words(wrong.getTargetType()), wrong.getValue());
    } catch (MismatchedInputException wrong) {
      throw Problem.field(path(wrong), words(wrong.getTargetType()), "something else");
    } catch (DatabindException wrong) {
      var cause = wrong.getCause() instanceof IllegalArgumentException inner ? inner : wrong;
      throw Problem.invalid(path(wrong), String.valueOf(cause.getMessage()));
    } catch (InputCoercionException large) {
      throw Problem.field(path(large), "a number of the usual size", "a larger one");
    } catch (JacksonException broken) {
      var at = broken.getLocation();
      throw Problem.of(
          HttpStatus.BAD_REQUEST,
          "Expected JSON, but it breaks off at line %d, column %d: %s"
              .formatted(at.getLineNr(), at.getColumnNr(), broken.getOriginalMessage()));
    }
  }

  private static Problem unknownField(UnrecognizedPropertyException unknown) {
    Set<String> known =
        unknown.getKnownPropertyIds().stream()
            .map(Object::toString)
            .collect(Collectors.toCollection(TreeSet::new));
    return Problem.invalid(
        path(unknown),
        "There is no field \"%s\" here. Did you mean \"%s\"? Known fields: %s."
            .formatted(
                unknown.getPropertyName(),
                Nearest.of(unknown.getPropertyName(), java.util.List.copyOf(known)),
                String.join(", ", known)));
  }

  private static String words(@Nullable Class<?> type) {
    if (type == null) {
      return "another value";
    }
    if (type.isEnum()) {
      return "one of " + java.util.Arrays.toString(type.getEnumConstants());
    }
    return WORDS.getOrDefault(type.getSimpleName(), "an object");
  }

  private static String path(JacksonException e) {
    var text = new StringBuilder();
    for (var step : e.getPath()) {
      if (step.getPropertyName() != null) {
        text.append(text.isEmpty() ? "" : ".").append(step.getPropertyName());
      } else {
        text.append('[').append(step.getIndex()).append(']');
      }
    }
    return text.isEmpty() ? "body" : text.toString();
  }
}
