package org.vicinal.coordinator.decide;

import java.time.Instant;
import java.util.Optional;

/**
 * The rules of one noun.
 *
 * <p>{@code decide} reads, {@code evolve} changes; both are pure, so that the same input gives the
 * same output on every machine, for ever. Evolving {@link #initial()} with all events of an entity
 * gives its stored state.
 *
 * @param <S> state
 * @param <C> commands
 * @param <E> events
 */
public interface Decider<S, C extends Command, E extends Event> {
  /** The state of an entity that nothing has happened to. */
  S initial();

  /** Answers a command. A command that has been done already is accepted with no events. */
  Decision<E> decide(S state, Asked<C> asked);

  /** The state after {@code event}. Never refuses: the event has happened. */
  S evolve(S state, Occurred<E> event);

  /**
   * When this state wants a {@link Wake} by itself, at the latest; empty when it waits for nothing.
   */
  Optional<Instant> wake(S state);
}
