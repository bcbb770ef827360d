package org.vicinal.coordinator.decide;

import org.jspecify.annotations.Nullable;

/**
 * What became of a command.
 *
 * @param version of the entity after it
 * @param rejection null when it was accepted
 */
public record Answer(
    String commandId, EntityKey entity, long version, @Nullable Rejection rejection) {}
