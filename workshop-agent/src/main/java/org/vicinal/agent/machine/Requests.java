package org.vicinal.agent.machine;

/** What people and the workshop's queue ask of a machine, and what the agent reports back to it. */
final class Requests {

  private Requests() {}

  static void run(Turning turn, Input.RunAsked asked) {
    if (!mayBegin(turn, asked.request())) {
      turn.refuse(
          asked.ask(),
          "%s takes a run only when ready, and it is %s: %s"
              .formatted(
                  turn.name(),
                  turn.state().condition().name().toLowerCase(java.util.Locale.ROOT),
                  turn.standing().why()));
      return;
    }
    if (turn.link().telemetry().known().laser()) {
      turn.refuse(
          asked.ask(),
          "%s is in laser mode ($32=1), and lasers are not run by this agent. Set $32=0 if it is a mill."
              .formatted(turn.name()));
      return;
    }
    Run run = Run.of(asked.request(), turn.firmware());
    if (!turn.firmware().numbered()) {
      turn.effect(new Effect.Measure(asked.request()));
    }
    turn.become(
        new Phase.Checking(run, asked.ask(), false, Procedure.NOTHING),
        "Run %s is being written down.".formatted(run.id()));
    RunRequest request = asked.request();
    turn.effect(
        new Effect.Journal(
            new RunStart(request.runId(), turn.name(), request.program(), request.lines())));
  }

  /** A check moves nothing, so nobody need have confirmed. */
  private static boolean mayBegin(Turning turn, RunRequest request) {
    return turn.isOnline()
        && (turn.phase() instanceof Phase.Ready
            || (turn.phase() instanceof Phase.Occupied && Rehearsals.only(turn, request)));
  }

  /** Only now may bytes of the run go out. */
  static void journalled(Turning turn, String runId) {
    if (turn.isOnline()
        && turn.phase() instanceof Phase.Checking checking
        && checking.run().id().equals(runId)) {
      turn.effect(new Effect.Read(checking.run().request()));
      Run run = checking.run().with(checking.run().feed().asking());
      turn.phase(
          new Phase.Checking(run, checking.ask(), true, Procedures.beforeRun(turn.firmware())));
    } else { // the port went away in between
      turn.effect(new Effect.Ended(runId, new RunEnd.Failed(turn.standing().why(), 0)));
    }
  }

  static void notJournalled(Turning turn, String runId, String why) {
    if (turn.isOnline()
        && turn.phase() instanceof Phase.Checking checking
        && checking.run().id().equals(runId)) {
      String told = "Run %s could not be written down: %s.".formatted(runId, why);
      turn.refuse(checking.ask(), told);
      turn.rest(told);
    }
  }

  static void programRead(Turning turn, Input.ProgramRead read) {
    if (turn.isOnline()
        && turn.phase() instanceof Phase.Working working
        && working.run().id().equals(read.runId())) {
      Run run = working.run();
      turn.phase(working.with(run.with(run.feed().with(read.lines(), read.end()))));
    } else if (turn.isOnline()
        && turn.phase() instanceof Rehearsing check
        && read.runId().equals(check.run().id() + RunRequest.CHECK)) {
      turn.phase(check.with(check.feed().with(read.lines(), read.end())));
    }
  }

  static void programMeasured(Turning turn, Input.ProgramMeasured measured) {
    if (turn.isOnline()
        && turn.phase() instanceof Phase.Working working
        && working.run().id().equals(measured.runId())) {
      turn.phase(working.with(working.run().measured(measured.reach())));
    }
  }

  static void programUnreadable(Turning turn, Input.ProgramUnreadable no) {
    if (turn.isOnline()
        && turn.phase() instanceof Phase.Working working
        && !(working instanceof Phase.Draining)
        && no.runId().startsWith(working.run().id())) {
      turn.abandon(working.run(), Ending.failed(no.why()));
    }
  }

  static void cancel(Turning turn, Input.CancelAsked asked) {
    if (!turn.isOnline() || !(turn.phase() instanceof Phase.Working working)) {
      turn.refuse(asked.ask(), "%s has no run to cancel.".formatted(turn.name()));
    } else if (working instanceof Phase.Draining draining
        && draining.ending().kind() != Ending.Kind.COMPLETED) {
      turn.refuse(asked.ask(), "The run is already ending: " + draining.ending().reason());
    } else {
      turn.answer(asked.ask(), Answer.DONE);
      turn.abandon(working.run(), Ending.cancelled(asked.reason()));
    }
  }

  static void end(Turning turn) {
    if (turn.isOnline()
        && turn.phase() instanceof Phase.Working working
        && !(working instanceof Phase.Draining)) {
      turn.abandon(working.run(), Ending.interrupted("The agent was ended."));
    }
  }

  static void stopNow(Turning turn, Input.StopAsked asked) {
    turn.answer(asked.ask(), Answer.DONE);
    if (!turn.isOnline()) {
      return;
    }
    if (!asked.written()) {
      turn.effect(new Effect.WriteUrgent(Stop.bytes(turn.firmware())));
    }
    turn.breakOff(Ending.cancelled("Stopped at once."));
    turn.standing(turn.standing().confirmed(false));
    if (turn.firmware().numbered()) {
      turn.effect(new Effect.WriteUrgent(Stop.again(turn.firmware())));
      turn.fault("Stopped at once. Look at the machine, reset it, then confirm that it is safe.");
    } else {
      turn.newEpoch(Stop.muted(turn.link().sender(), turn.now()));
      turn.become(
          new Alarmed(3, false, false, Procedures.stopped()),
          "Stopped at once; the position is lost. Look at the machine, then home or unlock it.");
    }
  }

  static void pause(Turning turn, Input.PauseAsked asked) {
    if (turn.isOnline()
        && turn.phase() instanceof Phase.Working working
        && working.condition() == Condition.STREAMING) {
      turn.answer(asked.ask(), Answer.DONE);
      Pauses.hold(turn, working.run(), "Paused by a person.");
    } else {
      turn.refuse(asked.ask(), "%s is not streaming, so it cannot pause.".formatted(turn.name()));
    }
  }

  static void resume(Turning turn, Input.ResumeAsked asked) {
    if (turn.isOnline()
        && turn.phase() instanceof Phase.Taken
        && turn.link().telemetry().held() > 0) {
      turn.answer(asked.ask(), Answer.DONE);
      turn.urgent(
          Realtime.start(turn)); // what held it was not ours, and a person says that it may move
      return;
    }
    if (!turn.isOnline() || !(turn.phase() instanceof Phase.Working working)) {
      turn.refuse(asked.ask(), "%s has no run to go on with.".formatted(turn.name()));
      return;
    }
    switch (working) {
      case Phase.Halted halted -> Pauses.resume(turn, asked, halted);
      case Outlining waiting -> Outlines.resume(turn, asked.ask(), waiting);
      default -> turn.refuse(asked.ask(), "%s is not held.".formatted(turn.name()));
    }
  }

  static void confirm(Turning turn, Input.Confirmed confirmed) {
    String why = "%s confirmed: %s.".formatted(confirmed.who(), confirmed.what());
    if (!turn.isOnline()) {
      turn.refuse(
          confirmed.ask(), "%s is not connected: %s".formatted(turn.name(), turn.standing().why()));
      return;
    }
    switch (turn.phase()) {
      case Phase.Occupied occupied when !turn.firmware().numbered() ->
          Origins.ask(turn, confirmed.ask(), why);
      case Phase.Occupied occupied -> ready(turn, confirmed.ask(), why);
      case Phase.Taken taken -> ready(turn, confirmed.ask(), why);
      case Phase.Ready already -> turn.answer(confirmed.ask(), Answer.DONE);
      case Phase.Streaming streaming -> {
        Presence.noted(turn);
        turn.answer(confirmed.ask(), Answer.DONE);
      }
      case Phase.Faulted faulted -> {
        turn.answer(confirmed.ask(), Answer.DONE);
        Connecting.openAnew(turn, why);
      }
      default ->
          turn.refuse(
              confirmed.ask(),
              "%s cannot be confirmed while %s: %s"
                  .formatted(
                      turn.name(),
                      turn.state().condition().name().toLowerCase(java.util.Locale.ROOT),
                      turn.standing().why()));
    }
  }

  static void ready(Turning turn, long ask, String why) {
    turn.standing(turn.standing().confirmed(true));
    turn.answer(ask, Answer.DONE);
    turn.become(new Phase.Ready(), why);
  }

  static void leaveAlarm(Turning turn, Input.AlarmExitAsked asked) {
    if (turn.isOnline() && turn.phase() instanceof Alarmed alarmed && alarmed.procedure().done()) {
      turn.answer(asked.ask(), Answer.DONE);
      if (asked.exit() == Machine.AlarmExit.UNLOCK) {
        Origins.placeLost(turn);
      }
      turn.phase(
          new Alarmed(
              alarmed.code(),
              alarmed.frozen(),
              true,
              Procedures.leaveAlarm(alarmed.frozen(), asked.exit())));
    } else if (turn.phase() instanceof Alarmed) {
      turn.refuse(
          asked.ask(),
          "%s has not finished its reset. Ask again in a second.".formatted(turn.name()));
    } else {
      turn.refuse(asked.ask(), "%s is in no alarm to leave.".formatted(turn.name()));
    }
  }
}
