package org.vicinal.agent.machine;

import org.vicinal.agent.firmware.Firmware;

/**
 * The single bytes that GRBL obeys at once. grblHAL has safe twins of the printable ones, and may
 * have been built without those ({@code RT-} in {@code [NEWOPT:]}).
 */
final class Realtime {
  private static final String TWIN_REPORT = "\u0080";
  private static final String TWIN_START = "\u0081";
  private static final String TWIN_HOLD = "\u0082";

  /** grblHAL: the tool has been changed; the start that follows goes on. */
  private static final String TOOL_CHANGED = "\u00a3";

  private Realtime() {}

  /** Asks how it is. */
  static String report(Turning turn) {
    return twins(turn) ? TWIN_REPORT : "?";
  }

  /** Decelerates to a stop, and tells how far that is. */
  static String hold(Turning turn) {
    return (twins(turn) ? TWIN_HOLD : "!") + report(turn);
  }

  /** Lets it go on, at a person's word. */
  static String start(Turning turn) {
    String start = twins(turn) ? TWIN_START : "~";
    return turn.link().telemetry().state().equals("Tool") ? TOOL_CHANGED + start : start;
  }

  private static boolean twins(Turning turn) {
    boolean greeting = turn.phase() instanceof Phase.Greeting; // it has not said which it obeys
    return turn.link().telemetry().can("RT-")
        || (greeting && turn.firmware().equals(Firmware.GRBLHAL));
  }
}
