package org.vicinal.agent.machine;

/**
 * How a run ended. Lines are those of the program's file, counted from 1; {@code line} is the last
 * one that the firmware has acknowledged, 0 for none. Acknowledged is not the same as done: up to a
 * planner full of moves before it may not have been made when a run did not complete.
 */
public sealed interface RunEnd {

  /** The last line the firmware took. */
  long line();

  /** Every line was taken and the machine has come to rest. */
  record Completed(long line) implements RunEnd {}

  /** A person or the workshop's queue ended it; heaters and spindle were turned off. */
  record Cancelled(String reason, long line) implements RunEnd {}

  /** The machine or the program could not go on. */
  record Failed(String reason, long line) implements RunEnd {}

  /** The link or the controller went away in the middle; what the machine did since is unknown. */
  record Interrupted(String reason, long line) implements RunEnd {}
}
