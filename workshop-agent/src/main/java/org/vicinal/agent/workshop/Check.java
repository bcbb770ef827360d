package org.vicinal.agent.workshop;

/** What came of checking a program for one machine. */
public sealed interface Check {
  /** It is being read. */
  record Pending() implements Check {}

  /**
   * It may run.
   *
   * @param seconds planned machine time
   * @param grams of material; 0 for a program that does not say
   * @param lines of the file
   */
  record Passed(double seconds, double grams, long lines) implements Check {
    /** The same, but it takes so much longer. */
    Passed times(double factor) {
      return factor == 1 ? this : new Passed(seconds * factor, grams, lines);
    }
  }

  /** It must not run there; the reason names the line where there is one. */
  record Unfit(String reason) implements Check {}
}
