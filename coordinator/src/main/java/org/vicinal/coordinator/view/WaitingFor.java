package org.vicinal.coordinator.view;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What has to happen next.
 *
 * @param what for a person, such as "mill-lane accepts the award"
 * @param until when something else happens instead; null when nobody knows
 * @param since when this wait began; null when it is not told
 * @param then what happens at {@code until}, in words; null when it is not told
 */
public record WaitingFor(
    String what, @Nullable Instant until, @Nullable Instant since, @Nullable String then) {
  WaitingFor(String what, @Nullable Instant until) {
    this(what, until, null, null);
  }
}
