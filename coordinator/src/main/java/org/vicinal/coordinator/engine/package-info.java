/**
 * Runs the deciders on Kafka: the log of events is the system of record.
 *
 * <p>Start at {@link org.vicinal.coordinator.engine.Engine}. A command goes into the {@code
 * commands} topic ({@link org.vicinal.coordinator.engine.Commands}), one Kafka Streams processor
 * decides it and writes state, events, answer and reactions in one transaction, and whoever follows
 * ({@link org.vicinal.coordinator.engine.EventFeed}) sees the events. Only this package knows Kafka
 * Streams, and it knows no single noun.
 */
@NullMarked
package org.vicinal.coordinator.engine;

import org.jspecify.annotations.NullMarked;
