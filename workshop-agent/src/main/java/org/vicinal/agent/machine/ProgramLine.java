package org.vicinal.agent.machine;

/**
 * A line of a program as it goes out, and where it came from.
 *
 * @param number of the program's file, from 1
 * @param offset how many bytes of the (unpacked) program stand before it
 */
public record ProgramLine(long number, String text, long offset) {

  /** A line whose place in bytes nobody needs. */
  public ProgramLine(long number, String text) {
    this(number, text, 0);
  }
}
