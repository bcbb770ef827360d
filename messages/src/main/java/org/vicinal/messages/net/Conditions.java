package org.vicinal.messages.net;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.vicinal.messages.work.Handover;
import org.vicinal.messages.work.Origin;

/**
 * What a call says beside the part, the pieces and the day.
 *
 * @param handover how the customer wants to get the pieces
 * @param together all pieces from one workshop, in one batch: who cannot make all need not bid
 * @param awardBy until when an award may come, by the broker's clock; a bid holds until then
 * @param firstPiece whether the customer accepts one piece before the others are made; absent in
 *     older calls, and then not
 * @param origin of brought files; null for a release, which names its own
 */
public record Conditions(
    Handover handover,
    boolean together,
    Instant awardBy,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) @JsonSetter(nulls = Nulls.AS_EMPTY)
        boolean firstPiece,
    @Nullable Origin origin) {
  /** Everything may be made at once; of a release. */
  public Conditions(Handover handover, boolean together, Instant awardBy) {
    this(handover, together, awardBy, false, null);
  }
}
