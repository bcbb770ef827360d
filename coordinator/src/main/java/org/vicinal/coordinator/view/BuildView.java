package org.vicinal.coordinator.view;

import java.time.Instant;
import org.vicinal.coordinator.consent.Showing;
import org.vicinal.messages.id.LotId;
import org.vicinal.messages.id.OrderId;
import org.vicinal.messages.id.ReleaseRef;
import org.vicinal.messages.id.WorkshopId;
import org.vicinal.messages.work.Requirement;

/**
 * Pieces of a release that somebody made and somebody judged.
 *
 * @param at when they were judged
 * @param accepted how many are good, by the customer's word or silence
 * @param refused how many are not
 * @param showing what customer and workshop let the world see
 */
public record BuildView(
    LotId lot,
    OrderId order,
    ReleaseRef release,
    Requirement requirement,
    WorkshopId workshop,
    String machine,
    Instant at,
    int accepted,
    int refused,
    Showing showing) {
  /** Whether more than its number may be shown. */
  public boolean open() {
    return showing.place() != Showing.Coarseness.NOTHING;
  }
}
