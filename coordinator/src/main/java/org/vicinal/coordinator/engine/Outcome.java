package org.vicinal.coordinator.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vicinal.coordinator.decide.Answer;
import org.vicinal.coordinator.decide.Occurred;
import org.vicinal.coordinator.decide.Submitted;

/**
 * Everything that one command leads to; written in one transaction.
 *
 * @param stored the entity afterwards
 * @param bytes to store of it; null when nothing has changed
 * @param reactions commands that follow from the events
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Outcome<S>(
    Stored<S> stored,
    byte @Nullable [] bytes,
    List<Occurred<?>> events,
    Answer answer,
    List<Submitted<?>> reactions) {
  Outcome {
    events = List.copyOf(events);
    reactions = List.copyOf(reactions);
  }
}
