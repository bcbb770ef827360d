package org.vicinal.gcode;

import java.io.IOException;

/**
 * A program has a line that must not go to a machine of this dialect. The message quotes it and
 * says what to do.
 */
public final class WireRefusal extends IOException {
  private static final long serialVersionUID = 1;
  private final long sourceLine;

  WireRefusal(long sourceLine, String message) {
    super("Line " + sourceLine + ": " + message);
    this.sourceLine = sourceLine;
  }

  /** The line of the program, from 1. */
  public long sourceLine() {
    return sourceLine;
  }
}
