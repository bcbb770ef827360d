package org.vicinal.agent.stream;

/** Where in its program a run begins. */
public sealed interface Start {

  /** At the first line. */
  record Beginning() implements Start {}

  /** At the last safe line that is not after this one, counted from 1. */
  record Line(long number) implements Start {
    public Line {
      if (number < 1) {
        throw new IllegalArgumentException("Expected a line from 1 on, found " + number);
      }
    }
  }

  /** Where the last run on this port broke off, as far as its book knows. */
  record BrokenOff() implements Start {}

  /** At the first line, as a value. */
  Start BEGINNING = new Beginning();
}
