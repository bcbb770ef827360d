package org.vicinal.agent.machine;

import org.vicinal.agent.firmware.Command;
import org.vicinal.agent.firmware.Outcome;

/** What follows from what the book of the link has concluded. */
final class Outcomes {
  private static final long PROGRESS_EVERY = 1_000_000_000L;

  private Outcomes() {}

  static void take(Turning turn, Outcome outcome) {
    switch (outcome) {
      case Outcome.Acknowledged taken when taken.command().ofProgram() -> acknowledged(turn, taken);
      case Outcome.Acknowledged other -> {
        // the procedure sees that the book is settled
      }
      case Outcome.Refused refused -> refused(turn, refused);
      case Outcome.Declined declined -> declined(turn, declined);
      case Outcome.Surplus surplus ->
          giveUp(turn, "the controller answered more lines than it was sent");
      case Outcome.Broken broken -> broken(turn, broken.why());
    }
  }

  private static void acknowledged(Turning turn, Outcome.Acknowledged taken) {
    if (!(turn.phase() instanceof Phase.Working working) || turn.phase() instanceof Rehearsing) {
      return;
    }
    Command command = taken.command();
    Run run = working.run().acknowledged(command);
    turn.effect(new Effect.Acknowledged(run.id(), run.acknowledged(), command.offset()));
    if (turn.now() - run.toldAt() >= PROGRESS_EVERY) {
      run = run.told(turn.now());
      turn.effect(
          new Effect.Tell(
              new MachineEvent.RunProgress(
                  turn.name(), run.id(), run.acknowledged(), run.request().lines())));
    }
    if (working instanceof Phase.Attention attention && attention.byFirmware()) {
      turn.become(new Phase.Streaming(run), "The machine goes on.");
    } else {
      turn.phase(working.with(run));
      Watches.supply(turn, taken);
      Watches.link(turn);
    }
  }

  /** GRBL goes on with what it has already read, so it is held within the same turn. */
  private static void refused(Turning turn, Outcome.Refused refused) {
    if (refused.command().ofProgram()) {
      if (streams(turn) && turn.phase() instanceof Phase.Working working) {
        turn.abandon(
            working.run(),
            Ending.failed(
                "Line %d was refused%s, %s: \"%s\". Correct the program."
                    .formatted(
                        refused.command().line(),
                        working instanceof Rehearsing ? " before anything moved" : "",
                        turn.link().telemetry().known().error(refused.code()),
                        refused.command().text())));
      }
    } else if (turn.phase() instanceof Phase.Returning returning) {
      turn.abandon(
          returning.run(),
          Ending.failed(
              "On the way to where it goes on \"%s\" was refused, %s. Look at the machine."
                  .formatted(
                      refused.command().text(),
                      turn.link().telemetry().known().error(refused.code()))));
    } else if (turn.phase() instanceof Phase.Checking || turn.phase() instanceof Outlining) {
      giveUp(
          turn,
          "%s was refused, %s"
              .formatted(
                  refused.command().text(), turn.link().telemetry().known().error(refused.code())));
    } else if (turn.phase() instanceof Phase.Errand || turn.phase() instanceof Driving) {
      Errands.refused(turn, refused);
    } else if (turn.phase() instanceof Alarmed alarmed) {
      turn.phase(new Alarmed(alarmed.code(), alarmed.frozen()));
      turn.standing(
          turn.standing()
              .because(
                  "%s was refused, %s. Look at the machine."
                      .formatted(
                          refused.command().text(),
                          turn.link().telemetry().known().error(refused.code()))));
    }
  }

  /** A firmware that says what it did not do: what follows would be made on nothing. */
  private static void declined(Turning turn, Outcome.Declined declined) {
    if (streams(turn) && turn.phase() instanceof Phase.Working working) {
      Command line = declined.command();
      turn.abandon(
          working.run(),
          Ending.failed(
              "%s\"%s\" was refused: \"%s\". Correct the program, or see to the machine."
                  .formatted(
                      line.ofProgram() ? "Line %d, ".formatted(line.line()) : "",
                      line.text(),
                      declined.why())));
    }
  }

  /** The count no longer fits, and nobody can say which line went wrong: the run ends. */
  private static void giveUp(Turning turn, String why) {
    if (streams(turn) && turn.phase() instanceof Phase.Working working) {
      turn.abandon(
          working.run(),
          Ending.failed("The link to %s cannot be trusted: %s.".formatted(turn.name(), why)));
    }
  }

  private static boolean streams(Turning turn) {
    return turn.isOnline()
        && turn.phase() instanceof Phase.Working working
        && (!(working instanceof Phase.Draining draining)
            || draining.ending().kind() == Ending.Kind.COMPLETED);
  }

  /** Whoever cannot be understood is not fed; heat and spindle go off as far as words reach. */
  static void broken(Turning turn, String why) {
    if (!turn.firmware().numbered() && streams(turn)) {
      giveUp(turn, why);
      return;
    }
    boolean working = turn.state().findRun().isPresent();
    String told = "The link to %s is broken: %s.".formatted(turn.name(), why);
    if (!working) {
      Connecting.reopen(turn, told + " It is opened again.");
      return;
    }
    turn.breakOff(Ending.interrupted(told));
    makeSafe(turn);
    turn.fault(told + " Look at the machine and its cable, then confirm.");
  }

  /** The words that need no answer. */
  static void makeSafe(Turning turn) {
    turn.standing(turn.standing().unsafe(true));
    if (turn.firmware().numbered()) {
      turn.urgent("\nM108\nM104 S0\nM140 S0\nM107\n");
    } else {
      turn.softReset();
    }
  }
}
