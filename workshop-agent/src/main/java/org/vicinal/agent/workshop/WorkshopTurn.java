package org.vicinal.agent.workshop;

import java.util.List;
import org.vicinal.agent.journal.Fact;

/**
 * What one input led to.
 *
 * @param facts to be made durable, all or none, before any of the effects is caused
 * @param effects in the order in which they are to be caused
 */
public record WorkshopTurn(WorkshopState state, List<Fact> facts, List<Effect> effects) {
  public WorkshopTurn {
    facts = List.copyOf(facts);
    effects = List.copyOf(effects);
  }
}
