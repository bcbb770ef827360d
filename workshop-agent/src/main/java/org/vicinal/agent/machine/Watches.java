package org.vicinal.agent.machine;

import java.util.Optional;
import org.vicinal.agent.firmware.HeatWatch;
import org.vicinal.agent.firmware.Outcome;
import org.vicinal.agent.firmware.Sender.Tally;
import org.vicinal.agent.firmware.StatusReport;
import org.vicinal.agent.firmware.Supply;

/**
 * What is looked after while a machine works: heaters that disobey, reports that end, bad links.
 */
final class Watches {

  /** So many lines are judged together. */
  private static final long SPAN = 1000;

  /** Of them in a hundred, more resends than this are shown to a person. */
  private static final long DOUBTFUL = 1;

  /** More than this, and a pair of damages that the checksum cannot see is to be expected. */
  private static final long UNFIT = 5;

  /** A firmware that reports by itself does so every two seconds, whatever it is at. */
  private static final long MUTE = 60_000_000_000L;

  private Watches() {}

  /** A report has come. */
  static void warmth(Turning turn) {
    if (turn.phase() instanceof Phase.Faulted) {
      return;
    }
    turn.link().telemetry().danger().ifPresent(danger -> act(turn, danger));
  }

  /** Who heats against orders is killed; who does not heat can still be cooled in order. */
  private static void act(Turning turn, HeatWatch.Danger danger) {
    if (danger.uncontrolled()) {
      turn.effect(new Effect.WriteUrgent(Stop.bytes(turn.firmware())));
      turn.effect(new Effect.WriteUrgent(Stop.again(turn.firmware())));
      turn.breakOff(Ending.failed(danger.words()));
      turn.standing(turn.standing().confirmed(false));
      turn.fault(
          danger.words()
              + " The firmware was stopped. Switch the machine off at its power switch and look at"
              + " heater and sensor.");
    } else if (turn.phase() instanceof Phase.Working working
        && !(working instanceof Phase.Draining)) {
      turn.abandon(
          working.run(), Ending.failed(danger.words() + " Look at the heater and its cable."));
    }
  }

  /** Heaters are on, and nobody says how warm they are. */
  static void silence(Turning turn) {
    Telemetry told = turn.link().telemetry();
    boolean due = told.warmth().toldAt() != 0 && turn.now() - told.warmth().toldAt() > MUTE;
    if (due
        && told.can("AUTOREPORT_TEMP")
        && turn.phase() instanceof Phase.Working working
        && !(working instanceof Phase.Draining)) {
      turn.abandon(
          working.run(),
          Ending.failed(
              "Temperatures have not been reported for %d s. Look at the machine."
                  .formatted((turn.now() - told.warmth().toldAt()) / 1_000_000_000L)));
    }
  }

  /** A report of GRBL's has come while lines are being made: does the planner run empty? */
  static void planner(Turning turn, StatusReport report) {
    if (turn.phase() instanceof Phase.Streaming streaming
        && !streaming.run().feed().finished()
        && turn.link().sender().wantsMotion()) {
      int blocks = turn.link().telemetry().known().blocks();
      fed(turn, streaming, streaming.run().supply().reported(report, blocks));
    }
  }

  /** A printer has taken a line: did it have to wait for it? */
  static void supply(Turning turn, Outcome.Acknowledged line) {
    if (turn.firmware().numbered()
        && turn.phase() instanceof Phase.Streaming streaming
        && !streaming.run().feed().finished()) {
      int blocks = turn.link().telemetry().known().blocks();
      fed(turn, streaming, streaming.run().supply().taken(line, blocks, turn.now()));
    }
  }

  private static void fed(Turning turn, Phase.Streaming streaming, Supply now) {
    Optional<String> fault = now.findFault();
    turn.phase(streaming.with(streaming.run().fed(fault.isEmpty() ? now : now.asTold())));
    fault.ifPresent(turn::note);
  }

  /** A line of the program has been taken: is the link good enough to go on? */
  static void link(Turning turn) {
    if (!(turn.phase() instanceof Phase.Streaming streaming)) {
      return;
    }
    Run run = streaming.run();
    Tally now = turn.link().sender().tally();
    long lines = now.lines() - run.link().lines();
    if (lines < 0) {
      turn.phase(streaming.with(run.judged(now))); // the book began anew
    } else if (lines >= SPAN) {
      Run judged = run.judged(now);
      turn.phase(streaming.with(judged));
      judge(turn, judged, now.resends() - run.link().resends(), lines);
    }
  }

  private static void judge(Turning turn, Run run, long resends, long lines) {
    String told =
        "The link to %s damages lines: %d of the last %d had to be sent again"
            .formatted(turn.name(), resends, lines);
    if (resends * 100 > lines * UNFIT) {
      turn.abandon(
          run,
          Ending.failed(
              told
                  + ", so many that some may have passed the checksum. Use another cable, shorter"
                  + " and away from motors."));
    } else if (resends * 100 > lines * DOUBTFUL) {
      Pauses.attend(
          turn,
          run,
          Phase.Stance.ASIDE,
          told + ". Use a shorter cable, away from motors. Resume if you accept the risk.");
    }
  }
}
