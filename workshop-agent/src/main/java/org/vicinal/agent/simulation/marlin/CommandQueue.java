package org.vicinal.agent.simulation.marlin;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.vicinal.agent.simulation.board.Waiting;

/** The few commands that Marlin reads ahead, and the one that it is busy with. */
final class CommandQueue {

  /**
   * A line that was taken.
   *
   * @param number -1 without one
   */
  record Queued(String text, long number) {

    /** What is executed: without number, and up to the first asterisk. */
    String command() {
      int from = 0;
      if (number >= 0) {
        from = 1;
        while (from < text.length() && (digit(text.charAt(from)) || text.charAt(from) == ' ')) {
          from++;
        }
      }
      int star = text.indexOf('*', from);
      return star < 0 ? text.substring(from) : text.substring(from, star);
    }

    private static boolean digit(char c) {
      return c >= '0' && c <= '9';
    }
  }

  private final int slots;
  private final Deque<Queued> ahead = new ArrayDeque<>();
  private @Nullable Queued current;
  private Waiting waiting = Waiting.OVER;

  CommandQueue(int slots) {
    this.slots = slots;
  }

  boolean full() {
    return ahead.size() + (current == null ? 0 : 1) >= slots;
  }

  /** Slots free behind the command that ends. */
  int freeSlots() {
    return slots - 1 - ahead.size();
  }

  void add(Queued queued) {
    ahead.addLast(queued);
  }

  boolean busy() {
    return current != null;
  }

  /** The next command, now the current one; null when none waits. */
  @Nullable Queued beginNext() {
    current = ahead.pollFirst();
    return current;
  }

  Waiting waiting() {
    return current == null ? Waiting.OVER : waiting;
  }

  void waitFor(Waiting what) {
    waiting = what;
  }

  /** The current command is done; which it was. */
  @Nullable Queued end() {
    Queued done = current;
    current = null;
    waiting = Waiting.OVER;
    return done;
  }

  void clear() {
    ahead.clear();
    current = null;
    waiting = Waiting.OVER;
  }
}
