package org.vicinal.messages.net;

import java.time.Instant;
import org.vicinal.messages.work.Handover;

/**
 * What a call says beside the part, the pieces and the day.
 *
 * @param handover how the customer wants to get the pieces
 * @param together all pieces from one workshop, in one batch: who cannot make all need not bid
 * @param awardBy until when an award may come, by the broker's clock; a bid holds until then
 */
public record Conditions(Handover handover, boolean together, Instant awardBy) {}
