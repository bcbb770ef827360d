package org.vicinal.agent.machine;

/** What became of something asked of a machine. */
public sealed interface Answer {

  /** It was done, or has been begun. */
  record Done() implements Answer {}

  /** It was not, and nothing has changed. */
  record Refused(String reason) implements Answer {}

  /** Done, as a value. */
  Answer DONE = new Done();
}
