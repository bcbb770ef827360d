package org.vicinal.agent.firmware;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The lines that have been sent under their numbers, so that each can be sent again, byte for byte.
 * A value in two generations: the newer one grows to {@link #GENERATION} lines and then takes the
 * place of the older one, so that between one and two generations are remembered.
 */
record History(@Nullable Entry newer, @Nullable Entry older, int count) {

  /** A firmware never asks further back than its queue; this is a hundred times that. */
  static final int GENERATION = 500;

  static final History EMPTY = new History(null, null, 0);

  record Entry(long number, Command command, @Nullable Entry before) {}

  /** With one more line; its number is the one after the last. */
  History with(long number, Command command) {
    return count < GENERATION
        ? new History(new Entry(number, command, newer), older, count + 1)
        : new History(new Entry(number, command, null), newer, 1);
  }

  /** The line with this number, if it is still remembered. */
  Optional<Command> find(long number) {
    Optional<Command> found = find(newer, number);
    return found.isPresent() ? found : find(older, number);
  }

  private static Optional<Command> find(@Nullable Entry from, long number) {
    for (Entry entry = from; entry != null; entry = entry.before()) {
      if (entry.number() == number) {
        return Optional.of(entry.command());
      }
    }
    return Optional.empty();
  }
}
