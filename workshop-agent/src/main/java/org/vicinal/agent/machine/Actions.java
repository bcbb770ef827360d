package org.vicinal.agent.machine;

import java.util.Optional;

/**
 * What a printer asks of its host with {@code //action:}. Its panel is a person beside it, so its
 * pause, resume and cancel are a person's; its questions are put to whoever is in charge.
 */
final class Actions {

  private Actions() {}

  static void take(Turning turn, String said) {
    int space = said.indexOf(' ');
    String name = space < 0 ? said : said.substring(0, space);
    String rest = space < 0 ? "" : said.substring(space + 1).strip();
    switch (name) {
      case "pause" -> pause(turn);
      case "paused", "filament_runout" ->
          waits(turn, "The machine says \"%s\". Go and see.".formatted(said));
      case "prompt_show" -> ask(turn);
      case "resume" -> resume(turn);
      case "resumed" -> resumed(turn);
      case "cancel" -> end(turn, Ending.cancelled("Ended at the machine's panel."));
      case "probe_failed" ->
          end(
              turn,
              Ending.failed("Probing the bed failed. Clean nozzle and bed, then begin anew."));
      case "poweroff" -> Listening.fatal(turn, "action:poweroff");
      case "disconnect" -> disconnect(turn);
      case "notification", "start" -> note(turn, name, rest);
      default -> {
        // prompt_begin and its choices are kept by the telemetry; others mean nothing here
      }
    }
  }

  private static void pause(Turning turn) {
    if (turn.phase() instanceof Phase.Working working
        && working.condition() == Condition.STREAMING) {
      Pauses.hold(turn, working.run(), "Paused at the machine's panel.");
    }
  }

  /** The firmware stands and waits for somebody; its own answer or M108 ends that. */
  static void waits(Turning turn, String why) {
    if (turn.phase() instanceof Phase.Streaming streaming) {
      Pauses.attend(turn, streaming.run(), Phase.Stance.BY_FIRMWARE, why);
    }
  }

  private static void ask(Turning turn) {
    Prompt prompt = turn.link().telemetry().prompt();
    String why = "The machine asks: %s".formatted(prompt.words());
    if (turn.phase() instanceof Phase.Attention attention && attention.byFirmware()) {
      turn.standing(turn.standing().because(why));
    } else {
      waits(turn, why);
    }
  }

  private static void resume(Turning turn) {
    if (turn.phase() instanceof Phase.Halted halted && halted.procedure().done()) {
      Pauses.goOn(turn, halted);
    }
  }

  private static void resumed(Turning turn) {
    if (turn.phase() instanceof Phase.Attention attention && attention.byFirmware()) {
      turn.become(new Phase.Streaming(attention.run()), "The machine goes on.");
    }
  }

  private static void end(Turning turn, Ending ending) {
    Optional<Run> run = turn.state().findRun();
    if (run.isPresent() && !(turn.phase() instanceof Phase.Draining)) {
      turn.abandon(run.get(), ending);
    }
  }

  /** The firmware is about to let go of the port, as before it is updated or switched off. */
  private static void disconnect(Turning turn) {
    Connecting.reopen(turn, "The machine asked this agent to let go of its port.");
  }

  private static void note(Turning turn, String name, String text) {
    String told =
        name.equals("start")
            ? "Somebody pressed start at the machine. Runs begin from here, when the bed is"
                + " confirmed."
            : "The machine says: %s".formatted(text);
    turn.standing(turn.standing().because(told));
  }
}
