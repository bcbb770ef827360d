package org.vicinal.messages.work;

/** Figures as records of this package take them. */
final class Figure {
  private Figure() {}

  /** Throws unless {@code value} is a number from 0; 0 stands for "not stated". */
  static void fromZero(String what, double value) {
    if (!(value >= 0 && Double.isFinite(value))) {
      throw new IllegalArgumentException(
          "Expected a %s from 0, but found %s.".formatted(what, value));
    }
  }
}
