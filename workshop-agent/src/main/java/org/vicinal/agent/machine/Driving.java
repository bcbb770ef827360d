package org.vicinal.agent.machine;

/**
 * Somebody drives the tool with a key.
 *
 * @param room where it may go
 * @param deadman when the key counts as let go
 * @param nextAt when the next piece is sent
 * @param sent how many have been
 * @param procedure what goes before the first piece
 */
record Driving(
    String who,
    Heading heading,
    JogRoom room,
    long deadman,
    long nextAt,
    int sent,
    Procedure procedure)
    implements Phase.Proceeding {
  @Override
  public long wakeAt() {
    return procedure.done() ? Math.min(deadman, nextAt) : procedure.until();
  }

  @Override
  public Phase with(Procedure next) {
    return new Driving(who, heading, room, deadman, nextAt, sent, next);
  }

  Driving until(long next) {
    return new Driving(who, heading, room, next, nextAt, sent, procedure);
  }

  Driving later(long next) {
    return new Driving(who, heading, room, deadman, next, sent, procedure);
  }

  Driving sentUntil(long next) {
    return new Driving(who, heading, room, deadman, next, sent + 1, procedure);
  }

  /** Whether what is sent next might take it out of its room, as far as is known where it is. */
  boolean leaves(Turning turn) {
    double[] gone = new double[3];
    for (int axis = 0; axis < 3; axis++) {
      gone[axis] = heading.along(axis, sent * Jogs.PIECE);
    }
    double[] here = JogRoom.place(turn, gone);
    long ahead = turn.firmware().numbered() ? Jogs.PIECE : 4 * Jogs.PIECE;
    for (int axis = 0; axis < 3; axis++) {
      if (room.leaves(axis, here[axis], heading.along(axis, ahead))) {
        return true;
      }
    }
    return false;
  }
}
