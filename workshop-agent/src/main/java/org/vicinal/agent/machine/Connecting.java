package org.vicinal.agent.machine;

import java.util.Optional;

/** The port: found, opened, lost, and looked for again. */
final class Connecting {
  private static final long SECOND = 1_000_000_000L;
  private static final int SLOWEST = 10;

  private Connecting() {}

  static void woken(Turning turn) {
    switch (turn.state()) {
      case MachineState.Absent absent -> {
        if (turn.now() >= absent.retryAt()) {
          open(turn, absent.tries());
        }
      }
      case MachineState.Opening opening -> {
        // the answer comes by itself
      }
      case MachineState.Online online -> {
        turn.turnPage(turn.link().sender().wake(turn.now()));
      }
    }
  }

  static void open(Turning turn, int tries) {
    turn.become(
        new MachineState.Opening(turn.standing().openedAgain(), tries),
        "Opening %s.".formatted(turn.standing().settings().port()));
    turn.effect(new Effect.OpenPort());
  }

  static void opened(Turning turn) {
    if (!(turn.state() instanceof MachineState.Opening opening)) {
      turn.effect(new Effect.ClosePort());
      return;
    }
    Link link = Link.begin(turn.firmware(), turn.now());
    turn.become(
        new MachineState.Online(opening.standing(), link, greeting(turn, false)),
        "Asking the firmware who it is.");
  }

  static Phase greeting(Turning turn, boolean booted) {
    return new Phase.Greeting(
        Procedures.greeting(turn.firmware(), booted, turn.standing().unsafe()));
  }

  /** The port is gone, or could not be opened. It is tried again, less and less often. */
  static void lost(Turning turn, String why) {
    int tries = turn.state() instanceof MachineState.Opening opening ? opening.tries() + 1 : 0;
    lost(turn, why, tries, SECOND * Math.min(tries + 1, SLOWEST));
  }

  private static void lost(Turning turn, String why, int tries, long delay) {
    Optional<Run> run = turn.state().findRun();
    turn.breakOff(Ending.interrupted(why));
    Standing standing = turn.standing();
    if (turn.isOnline()) {
      turn.effect(new Effect.ClosePort());
      standing = standing.after(turn.link().sender().tally());
    }
    if (run.isPresent()) {
      standing = standing.unsafe(true);
    }
    turn.become(new MachineState.Absent(standing, turn.now() + delay, tries), why);
  }

  /** Closes the port and opens it again, which is all that helps against a controller gone mute. */
  static void reopen(Turning turn, String why) {
    lost(turn, why);
  }

  /** The same because somebody beside it has said so; a driver wants a moment between. */
  static void openAnew(Turning turn, String why) {
    lost(turn, why, 0, SECOND / 8);
  }
}
