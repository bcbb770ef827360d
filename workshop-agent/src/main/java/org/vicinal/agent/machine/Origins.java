package org.vicinal.agent.machine;

/**
 * Where a mill counts from. A person sets the zero on the stock and confirms it; before each cut
 * the controller is asked again, because a hand at another panel, or another host, may have moved
 * it. A controller that starts anew without limit switches has lost its place altogether, although
 * its zeros still read the same.
 */
final class Origins {

  private Origins() {}

  /** A person has confirmed: remembers the zeros as they are now. */
  static void ask(Turning turn, long ask, String why) {
    turn.phase(new Phase.Confirming(ask, why, Procedure.of(new Step.Say("$#", 10_000_000_000L))));
  }

  static boolean confirmed(Turning turn, Phase.Confirming confirming) {
    String origin = turn.link().telemetry().known().origin();
    turn.standing(turn.standing().knowing(turn.standing().knowledge().origin(origin)));
    Requests.ready(turn, confirming.ask(), confirming.why());
    return true;
  }

  /** Whether a mill's zeros are still those that were confirmed. */
  static boolean hold(Turning turn) {
    String confirmed = turn.standing().knowledge().origin();
    return turn.firmware().numbered()
        || confirmed.isEmpty()
        || confirmed.equals(turn.link().telemetry().known().origin());
  }

  static String moved(Turning turn) {
    return "Expected the origin that was confirmed (%s), but the controller counts from %s. Set the origin again, then confirm."
        .formatted(turn.standing().knowledge().origin(), turn.link().telemetry().known().origin());
  }

  /** The controller has started: without switches to home by, nobody knows where it stands. */
  static void startedAnew(Turning turn) {
    if (!turn.firmware().numbered() && !turn.link().telemetry().known().homes()) {
      turn.standing(
          turn.standing().confirmed(false).knowing(turn.standing().knowledge().origin("")));
    }
  }
}
