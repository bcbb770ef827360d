package org.vicinal.agent.machine;

import java.util.concurrent.locks.LockSupport;

/**
 * How long a machine's thread sleeps between two looks at its port, so that a fast link is quick, a
 * slow one costs little and an idle one nothing. One thread.
 *
 * <p>While an answer is due it learns how long answers take here (at 115200 baud the wire alone
 * needs 3 ms for a line and its answer) and sleeps through most of that; then it looks again after
 * a sixteenth of what it has waited, so that it is late by a few parts in a hundred at most.
 *
 * <p>A look costs some microseconds. A sleep lasts longer than it was asked to: by some
 * microseconds on a busy machine, by nearly a tenth of a millisecond where the processor has to
 * wake up first. So it learns that, too, asks for less, and does not sleep at all where answers
 * come sooner than a sleep would end.
 */
final class Pace {
  private static final long SHORTEST = 50_000;
  private static final long IDLE_LONGEST = 10_000_000;

  /** Never asleep for longer while an answer is due: the next may come much sooner. */
  private static final long DUE_LONGEST = 1_500_000;

  /** Never looks for longer without a sleep: a hundredth of a core at a hundred lines a second. */
  private static final long AWAKE_LONGEST = 100_000;

  private long typical;
  private long oversleep;
  private long foundAt;
  private int quiet;

  /** Rests after a look that found nothing; an input dropped into the mailbox ends the rest. */
  void rest(boolean foundNothing, MachineState state, long now) {
    if (!foundNothing) {
      learn(now - foundAt);
      foundAt = now;
      quiet = 0;
      return;
    }
    quiet++;
    boolean due = state instanceof MachineState.Online online && !online.link().sender().settled();
    long rest = due ? whileDue(now - foundAt) : Math.min(IDLE_LONGEST, SHORTEST * quiet);
    long asked = Math.min(untilWake(state, now), rest);
    if (asked <= 0) {
      Thread.onSpinWait();
      return;
    }
    LockSupport.parkNanos(asked);
    if (due) {
      long over = System.nanoTime() - now - asked; // negative when an input ended the rest
      oversleep += (Math.clamp(over, 0, DUE_LONGEST) - oversleep) / 8;
    }
  }

  /** Quickly down, slowly up: waking early costs a look, waking late holds the machine up. */
  private void learn(long took) {
    typical =
        took < typical
            ? (typical + took) / 2
            : typical + Math.min(took - typical, IDLE_LONGEST) / 16;
  }

  private long whileDue(long waited) {
    long surely = typical - typical / 5 - oversleep;
    if (waited < surely) {
      return Math.min(surely - waited, DUE_LONGEST);
    }
    if (typical < AWAKE_LONGEST + oversleep && waited < AWAKE_LONGEST) {
      return 0;
    }
    return Math.clamp(waited / 16 - oversleep, SHORTEST, DUE_LONGEST);
  }

  private static long untilWake(MachineState state, long now) {
    long at = state.wakeAt();
    return at == Long.MAX_VALUE ? Long.MAX_VALUE : at - now;
  }
}
