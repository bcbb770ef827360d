package org.vicinal.coordinator.engine;

import java.util.List;
import java.util.function.DoubleSupplier;

/** How the engine is, for whoever runs it. Safe for any number of threads. */
public interface Vitals {
  /** The broker answers; waits up to two seconds for it. */
  Check broker();

  /** Commands are decided. */
  Check deciders();

  /** Workshops are heard and told. */
  Check border();

  /** What can be measured, always the same list. */
  List<Figure> figures();

  /**
   * What one look found.
   *
   * @param says for a steward: what was found, and when it is not well what to do
   */
  record Check(boolean well, String says) {
    static Check well(String says) {
      return new Check(true, says);
    }

    static Check ill(String says) {
      return new Check(false, says);
    }
  }

  /**
   * Something that goes up and down.
   *
   * @param name with its unit at the end, such as {@code deciders.behind.records}
   * @param what it is, in a sentence
   * @param now reads it, at once; NaN while it is not known
   */
  record Figure(String name, String what, DoubleSupplier now) {}
}
