package org.vicinal.coordinator.deal;

import org.jspecify.annotations.Nullable;
import org.vicinal.coordinator.community.Patience;
import org.vicinal.messages.id.OrderId;
import org.vicinal.messages.id.PersonId;
import org.vicinal.messages.work.Keeping;

/**
 * What an award rests on, beside the lot: whose order it is, and which rules and terms hold.
 *
 * @param keeping as the bid said; null when it said nothing
 * @param rules the version of the community's rules; a change of them never reaches back
 */
public record Footing(
    OrderId order, PersonId customer, @Nullable Keeping keeping, int rules, Patience patience) {
  /** What becomes of pieces that nobody collects. */
  public Keeping kept() {
    return keeping == null ? Keeping.USUAL : keeping;
  }
}
