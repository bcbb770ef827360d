package org.vicinal.agent.machine;

import java.util.Optional;

/**
 * Where a mill counts from, and what lies there. A person sets the zero on the stock and confirms
 * it; before each cut the controller is asked again, because a hand at another panel, or another
 * host, may have moved it. A controller that starts anew without limit switches, or is unlocked
 * without homing, has lost its place altogether, although its zeros still read the same.
 */
final class Origins {

  private Origins() {}

  /** A person says what is fixed on it. Whatever was confirmed before is to be confirmed again. */
  static void stockSet(Turning turn, Input.StockSet set) {
    if (!turn.isOnline()
        || turn.firmware().numbered()
        || !(turn.phase() instanceof Phase.Ready || turn.phase() instanceof Phase.Occupied)) {
      turn.refuse(
          set.ask(),
          "%s takes a stock only as a mill without a run, and it is %s: %s"
              .formatted(
                  turn.name(),
                  turn.state().condition().name().toLowerCase(java.util.Locale.ROOT),
                  turn.standing().why()));
      return;
    }
    turn.standing(
        turn.standing().confirmed(false).knowing(turn.standing().knowledge().stock(set.stock())));
    turn.answer(set.ask(), Answer.DONE);
    turn.become(new Phase.Occupied(), "%s: %s.".formatted(set.who(), set.stock().words()));
  }

  /** A person has confirmed: the zeros are read, to be compared before each cut. */
  static void ask(Turning turn, long ask, String why) {
    if (!homes(turn) && turn.standing().knowledge().findStock().isEmpty()) {
      turn.refuse(
          ask,
          "%s has no limit switches, so it must know its stock: say how large it is and where its zero lies (--stock 200x150x12 --zero corner), then confirm."
              .formatted(turn.name()));
      return;
    }
    turn.phase(new Phase.Confirming(ask, why, Procedure.of(new Step.Say("$#", 10_000_000_000L))));
  }

  static boolean confirmed(Turning turn, Phase.Confirming confirming) {
    String origin = turn.link().telemetry().known().origin();
    turn.standing(turn.standing().knowing(turn.standing().knowledge().origin(origin)));
    Requests.ready(turn, confirming.ask(), confirming.why());
    return true;
  }

  /** Why a mill must not cut this now: its zeros are others, or the program leaves its space. */
  static Optional<String> findObjection(Turning turn, Run run) {
    if (turn.firmware().numbered()) {
      return Optional.empty();
    }
    Knowledge knowledge = turn.standing().knowledge();
    String now = turn.link().telemetry().known().origin();
    if (!knowledge.origin().equals(now)) {
      return Optional.of(
          "Expected the origin that was confirmed (%s), but the controller counts from %s. Set the origin again, then confirm."
              .formatted(knowledge.origin(), now));
    }
    if (!turn.link().telemetry().known().counts(Procedures.MODES)) {
      return Optional.of(
          "Expected the controller to count by %s when the program begins, but it says %s. Begin again."
              .formatted(
                  String.join(" ", Procedures.MODES), turn.link().telemetry().known().modes()));
    }
    return knowledge
        .findStock()
        .flatMap(stock -> run.findReach().flatMap(reach -> stock.findObjection(reach.all())));
  }

  /** The controller has started: without switches to home by, nobody knows where it stands. */
  static void startedAnew(Turning turn) {
    if (!turn.firmware().numbered() && !homes(turn)) {
      placeLost(turn);
    }
  }

  /** The origin is void until a person has set and confirmed it again. */
  static void placeLost(Turning turn) {
    turn.standing(
        turn.standing().confirmed(false).knowing(turn.standing().knowledge().placeLost()));
  }

  private static boolean homes(Turning turn) {
    return turn.link().telemetry().known().homes();
  }
}
