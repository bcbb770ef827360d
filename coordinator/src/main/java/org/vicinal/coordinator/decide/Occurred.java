package org.vicinal.coordinator.decide;

import java.time.Instant;

/**
 * An event with its circumstances, as it stands in the log.
 *
 * @param id {@code commandId/index}: the same event has the same id wherever it is met
 * @param version counts the events of the entity from 1
 * @param at append time of the command it answers
 */
public record Occurred<E extends Event>(
    String id, EntityKey entity, long version, Instant at, Asker by, E event) {}
