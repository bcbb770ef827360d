package org.vicinal.agent.machine;

import java.util.function.LongConsumer;

/**
 * Runs a property over seeds; {@code -Dvicinal.seed=} replays one, {@code -Dvicinal.seeds=} more.
 */
final class Seeds {

  private Seeds() {}

  static void each(int usual, LongConsumer property) {
    Long one = Long.getLong("vicinal.seed");
    long first = one == null ? 1 : one;
    long count = one == null ? Integer.getInteger("vicinal.seeds", usual) : 1;
    for (long seed = first; seed < first + count; seed++) {
      try {
        property.accept(seed);
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("Failed with -Dvicinal.seed=" + seed + ": " + e.getMessage(), e);
      }
    }
  }
}
