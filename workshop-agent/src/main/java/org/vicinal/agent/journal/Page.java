package org.vicinal.agent.journal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of the journal: what one turn wrote down, all of it or nothing.
 *
 * @param memory in the first line of a file what everything before came to; null in all others
 */
record Page(@Nullable Memory memory, List<Fact> facts) {
  Page {
    facts = List.copyOf(facts);
  }
}
