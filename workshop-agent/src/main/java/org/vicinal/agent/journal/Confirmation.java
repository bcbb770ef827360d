package org.vicinal.agent.journal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.vicinal.messages.id.LotId;

/**
 * What a person said about a machine since its last run.
 *
 * @param lot what lay before the machine when it was said; null when nothing did
 */
public record Confirmation(String who, String what, Instant at, @Nullable LotId lot) {}
