package org.vicinal.agent.simulation.marlin;

import org.vicinal.agent.simulation.board.Waiting;

/** What Marlin says without being asked: that it is busy, how warm it is, where it is. */
final class Reports {
  private static final long SECOND = 1_000_000_000L;
  private static final long NEVER = Long.MAX_VALUE;

  private final Voice voice;
  private final Printer printer;
  private long busyEvery = 2 * SECOND;
  private long busyAt = NEVER;
  private long temperaturesEvery;
  private long temperaturesAt = NEVER;
  private long positionEvery;
  private long positionAt = NEVER;
  private long heatingAt = NEVER;

  Reports(Voice voice, Printer printer) {
    this.voice = voice;
    this.printer = printer;
  }

  /** As after a reset: what was asked for is forgotten. */
  void restart() {
    busyEvery = 2 * SECOND;
    busyAt = NEVER;
    temperaturesAt = NEVER;
    positionAt = NEVER;
    heatingAt = NEVER;
  }

  void busyEvery(double seconds) {
    busyEvery = (long) (seconds * SECOND);
  }

  void temperaturesEvery(double seconds, long now) {
    temperaturesEvery = (long) (seconds * SECOND);
    temperaturesAt = seconds > 0 ? now + temperaturesEvery : NEVER;
  }

  void positionEvery(double seconds, long now) {
    positionEvery = (long) (seconds * SECOND);
    positionAt = seconds > 0 ? now + positionEvery : NEVER;
  }

  void commandBegins(long now) {
    busyAt = busyEvery > 0 ? now + busyEvery : NEVER;
  }

  void heatingGoesOn(long now) {
    heatingAt = Math.min(heatingAt, now + SECOND);
  }

  void commandEnds() {
    busyAt = NEVER;
    heatingAt = NEVER;
  }

  /** Says what is due. */
  void tell(Waiting.On waiting, long now) {
    if (busyAt <= now) {
      busyAt = now + busyEvery;
      boolean person = waiting == Waiting.On.PERSON;
      voice.say(person ? "echo:busy: paused for user" : "echo:busy: processing");
    }
    if (temperaturesAt <= now) {
      temperaturesAt = now + temperaturesEvery;
      voice.say(" " + printer.temperatures());
    }
    if (positionAt <= now) {
      positionAt = now + positionEvery;
      voice.say(printer.position());
    }
    if (heatingAt <= now) {
      heatingAt = now + SECOND;
      voice.say(" " + printer.temperatures() + " W:" + printer.residency(waiting));
    }
  }

  long wakeAt() {
    return Math.min(Math.min(busyAt, heatingAt), Math.min(temperaturesAt, positionAt));
  }
}
