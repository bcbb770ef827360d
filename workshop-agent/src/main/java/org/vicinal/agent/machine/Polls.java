package org.vicinal.agent.machine;

import org.vicinal.agent.firmware.Command;
import org.vicinal.agent.firmware.StatusReport;

/** Asking a machine how it is, and noticing when it no longer says. */
final class Polls {
  private static final long MILLI = 1_000_000L;
  private static final long HOLDING = 50 * MILLI;
  private static final long MOVING = 250 * MILLI;
  private static final long RESTING = 1000 * MILLI;
  private static final long TEMPERATURES = 5000 * MILLI;
  private static final long CARD = 10_000 * MILLI;
  private static final String STATUS = "M409 K\"state.status\"";

  /** So many reports in a row, because the first may have been on its way when it was let go on. */
  private static final int HELD = 3;

  private Polls() {}

  static void run(Turning turn) {
    boolean owed = turn.link().polling().first() && turn.hasRoomFor("M105");
    if (!(owed || turn.link().polling().due(turn.now())) || !mayAsk(turn)) {
      return;
    }
    if (turn.firmware().numbered()) {
      temperatures(turn);
    } else {
      report(turn);
    }
  }

  /** Nothing goes to a machine in alarm, or to one that has not said that it is there. */
  private static boolean mayAsk(Turning turn) {
    return switch (turn.phase()) {
      case Alarmed alarmed -> later(turn);
      case Phase.Faulted faulted -> later(turn);
      case Phase.Greeting greeting -> later(turn);
      default -> !restarting(turn) || later(turn);
    };
  }

  private static boolean later(Turning turn) {
    turn.polling(turn.link().polling().later(turn.now() + RESTING));
    return false;
  }

  private static boolean restarting(Turning turn) {
    return turn.phase() instanceof Phase.Proceeding proceeding
        && !proceeding.procedure().done()
        && proceeding.procedure().step() instanceof Step.Restart;
  }

  /** Automatic reports come by themselves; without them M105 is asked, one at a time. */
  private static void temperatures(Turning turn) {
    Watches.silence(turn);
    Telemetry told = turn.link().telemetry();
    boolean silent = turn.now() - told.heardAt() > TEMPERATURES;
    boolean automatic = told.can("AUTOREPORT_TEMP");
    boolean others = turn.firmware().reprap() && withoutRun(turn);
    if (others && turn.now() - told.warmth().toldAt() < TEMPERATURES && turn.hasRoomFor(STATUS)) {
      turn.send(Command.host(STATUS)); // its card, its page and its panel may be at work with it
    } else if (marlinWithoutRun(turn, told)) {
      turn.send(Command.host("M27")); // somebody may print from its card
    } else if ((silent || !automatic) && turn.hasRoomFor("M105") && free(turn)) {
      turn.send(Command.host("M105"));
    } else if ((silent || !automatic) && turn.phase() instanceof Phase.Streaming) {
      turn.polling(turn.link().polling().owed(turn.now() + HOLDING)); // before the next line
      return;
    }
    if (turn.isOnline()) {
      long interval = others ? TEMPERATURES / 2 : withoutRun(turn) ? CARD : TEMPERATURES;
      turn.polling(turn.link().polling().later(turn.now() + interval));
    }
  }

  private static boolean marlinWithoutRun(Turning turn, Telemetry told) {
    return !turn.firmware().reprap()
        && withoutRun(turn)
        && told.can("AUTOREPORT_TEMP")
        && !told.can("AUTOREPORT_SD_STATUS")
        && turn.hasRoomFor("M27");
  }

  private static boolean withoutRun(Turning turn) {
    return turn.phase() instanceof Phase.Ready
        || turn.phase() instanceof Phase.Occupied
        || turn.phase() instanceof Phase.Taken;
  }

  /** Not between the steps of a procedure, which waits for its own answers. */
  private static boolean free(Turning turn) {
    return !(turn.phase() instanceof Phase.Proceeding proceeding)
        || proceeding.procedure().done()
        || proceeding.procedure().step() instanceof Step.Warm;
  }

  private static void report(Turning turn) {
    Polling asked = turn.link().polling().asked(turn.now());
    if (asked.missed() >= Polling.MISSES) {
      turn.polling(asked.later(turn.now() + RESTING));
      Outcomes.broken(
          turn, "the controller has not answered %d status questions".formatted(Polling.MISSES));
      return;
    }
    turn.polling(asked);
    turn.urgent(Realtime.report(turn));
  }

  static void status(Turning turn, StatusReport report) {
    turn.polling(turn.link().polling().answered(turn.now() + interval(turn)));
    Watches.planner(turn, report);
    Jogs.reported(turn, report);
    boolean moves =
        report.state().equals("Run")
            || report.state().equals("Jog")
            || report.state().equals("Home");
    if (moves) {
      Listening.usedByOther(turn, "Somebody moves the machine.");
    } else if (report.idle() && turn.phase() instanceof Phase.Taken) {
      standsAgain(turn);
    } else if (report.state().equals("Alarm")) {
      foundLocked(turn, false, "The controller is locked.");
    } else if (report.state().equals("Sleep")) {
      foundLocked(turn, true, "The controller sleeps ($SLP): its motors have let go.");
    } else if (turn.phase() instanceof Phase.Greeting && !report.idle() && report.still()) {
      turn.become( // no line is read in a hold, so it cannot be asked who it is
          new Phase.Taken(),
          "The machine was found in %s: somebody's work may be paused. Resume or stop it, there or here."
              .formatted(report.state()));
    } else if (turn.link().telemetry().held() >= HELD) {
      if (report.state().equals("Check")) {
        checksElsewhere(turn);
      } else {
        heldElsewhere(turn, report.state());
      }
    }
  }

  /** A person's $C, or a byte that noise has made one of: lines are read, and nothing moves. */
  private static void checksElsewhere(Turning turn) {
    String why = "The controller has gone into its check mode ($C), in which nothing moves.";
    switch (turn.phase()) {
      case Rehearsing ours -> {
        // we have asked it to
      }
      case Phase.Working run ->
          turn.abandon(run.run(), Ending.failed(why + " Look at it, then begin anew."));
      default -> Listening.usedByOther(turn, why + " Send $C again, there or here, to leave it.");
    }
  }

  /**
   * A button at the machine, an opened door, or a byte that noise has made: a person sees to it.
   */
  private static void heldElsewhere(Turning turn, String state) {
    String why = "The machine itself has gone into %s.".formatted(state);
    switch (turn.phase()) {
      case Phase.Holding already -> {
        // known
      }
      case Phase.Draining draining when draining.ending().kind() != Ending.Kind.COMPLETED -> {
        // its own hold
      }
      case Phase.Halted halted when halted.procedure().done() -> {
        // stands anyway; seen again when it is to go on
      }
      case Phase.Streaming streaming -> goesOnLater(turn, streaming.run(), why);
      case Phase.Draining draining -> goesOnLater(turn, draining.run(), why);
      case Phase.Working between ->
          turn.abandon(
              between.run(), Ending.failed(why + " Look at it, close its door, then begin anew."));
      default ->
          Listening.usedByOther(
              turn, why + " Look at it and close its door, then resume it there or here.");
    }
  }

  private static void goesOnLater(Turning turn, Run run, String why) {
    Pauses.heldElsewhere(turn, run, why + " Look at it, close its door, then resume.");
  }

  /** Who could not be asked while it was used is asked now. */
  private static void standsAgain(Turning turn) {
    if (turn.link().telemetry().known().settings().isEmpty()) {
      turn.become(Connecting.greeting(turn, true), "The machine stands again; who is it?");
    } else {
      turn.become(new Phase.Occupied(), "The machine stands again.");
    }
  }

  /**
   * @param frozen whether only a reset is read
   */
  private static void foundLocked(Turning turn, boolean frozen, String what) {
    switch (turn.phase()) {
      case Alarmed already -> {
        // known
      }
      case Phase.Greeting greeting when !frozen -> {
        // told when the greeting is over
      }
      default -> {
        turn.breakOff(Ending.failed(what + " No alarm was heard."));
        turn.standing(turn.standing().confirmed(false));
        turn.become(new Alarmed(0, frozen), what + " Look at the machine, then home or unlock it.");
      }
    }
  }

  private static long interval(Turning turn) {
    return switch (turn.phase()) {
      case Driving driving -> HOLDING;
      case Phase.Proceeding proceeding when !proceeding.procedure().done() -> HOLDING;
      case Phase.Working working -> MOVING;
      default -> RESTING;
    };
  }
}
