package org.vicinal.agent.workshop;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vicinal.messages.work.Price;
import org.vicinal.messages.work.Purpose;

/**
 * What the workshop asks beside its machines' rates, and on which terms.
 *
 * @param unit money, hours of other work, or nothing
 * @param handWork an hour of a person's time at the machine, in minor units
 * @param reservePercent added for pieces that fail: they are the workshop's, not the customer's
 * @param taxPercent of the price before tax; it is in the price, and told apart
 * @param depositPercent of the price, paid before the work begins
 * @param how it is paid, such as {@code in cash at the counter}; empty when nobody has said
 * @param delivery what bringing the pieces costs, in minor units; null when they are picked up
 * @param promises purposes for which fitness is promised
 * @param asksPeople whether a person answers every call; otherwise the rules do
 */
public record Trade(
    Price.Unit unit,
    long handWork,
    int reservePercent,
    int taxPercent,
    int depositPercent,
    String how,
    @Nullable Long delivery,
    Set<Purpose> promises,
    boolean asksPeople) {
  /** Money for machine, material and setup; picked up; the rules answer. */
  public static final Trade PLAIN =
      new Trade(Price.Unit.MONEY, 0, 0, 0, 0, "", null, Set.of(), false);

  public Trade {
    promises = Set.copyOf(promises);
  }

  /** The same, with a person who answers. */
  public Trade withPeople() {
    return new Trade(
        unit, handWork, reservePercent, taxPercent, depositPercent, how, delivery, promises, true);
  }
}
