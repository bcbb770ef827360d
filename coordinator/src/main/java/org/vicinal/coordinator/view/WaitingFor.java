package org.vicinal.coordinator.view;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What has to happen next.
 *
 * @param what for a person, such as "mill-lane accepts the award"
 * @param until when something else happens instead; null when nobody knows
 */
public record WaitingFor(String what, @Nullable Instant until) {}
