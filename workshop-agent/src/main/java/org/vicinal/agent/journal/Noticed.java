package org.vicinal.agent.journal;

import java.time.Instant;
import org.vicinal.messages.id.LotId;

/**
 * Something that the coordinator has told about a lot, for people.
 *
 * @param id the same when it comes twice
 */
public record Noticed(Instant at, LotId lot, String id, String words) {}
