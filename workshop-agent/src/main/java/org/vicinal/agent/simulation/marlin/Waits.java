package org.vicinal.agent.simulation.marlin;

import org.vicinal.agent.simulation.board.Waiting;
import org.vicinal.agent.simulation.board.Waiting.On;

/** When what a command waits for is over. */
record Waits(Printer printer, double speed) {
  private static final long SECOND = 1_000_000_000L;
  private static final long MILLI = 1_000_000L;
  private static final long NEVER = Long.MAX_VALUE;

  static boolean heats(On what) {
    return what == On.HOTEND || what == On.BED;
  }

  boolean over(Waiting what, long clock) {
    if (what.on() == On.REST) {
      printer.moves.hurry(clock);
    }
    return switch (what.on()) {
      case NOTHING -> true;
      case TIME -> clock >= what.until();
      case ROOM -> !printer.moves.full();
      case REST -> printer.moves.isEmpty();
      case HOTEND, BED -> printer.soaked(what.on());
      case PERSON -> false;
    };
  }

  /** When to look again; never where the planner or a person ends it. */
  long endOf(Waiting what, long clock) {
    return switch (what.on()) {
      case NOTHING -> clock;
      case TIME -> what.until();
      case HOTEND, BED -> clock + soon(0.5, 20);
      case ROOM, REST, PERSON -> NEVER;
    };
  }

  /** This many seconds of the machine, but not more often than so many milliseconds. */
  long soon(double machineSeconds, long millis) {
    return Math.max((long) (machineSeconds / speed * SECOND), millis * MILLI);
  }
}
