package org.vicinal.agent.firmware;

import java.util.Optional;

/**
 * Whether lines are taken as fast as the link can carry them for a whole minute. A firmware whose
 * planner is full makes the next line wait, as long as a move lasts; who never makes a line wait
 * has made everything there was, and its planner is empty or about to be. So starvation shows also
 * where the firmware does not tell of its planner. A value, fed with one answer after the other.
 *
 * <p>What the link can is learned: the fastest answer of the run, per byte. A line has waited when
 * its answer took more than twice that. Only the time between answers counts that is shorter than a
 * second; heating, a pause or a dwell says nothing.
 *
 * @param fastest nanoseconds per byte of the fastest answer
 * @param spent nanoseconds between answers of the span that is being judged
 * @param waited how many of them belong to lines that waited
 */
record Strain(double fastest, long spent, long waited) {
  static final Strain BEGIN = new Strain(Double.MAX_VALUE, 0, 0);

  /** A span: a minute. */
  static final long SPAN = 60_000_000_000L;

  private static final long LONGEST = 1_000_000_000L;
  private static final int FREE = 10;

  /**
   * After an answer.
   *
   * @param nanos since the answer before
   * @param bytes of the line that was taken
   */
  Strain taken(long nanos, int bytes) {
    if (nanos <= 0 || nanos > LONGEST) {
      return this;
    }
    Strain from = spent >= SPAN ? new Strain(fastest, 0, 0) : this;
    double each = (double) nanos / bytes;
    double best = Math.min(from.fastest, each);
    return new Strain(best, from.spent + nanos, from.waited + (each > 2 * best ? nanos : 0));
  }

  /** What a person should know, when a span has just been judged and was bad. */
  Optional<String> findFault() {
    return spent >= SPAN && waited * 100 < spent * FREE
        ? Optional.of(
            "STARVING: for a minute nearly every line was taken as fast as the link can carry it, so its planner has no reserve and it stutters, or is about to. "
                + Starvation.REMEDY)
        : Optional.empty();
  }
}
