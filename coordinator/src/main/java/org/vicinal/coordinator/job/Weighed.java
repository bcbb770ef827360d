package org.vicinal.coordinator.job;

import java.util.List;
import org.vicinal.messages.id.WorkshopId;

/**
 * One bid as a rule saw it: the line of a scoring that can be printed.
 *
 * @param pieces that it gets; 0 when it was not needed
 * @param lines what was looked at, the most important first, and what came of it
 */
public record Weighed(WorkshopId workshop, int pieces, List<String> lines) {
  public Weighed {
    lines = List.copyOf(lines);
  }
}
