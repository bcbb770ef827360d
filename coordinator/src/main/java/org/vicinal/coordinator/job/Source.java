package org.vicinal.coordinator.job;

import org.vicinal.messages.id.WorkshopId;

/**
 * Which report a command was made from, so that it counts once however often it comes.
 *
 * @param epoch of the workshop's journal
 * @param sequence within the epoch, from 1
 */
public record Source(WorkshopId workshop, long epoch, long sequence) {
  /** Whether this was said after {@code other}, by the same workshop. */
  boolean after(Source other) {
    return epoch > other.epoch || (epoch == other.epoch && sequence > other.sequence);
  }
}
