package org.vicinal.agent.machine;

/**
 * When the machine was last asked how it is.
 *
 * @param nextAt when to ask again
 * @param askedAt when an answer began to be owed; 0 while none is
 * @param missed how many questions in a row had no answer
 * @param first whether a printer's question has found no room and goes before the next line
 */
record Polling(long nextAt, long askedAt, int missed, boolean first) {

  /** GRBL answers within milliseconds; two seconds of silence mean that the question was lost. */
  static final long OWED = 2_000_000_000L;

  /** So many questions without an answer, and the controller is not there. */
  static final int MISSES = 4;

  static Polling begin(long now) {
    return new Polling(now, 0, 0, false);
  }

  long wakeAt() {
    return askedAt == 0 ? nextAt : Math.max(nextAt, askedAt + OWED);
  }

  boolean due(long now) {
    return now >= wakeAt();
  }

  Polling asked(long now) {
    return new Polling(now, now, askedAt == 0 ? missed : missed + 1, false);
  }

  Polling answered(long next) {
    return new Polling(next, 0, 0, false);
  }

  /** Without expecting an answer of its own. */
  Polling later(long next) {
    return new Polling(next, 0, missed, false);
  }

  /** There was no room for the question. */
  Polling owed(long next) {
    return new Polling(next, 0, missed, true);
  }
}
