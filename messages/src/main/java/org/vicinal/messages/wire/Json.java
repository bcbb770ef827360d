package org.vicinal.messages.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.vicinal.messages.net.Instruction;
import org.vicinal.messages.net.Seen;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Records as JSON bytes.
 *
 * <p>A sealed interface is written with its record's simple name in {@code type}. Unknown fields
 * are skipped (a newer peer wrote them), absent ones are errors where the record says so, unknown
 * kinds are errors. Equal records give equal bytes.
 */
public final class Json {
  /** What both ends of the wire use. */
  public static final Json WIRE = new Json(List.of());

  private final JsonMapper mapper;

  /**
   * A mapper that knows, beside the wire's own, these sealed interfaces as kinds told apart by
   * {@code type}.
   */
  public Json(List<Class<?>> kinds) {
    var builder =
        JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .changeDefaultPropertyInclusion(
                old -> old.withValueInclusion(JsonInclude.Include.NON_NULL));
    builder.addMixIn(Seen.class, Kind.class).addMixIn(Instruction.class, Kind.class);
    kinds.forEach(kind -> builder.addMixIn(kind, Kind.class));
    mapper = builder.build();
  }

  /** The bytes of {@code record}, UTF-8. */
  public byte[] write(Object record) {
    return mapper.writeValueAsBytes(record);
  }

  /** The record as text on several lines, for people; {@code type} is what it is read as. */
  public String pretty(Class<?> type, Object record) {
    return mapper.writerFor(type).withDefaultPrettyPrinter().writeValueAsString(record);
  }

  /**
   * The record that {@code bytes} are.
   *
   * @throws Unreadable when they are not one
   */
  public <T> T read(byte[] bytes, Class<T> type) throws Unreadable {
    try {
      T value = mapper.readValue(bytes, type);
      if (value == null) {
        throw new Unreadable("Expected " + type.getSimpleName() + ", but found null.", null);
      }
      return value;
    } catch (JacksonException e) {
      throw new Unreadable(
          "Expected " + type.getSimpleName() + ", but found: " + e.getOriginalMessage(), e);
    }
  }

  /**
   * The record of a generic kind that {@code bytes} are: {@code type} with its parameter.
   *
   * @throws Unreadable when they are not one
   */
  public <T> T read(byte[] bytes, Class<T> type, Class<?> parameter) throws Unreadable {
    try {
      T value =
          mapper.readValue(bytes, mapper.getTypeFactory().constructParametricType(type, parameter));
      if (value == null) {
        throw new Unreadable("Expected " + type.getSimpleName() + ", but found null.", null);
      }
      return value;
    } catch (JacksonException e) {
      throw new Unreadable(
          "Expected %s of %s, but found: %s"
              .formatted(type.getSimpleName(), parameter.getSimpleName(), e.getOriginalMessage()),
          e);
    }
  }

  /** The mapper itself, for libraries that want one. */
  public JsonMapper mapper() {
    return mapper;
  }

  /** Bytes that are not ours. Whoever reads a topic counts them, keeps them aside, and goes on. */
  public static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1;

    Unreadable(String message, @org.jspecify.annotations.Nullable Throwable cause) {
      super(message, cause);
    }
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
  private interface Kind {}
}
