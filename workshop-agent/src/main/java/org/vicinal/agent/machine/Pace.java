package org.vicinal.agent.machine;

import java.util.concurrent.locks.LockSupport;

/**
 * How long a machine's thread sleeps between two looks at its port: not at all while an answer has
 * just become due, then longer and longer, so that a fast link is quick and an idle one costs
 * nothing. One thread.
 */
final class Pace {
  private static final long SHORTEST = 40_000;
  private static final long BUSY_LONGEST = 1_000_000;
  private static final long IDLE_LONGEST = 10_000_000;
  private static final int SPINS = 20;

  private int quiet;

  /** Rests after a look that found nothing; an input dropped into the mailbox ends the rest. */
  void rest(boolean foundNothing, MachineState state, long now) {
    if (!foundNothing) {
      quiet = 0;
      return;
    }
    quiet++;
    boolean due = state instanceof MachineState.Online online && !online.link().sender().settled();
    if (due && quiet < SPINS) {
      LockSupport.parkNanos(1); // gives the core away for a moment, no more
      return;
    }
    long longest = due ? BUSY_LONGEST : IDLE_LONGEST;
    long rest = Math.min(longest, SHORTEST << Math.min(quiet / 8, 10));
    LockSupport.parkNanos(Math.max(1, Math.min(untilWake(state, now), rest)));
  }

  private static long untilWake(MachineState state, long now) {
    long at = state.wakeAt();
    return at == Long.MAX_VALUE ? Long.MAX_VALUE : at - now;
  }
}
