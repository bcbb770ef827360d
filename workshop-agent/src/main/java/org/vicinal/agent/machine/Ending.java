package org.vicinal.agent.machine;

/** How a run is going to have ended once the machine stands. */
record Ending(Kind kind, String reason) {
  enum Kind {
    COMPLETED,
    CANCELLED,
    FAILED,
    INTERRUPTED
  }

  static final Ending COMPLETED = new Ending(Kind.COMPLETED, "");

  static Ending cancelled(String reason) {
    return new Ending(Kind.CANCELLED, reason);
  }

  static Ending failed(String reason) {
    return new Ending(Kind.FAILED, reason);
  }

  static Ending interrupted(String reason) {
    return new Ending(Kind.INTERRUPTED, reason);
  }

  /** With one more sentence, for an end that is told to people. */
  Ending saying(String more) {
    return kind == Kind.COMPLETED || more.isEmpty() ? this : new Ending(kind, reason + " " + more);
  }

  RunEnd at(long line) {
    return switch (kind) {
      case COMPLETED -> new RunEnd.Completed(line);
      case CANCELLED -> new RunEnd.Cancelled(reason, line);
      case FAILED -> new RunEnd.Failed(reason, line);
      case INTERRUPTED -> new RunEnd.Interrupted(reason, line);
    };
  }
}
