package org.vicinal.messages.net;

import java.time.Instant;
import org.vicinal.messages.id.WorkshopId;

/**
 * What a workshop saw, on its own topic. May arrive more than once; {@code (workshop, epoch,
 * sequence)} says which is which.
 *
 * @param workshop said by the sender; the topic's name is what counts
 * @param epoch grows when the workshop's journal begins anew; later epochs come after earlier ones
 * @param sequence counts from 1 within the epoch, without gaps
 * @param at by the workshop's clock; for people only, decisions rest on the broker's append time
 */
public record Report(WorkshopId workshop, long epoch, long sequence, Instant at, Seen seen) {
  /**
   * Whether this report comes after one that carried {@code otherEpoch} and {@code otherSequence}.
   */
  public boolean after(long otherEpoch, long otherSequence) {
    return epoch > otherEpoch || (epoch == otherEpoch && sequence > otherSequence);
  }
}
