package org.vicinal.agent.stream;

import org.vicinal.agent.machine.RunEnd;

/** How a stream ended, and what the shell is told. */
public enum Outcome {
  DONE(0),
  FAILED(1),
  NOTHING_BEGUN(2),
  REFUSED(3),
  CANCELLED(4),
  STOPPED(5),
  INTERRUPTED(6);

  private final int exitCode;

  Outcome(int exitCode) {
    this.exitCode = exitCode;
  }

  /** For the shell. */
  public int exitCode() {
    return exitCode;
  }

  static Outcome of(RunEnd end, boolean stopped) {
    if (stopped) {
      return STOPPED;
    }
    return switch (end) {
      case RunEnd.Completed _ -> DONE;
      case RunEnd.Cancelled _ -> CANCELLED;
      case RunEnd.Failed _ -> FAILED;
      case RunEnd.Interrupted _ -> INTERRUPTED;
    };
  }
}
