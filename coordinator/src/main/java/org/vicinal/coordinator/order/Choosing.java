package org.vicinal.coordinator.order;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.vicinal.messages.work.Handover;

/**
 * How a customer wants the workshops to be chosen.
 *
 * @param by the rule
 * @param otherwise the rule that decides when the customer was to choose and did not in time; never
 *     {@link Rule#I_CHOOSE}
 * @param unit what the customer pays with: a currency of ISO 4217, {@code HOURS} or {@code GIFT};
 *     null when they have not said
 * @param most the most that everything may cost, in minor units of {@code unit} (minutes for
 *     hours); null for no limit
 * @param handover how the pieces are to come
 * @param together all pieces from one workshop, in one batch
 * @param handovers at how many places the customer will fetch pieces, or be at home for them
 * @param lookFor how long the customer may look at bids before {@code otherwise} decides
 * @param firstPiece every workshop makes one piece, which the customer accepts before the others
 *     are made; absent in older orders, and then not
 */
public record Choosing(
    Rule by,
    Rule otherwise,
    @Nullable String unit,
    @Nullable Long most,
    Handover handover,
    boolean together,
    int handovers,
    Duration lookFor,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) @JsonSetter(nulls = Nulls.AS_EMPTY)
        boolean firstPiece) {
  /** The most places at which anybody fetches pieces. */
  public static final int MOST_HANDOVERS = 16;

  /** What a customer gets who says nothing: the nearest, one place to go to. */
  public static final Choosing USUAL =
      new Choosing(
          Rule.NEAREST, Rule.NEAREST, null, null, Handover.PICKUP, false, 1, Duration.ofHours(24));

  /** Without a first piece. */
  public Choosing(
      Rule by,
      Rule otherwise,
      @Nullable String unit,
      @Nullable Long most,
      Handover handover,
      boolean together,
      int handovers,
      Duration lookFor) {
    this(by, otherwise, unit, most, handover, together, handovers, lookFor, false);
  }

  /** Who gets it, of those who keep to the wish. */
  public enum Rule {
    /** What can be done nearby is done nearby. */
    NEAREST("the nearest"),
    /** The smallest sum, within one unit. */
    CHEAPEST("the cheapest"),
    /** All pieces the earliest. */
    SOONEST("the soonest"),
    /** Fair shares: who has had the least work lately comes first, newcomers included. */
    SPREAD("who has had the least work lately"),
    /** The customer looks at the bids. */
    I_CHOOSE("whom the customer chooses");

    private final String words;

    Rule(String words) {
      this.words = words;
    }

    /** As part of a sentence: {@code the cheapest}. */
    public String words() {
      return words;
    }
  }
}
