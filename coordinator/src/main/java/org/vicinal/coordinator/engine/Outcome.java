package org.vicinal.coordinator.engine;

import java.util.List;
import org.vicinal.coordinator.decide.Answer;
import org.vicinal.coordinator.decide.Occurred;
import org.vicinal.coordinator.decide.Submitted;

/**
 * Everything that one command leads to; written in one transaction.
 *
 * @param stored the entity afterwards
 * @param changed whether it has to be stored
 * @param reactions commands that follow from the events
 */
record Outcome<S>(
    Stored<S> stored,
    boolean changed,
    List<Occurred<?>> events,
    Answer answer,
    List<Submitted<?>> reactions) {
  Outcome {
    events = List.copyOf(events);
    reactions = List.copyOf(reactions);
  }
}
