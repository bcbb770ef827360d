package org.vicinal.agent.firmware;

/** What the book of the link has concluded from an answer, or from its absence. */
public sealed interface Outcome {

  /**
   * The firmware took the line.
   *
   * @param freeBlocks moves that its planner then has room for, where it says so, else -1
   */
  record Acknowledged(Command command, int freeBlocks) implements Outcome {
    Acknowledged(Command command) {
      this(command, -1);
    }
  }

  /** The firmware read the line and refused it ({@code error:n}). */
  record Refused(Command command, int code) implements Outcome {}

  /** The firmware read the line and said in words why it did not do it. */
  record Declined(Command command, String why) implements Outcome {}

  /** An answer came that belongs to no line: one was doubled on the wire, or its answer was. */
  record Surplus() implements Outcome {}

  /** The link cannot be trusted or is dead; nothing more may be fed. */
  record Broken(String why) implements Outcome {}
}
