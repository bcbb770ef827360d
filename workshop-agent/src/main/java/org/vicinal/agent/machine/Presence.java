package org.vicinal.agent.machine;

import java.time.Duration;

/** Whether a run may go on with nobody there, and what happens when it may not. */
final class Presence {
  private static final long HOUR = Duration.ofHours(1).toNanos();

  private Presence() {}

  /** A run begins, a person has confirmed or resumed: somebody is there now. */
  static void noted(Turning turn) {
    turn.standing(
        turn.standing().presentUntil(mayBeAlone(turn) ? Long.MAX_VALUE : turn.now() + HOUR));
  }

  private static boolean mayBeAlone(Turning turn) {
    boolean printer = turn.firmware().numbered(); // a mill is never left alone
    return switch (turn.standing().settings().attendance()) {
      case BY_HAND -> true;
      case HOURLY -> false;
      case SMOKE_ALARM -> printer && turn.link().telemetry().can("THERMAL_PROTECTION");
      case SMOKE_ALARM_AND_TESTED -> printer;
    };
  }

  static boolean missing(Turning turn) {
    return turn.phase() instanceof Phase.Streaming && turn.now() >= turn.standing().presentUntil();
  }

  static boolean waitFor(Turning turn) {
    if (turn.phase() instanceof Phase.Streaming streaming) {
      Pauses.attend(
          turn,
          streaming.run(),
          Phase.Stance.ASIDE,
          "Nobody has said for an hour that somebody is there. Confirm and resume; a smoke alarm"
              + " and tested thermal protection would let it work alone.");
    }
    return true;
  }
}
