/**
 * The shape of the coordinator's core: a decider reads a state and a command and answers with
 * events or a rejection.
 *
 * <p>Start at {@link org.vicinal.coordinator.decide.Decider}. Nothing here, and nothing in the
 * nouns built on it, sees a clock, a random number, a topic or a port: time, ids and neighbours
 * come in with the command.
 */
@NullMarked
package org.vicinal.coordinator.decide;

import org.jspecify.annotations.NullMarked;
