package org.vicinal.coordinator.decide;

import java.time.Instant;

/**
 * A command with everything a rule may look at beside the state.
 *
 * @param commandId recognises a repetition
 * @param at the broker's append time, never the sender's
 * @param generation grows when the coordinator is restored from an export; part of every lot id
 * @param neighbourhood the workshops as known at this moment
 */
public record Asked<C extends Command>(
    String commandId,
    Asker by,
    Instant at,
    long generation,
    Neighbourhood neighbourhood,
    C command) {

  /** The same circumstances with another command: for rules that choose by kind first. */
  public <D extends Command> Asked<D> with(D other) {
    return new Asked<>(commandId, by, at, generation, neighbourhood, other);
  }
}
