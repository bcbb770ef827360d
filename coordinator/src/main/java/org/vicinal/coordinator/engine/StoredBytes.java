package org.vicinal.coordinator.engine;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.vicinal.coordinator.decide.Decider;
import org.vicinal.coordinator.wiring.Nouns;
import org.vicinal.messages.wire.Json;

/**
 * A {@link Stored} as bytes: eight for the time of its wake (milliseconds since 1970, big-endian),
 * then JSON.
 *
 * <p>The time stands in front, so that a task that begins can look through a million entities for
 * those that want to be woken without reading their JSON.
 */
final class StoredBytes {
  /** No wake. */
  static final long NEVER = Long.MAX_VALUE;

  private StoredBytes() {}

  static byte[] write(Nouns.Entry<?, ?, ?> entry, Stored<?> stored) {
    var mapper = Nouns.JSON.mapper();
    var type = mapper.getTypeFactory().constructParametricType(Stored.class, entry.states());
    byte[] json = mapper.writerFor(type).writeValueAsBytes(stored);
    var wake = stored.wake();
    return ByteBuffer.allocate(Long.BYTES + json.length)
        .putLong(wake == null ? NEVER : wake.toEpochMilli())
        .put(json)
        .array();
  }

  /** How much of the bytes is JSON: what limits are about. */
  static int jsonLength(byte[] bytes) {
    return bytes.length - Long.BYTES;
  }

  static long wakeMillis(byte[] bytes) {
    return bytes.length < Long.BYTES ? NEVER : ByteBuffer.wrap(bytes).getLong();
  }

  /**
   * The entity in {@code bytes}.
   *
   * @throws Json.Unreadable when another version wrote a state of another shape
   */
  @SuppressWarnings("unchecked") // the class of the parameter is the noun's own
  static <S> Stored<S> read(Nouns.Entry<S, ?, ?> entry, byte[] bytes) throws Json.Unreadable {
    byte[] json = Arrays.copyOfRange(bytes, Math.min(Long.BYTES, bytes.length), bytes.length);
    return (Stored<S>) Nouns.JSON.read(json, Stored.class, entry.states());
  }

  /** An entity that nothing has happened to. */
  static <S> Stored<S> nothing(Decider<S, ?, ?> decider) {
    return Stored.nothing(decider.initial());
  }
}
