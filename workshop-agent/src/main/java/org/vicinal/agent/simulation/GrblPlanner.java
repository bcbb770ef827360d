package org.vicinal.agent.simulation;

import java.util.ArrayDeque;
import java.util.Deque;

/** Fifteen moves, made one after the other, that can be frozen in the middle of one. */
final class GrblPlanner {
  static final int BLOCKS = 15;

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Move(double[] from, double[] to, long nanos, double feedMmPerMin) {}

  private final Deque<Move> moves = new ArrayDeque<>();
  private double[] position = new double[3];
  private long headStart;
  private long headDone;
  private boolean frozen;

  boolean full() {
    return moves.size() >= BLOCKS;
  }

  boolean isEmpty() {
    return moves.isEmpty();
  }

  int free() {
    return BLOCKS - moves.size();
  }

  /** Where the last planned move will end. */
  double[] target() {
    return moves.isEmpty() ? position.clone() : moves.getLast().to().clone();
  }

  void add(double[] to, long nanos, double feedMmPerMin, long now) {
    if (moves.isEmpty()) {
      headStart = now;
      headDone = 0;
    }
    moves.addLast(new Move(target(), to.clone(), nanos, feedMmPerMin));
  }

  /** Lets moves end that have ended by now. */
  void advance(long now) {
    while (!frozen && !moves.isEmpty() && headStart + moves.getFirst().nanos() <= now) {
      Move done = moves.removeFirst();
      position = done.to();
      headStart += done.nanos();
    }
  }

  long nextEnd() {
    return frozen || moves.isEmpty() ? Long.MAX_VALUE : headStart + moves.getFirst().nanos();
  }

  double feed() {
    return moves.isEmpty() || frozen ? 0 : moves.getFirst().feedMmPerMin();
  }

  void freeze(long now) {
    if (!frozen) {
      headDone = now - headStart;
      frozen = true;
    }
  }

  void thaw(long now) {
    if (frozen) {
      headStart = now - headDone;
      frozen = false;
    }
  }

  /** Where the tool is. */
  double[] at(long now) {
    if (moves.isEmpty()) {
      return position.clone();
    }
    Move head = moves.getFirst();
    long done = frozen ? headDone : now - headStart;
    double part = Math.clamp(done / (double) Math.max(1, head.nanos()), 0.0, 1.0);
    double[] here = new double[3];
    for (int axis = 0; axis < 3; axis++) {
      here[axis] = head.from()[axis] + part * (head.to()[axis] - head.from()[axis]);
    }
    return here;
  }

  /** Forgets all moves; the tool stays where it is now. */
  void clear(long now) {
    position = at(now);
    moves.clear();
    frozen = false;
  }

  void place(double[] here) {
    position = here.clone();
  }
}
