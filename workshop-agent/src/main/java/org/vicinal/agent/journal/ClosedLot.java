package org.vicinal.agent.journal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.vicinal.messages.id.LotId;

/**
 * A lot that is over here. It is kept for ever, small as it is: it is the fence that keeps a
 * repeated award from being made twice, and what a restored coordinator asks for.
 *
 * @param pieces what it was of; 0 when the lot was never taken
 * @param made pieces made
 * @param readyBy what had been promised; null when the lot was never taken
 */
public record ClosedLot(
    LotId id, Outcome outcome, int pieces, int made, @Nullable Instant readyBy) {

  /** What became of a lot. */
  public enum Outcome {
    /** All pieces were made. */
    MADE,
    /** The rest was given back. */
    RETURNED,
    /** It was never taken. */
    DECLINED,
    /** The acceptance came too late. */
    LAPSED,
    /** The coordinator took it back. */
    WITHDRAWN
  }
}
