package org.vicinal.agent.machine;

import org.vicinal.agent.firmware.Command;
import org.vicinal.agent.firmware.Sender;

/** Begins the steps of procedures, and sees when they are done or have taken too long. */
final class Steps {

  private Steps() {}

  /** Whether something has changed, so that it is worth looking again. */
  static boolean advance(Turning turn, Phase.Proceeding phase) {
    Procedure procedure = phase.procedure();
    if (!procedure.begun()) {
      return mayBegin(turn, procedure.step()) && begin(turn, phase);
    }
    if (done(turn, procedure)) {
      turn.phase(phase.with(procedure.next()));
      return true;
    }
    return turn.now() >= procedure.until() && overdue(turn, phase);
  }

  private static boolean mayBegin(Turning turn, Step step) {
    return switch (step) {
      case Step.Say say -> turn.hasRoomFor(say.text());
      case Step.SayIf say -> turn.hasRoomFor(say.text());
      case Step.Warm warm -> turn.hasRoomFor(warm.heat().command());
      default -> true;
    };
  }

  private static boolean begin(Turning turn, Phase.Proceeding phase) {
    Step step = phase.procedure().step();
    turn.phase(phase.with(phase.procedure().begin(turn.now())));
    switch (step) {
      case Step.Say say -> turn.send(Command.host(say.text()));
      case Step.SayIf say -> {
        if (turn.link().telemetry().can(say.capability())) {
          turn.send(Command.host(say.text()));
        }
      }
      case Step.Interject say -> {
        if (!turn.link().sender().settled()) {
          turn.send(Command.host(say.text()));
        }
      }
      case Step.Knock knock -> knock(turn);
      case Step.Hold hold -> {
        turn.urgent(Realtime.hold(turn));
        turn.polling(turn.link().polling().answered(turn.now() + 50_000_000L));
      }
      case Step.Restart restart -> {
        turn.softReset();
        turn.newEpoch(Stop.muted(turn.link().sender(), turn.now()));
      }
      case Step.Revive revive -> turn.urgent("\nM999\n");
      case Step.AwaitBoot boot -> {
        // only listens
      }
      case Step.AwaitReset reset -> {
        // only listens
      }
      case Step.Leave leave -> Parks.leave(turn, phase);
      case Step.Return back -> Parks.back(turn, phase);
      case Step.Quiet quiet -> Parks.quiet(turn, phase);
      case Step.Warm warm -> turn.send(Command.host(warm.heat().command()));
      case Step.Settle settle -> {
        // only listens
      }
      case Step.Answered answered -> {
        // only listens
      }
      case Step.EndJog end -> Jogs.cancel(turn);
      case Step.Resync resync -> resync(turn);
      case Step.Rest rest -> turn.polling(turn.link().polling().later(turn.now()));
    }
    return true;
  }

  private static void knock(Turning turn) {
    if (turn.firmware().numbered()) {
      turn.effect(new Effect.Write(new byte[] {'\n'})); // an empty line has no answer
    } else {
      turn.send(Command.host(""));
      turn.urgent(Realtime.report(turn));
    }
  }

  /** grblHAL throws away what it has not read when a jog is cancelled; $G shows where it is. */
  private static void resync(Turning turn) {
    if (!turn.link().sender().settled()) {
      turn.newEpoch(turn.link().sender().anew());
    }
    turn.send(Command.host("$G"));
  }

  private static boolean done(Turning turn, Procedure procedure) {
    boolean settled = turn.link().sender().settled();
    return switch (procedure.step()) {
      case Step.Say say -> settled;
      case Step.SayIf say -> settled;
      case Step.Settle settle -> settled;
      case Step.Answered answered -> settled;
      case Step.EndJog end -> procedure.seen() > 1;
      case Step.Resync resync -> settled;
      case Step.Interject say -> true;
      case Step.Leave leave -> true;
      case Step.Return back -> true;
      case Step.Quiet quiet -> true;
      case Step.Warm warm -> settled && warm.heat().nearlyDone(turn.link().telemetry().reading());
      case Step.Knock knock -> settled;
      case Step.AwaitBoot boot -> procedure.seen() > 0;
      case Step.Revive revive -> false;
      case Step.Restart restart -> procedure.seen() > 0;
      case Step.AwaitReset reset -> procedure.seen() > 0;
      case Step.Hold hold -> procedure.seen() > 0;
      case Step.Rest rest -> settled && procedure.seen() > 1;
    };
  }

  /** A boot may be missed; every other silence means that the machine is not heard. */
  private static boolean overdue(Turning turn, Phase.Proceeding phase) {
    switch (phase.procedure().step()) {
      case Step.AwaitBoot boot -> turn.phase(phase.with(phase.procedure().next()));
      case Step.Revive revive -> turn.phase(phase.with(phase.procedure().next()));
      case Step.Hold hold -> turn.phase(phase.with(phase.procedure().next()));
      case Step.AwaitReset reset -> resetAgain(turn, phase, reset);
      case Step.Restart restart -> silent(turn, "no banner came after a reset");
      case Step.Say say -> silent(turn, "\"%s\" was not answered".formatted(say.text()));
      case Step.SayIf say -> silent(turn, "\"%s\" was not answered".formatted(say.text()));
      case Step.Settle settle -> silent(turn, "lines sent were not answered");
      case Step.Interject say -> turn.phase(phase.with(phase.procedure().next()));
      case Step.Leave leave -> turn.phase(phase.with(phase.procedure().next()));
      case Step.Return back -> turn.phase(phase.with(phase.procedure().next()));
      case Step.Quiet quiet -> turn.phase(phase.with(phase.procedure().next()));
      case Step.Warm warm -> turn.phase(phase.with(phase.procedure().next()));
      case Step.Answered answered -> turn.phase(phase.with(phase.procedure().next()));
      case Step.EndJog end -> silent(turn, "it does not end its jog");
      case Step.Resync resync -> silent(turn, "it is not understood after a jog");
      case Step.Knock knock -> silent(turn, "nothing answered");
      case Step.Rest rest -> silent(turn, "it does not come to rest");
    }
    return true;
  }

  private static void resetAgain(Turning turn, Phase.Proceeding phase, Step.AwaitReset reset) {
    if (reset.tries() == 0) {
      turn.fault(
          "Stopped, but the controller has not said that it heard. Switch the machine off at its"
              + " power switch, then confirm.");
      return;
    }
    turn.softReset();
    turn.phase(phase.with(Procedure.of(new Step.AwaitReset(reset.patience(), reset.tries() - 1))));
  }

  private static void silent(Turning turn, String why) {
    if (turn.phase() instanceof Phase.Greeting && Procedures.mayRevive(turn)) {
      turn.newEpoch(Sender.begin(turn.firmware()));
      turn.phase(new Phase.Greeting(Procedures.revive(turn.firmware())));
    } else if (turn.phase() instanceof Phase.Greeting) {
      String told =
          "Expected %s on %s, but %s. Check the firmware and the rate of the port."
              .formatted(turn.firmware().name(), turn.standing().settings().port(), why);
      Connecting.reopen(turn, told);
    } else {
      Outcomes.broken(turn, why);
    }
  }
}
