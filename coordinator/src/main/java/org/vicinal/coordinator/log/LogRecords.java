package org.vicinal.coordinator.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import org.vicinal.coordinator.broker.TopicPlan;
import org.vicinal.coordinator.decide.EntityKey;
import org.vicinal.coordinator.decide.Occurred;
import org.vicinal.coordinator.decide.Submitted;
import org.vicinal.coordinator.wiring.Nouns;
import org.vicinal.messages.wire.Json;

/**
 * A record of the log: the key is the entity, the value JSON, and two headers say what is special.
 *
 * <p>Only the coordinator's account may write here, so headers can be believed.
 */
public final class LogRecords {
  /** When the report behind a command was appended: decisions go by this time. */
  private static final String AT = "at";

  /** On an event that comes from an export: it is taken over, and nobody is told. */
  private static final String RESTORED = "restored";

  /** On a command whose sender waits for what becomes of it. */
  private static final String ASKED = "asked";

  private LogRecords() {}

  /** A command, decided by the time of its own append. */
  public static ProducerRecord<byte[], byte[]> command(Submitted<?> command) {
    return new ProducerRecord<>(
        TopicPlan.COMMANDS, key(command.command().target()), Nouns.write(command));
  }

  /** A command, decided as of {@code at}: when the workshop's report was appended. */
  public static ProducerRecord<byte[], byte[]> command(Submitted<?> command, Instant at) {
    var record = command(command);
    record.headers().add(AT, Long.toString(at.toEpochMilli()).getBytes(UTF_8));
    return record;
  }

  /** A command whose sender waits for its answer. */
  public static ProducerRecord<byte[], byte[]> asked(Submitted<?> command) {
    var record = command(command);
    markAsked(record.headers());
    return record;
  }

  /** Says that somebody waits for the answer to a command. */
  public static void markAsked(Headers headers) {
    headers.add(ASKED, new byte[0]);
  }

  /** Whether somebody waits for an answer to the command. */
  public static boolean isAsked(Headers headers) {
    return headers.lastHeader(ASKED) != null;
  }

  /** An event of an export, to be taken over by the deciders as it is. */
  public static ProducerRecord<byte[], byte[]> restored(Occurred<?> event) {
    var record = new ProducerRecord<>(TopicPlan.COMMANDS, key(event.entity()), Nouns.write(event));
    markRestored(record.headers());
    return record;
  }

  /** Says that an event comes from an export. */
  public static void markRestored(Headers headers) {
    headers.add(RESTORED, new byte[0]);
  }

  /** Whether the event comes from an export. */
  public static boolean isRestored(Headers headers) {
    return headers.lastHeader(RESTORED) != null;
  }

  /**
   * By when a command is decided.
   *
   * @param appended when the command itself was appended, milliseconds since 1970
   */
  public static Instant at(Headers headers, long appended) {
    var said = headers.lastHeader(AT);
    return Instant.ofEpochMilli(
        said == null ? appended : Long.parseLong(new String(said.value(), UTF_8)));
  }

  /** The key of {@code entity}. */
  public static byte[] key(EntityKey entity) {
    return entity.toString().getBytes(UTF_8);
  }

  /**
   * The entity that {@code key} names.
   *
   * @throws IllegalArgumentException when it names none
   */
  public static EntityKey entity(byte @Nullable [] key) {
    if (key == null) {
      throw new IllegalArgumentException("Expected noun:id as the key, but there is none.");
    }
    return EntityKey.parse(new String(key, UTF_8));
  }

  /**
   * The command in a record of {@code entity}.
   *
   * @throws Json.Unreadable when the bytes are none
   * @throws IllegalArgumentException when something is missing, or it is for another entity
   */
  public static Submitted<?> readCommand(EntityKey entity, byte @Nullable [] value)
      throws Json.Unreadable {
    if (value == null) {
      throw new IllegalArgumentException("Expected a command, but the value is empty.");
    }
    var submitted = Nouns.readCommand(entity, value);
    if (submitted.commandId() == null || submitted.by() == null || submitted.command() == null) {
      throw new IllegalArgumentException(
          "Expected commandId, by and command, but one of them is missing.");
    }
    if (!submitted.command().target().equals(entity)) {
      throw new IllegalArgumentException(
          "Expected a command for %s, but found one for %s."
              .formatted(entity, submitted.command().target()));
    }
    return submitted;
  }

  /** The event in a record of the events topic; empty when it is not one of ours. */
  public static Optional<Occurred<?>> findEvent(byte @Nullable [] key, byte @Nullable [] value) {
    if (value == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(Nouns.readEvent(entity(key), value));
    } catch (Json.Unreadable | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
