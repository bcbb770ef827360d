package org.vicinal.coordinator.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vicinal.coordinator.decide.Rejection;

/**
 * What is kept of an entity.
 *
 * @param version counts its events
 * @param wake when it wants to be woken; null when it waits for nothing
 * @param recent the last commands and what became of them, oldest first
 */
record Stored<S>(long version, @Nullable Instant wake, List<Answered> recent, S state) {
  /** A repeated command is recognised among so many of the entity's last ones. */
  private static final int REMEMBERED = 16;

  Stored {
    recent = List.copyOf(recent);
  }

  static <S> Stored<S> nothing(S initial) {
    return new Stored<>(0, null, List.of(), initial);
  }

  /** What became of {@code commandId}; null when it is not among the last ones. */
  @Nullable Answered answered(String commandId) {
    for (var answered : recent) {
      if (answered.id().equals(commandId)) {
        return answered;
      }
    }
    return null;
  }

  Stored<S> remembering(Answered answered) {
    var all = new ArrayList<>(recent);
    all.add(answered);
    return new Stored<>(
        version, wake, all.subList(Math.max(0, all.size() - REMEMBERED), all.size()), state);
  }

  /** A command's id and answer. */
  record Answered(String id, long version, @Nullable Rejection rejection) {}
}
