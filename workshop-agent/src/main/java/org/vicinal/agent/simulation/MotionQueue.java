package org.vicinal.agent.simulation;

import java.util.ArrayDeque;
import java.util.Deque;

/** The planner: a few moves that are made one after the other. */
final class MotionQueue {
  private final int blocks;
  private final Deque<Long> ends = new ArrayDeque<>();
  private long lastEnd;

  MotionQueue(int blocks) {
    this.blocks = blocks;
  }

  boolean full(long now) {
    retire(now);
    return ends.size() >= blocks;
  }

  boolean empty(long now) {
    retire(now);
    return ends.isEmpty();
  }

  int free(long now) {
    retire(now);
    return blocks - ends.size();
  }

  /** Adds a move of this length in nanoseconds. */
  void add(long nanos, long now) {
    retire(now);
    lastEnd = Math.max(now, lastEnd) + nanos;
    ends.addLast(lastEnd);
  }

  void clear() {
    ends.clear();
    lastEnd = 0;
  }

  /** When the move that is being made ends; never if none is. */
  long nextEnd() {
    return ends.isEmpty() ? Long.MAX_VALUE : ends.getFirst();
  }

  /** When the last move ends; never if there is none. */
  long lastEnd() {
    return ends.isEmpty() ? Long.MAX_VALUE : lastEnd;
  }

  private void retire(long now) {
    while (!ends.isEmpty() && ends.getFirst() <= now) {
      ends.removeFirst();
    }
  }
}
