/**
 * What holds the deciders together: which event leads to which command, which report is which
 * command, which event is told to whom.
 *
 * <p>Start at {@link org.vicinal.coordinator.wiring.Wiring}. {@link
 * org.vicinal.coordinator.wiring.Nouns} knows every noun with its decider and its bytes, so that an
 * engine runs all of them without knowing one; {@link
 * org.vicinal.coordinator.wiring.InMemoryCoordinator} is the smallest such engine. All of it is
 * pure: the same wiring runs over Kafka and in a test.
 */
@NullMarked
package org.vicinal.coordinator.wiring;

import org.jspecify.annotations.NullMarked;
