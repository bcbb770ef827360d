package org.vicinal.agent.machine;

/** What a machine tells the rest of the agent. */
public sealed interface MachineEvent {

  /** The machine's name. */
  String machine();

  /**
   * It is in another state, named as {@link Condition} names them, or something has become known of
   * the state it is in: then both names are the same.
   *
   * @param why for a person: what happened and, where something is wrong, what to do
   */
  record StateChanged(String machine, Condition from, Condition to, String why)
      implements MachineEvent {}

  /**
   * How far a run is; at most one in a second.
   *
   * @param line the last line of the program's file that the firmware has taken, from 1
   * @param lines how many the file has
   */
  record RunProgress(String machine, String runId, long line, long lines) implements MachineEvent {}

  /** A run is over, and its end has been given to the {@link RunLog}. */
  record RunEnded(String machine, String runId, RunEnd end) implements MachineEvent {}
}
