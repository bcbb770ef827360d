package org.vicinal.agent.machine;

/** Something a machine wants done by the thread that owns it. */
public sealed interface Effect {

  record OpenPort() implements Effect {}

  record ClosePort() implements Effect {}

  /** Bytes for the port, in one piece. */
  @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
  record Write(byte[] bytes) implements Effect {}

  /** Bytes for the port, before everything that waits. */
  @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
  record WriteUrgent(byte[] bytes) implements Effect {}

  /** Write the run down; answered by {@link Input.Journalled} or {@link Input.NotJournalled}. */
  record Journal(RunStart start) implements Effect {}

  /** This line of the program is about to go out; the firmware may take it from now on. */
  record Sent(String runId, long line) implements Effect {}

  /** The firmware has taken this line, before which so many bytes of the program stand. */
  record Acknowledged(String runId, long line, long offset) implements Effect {}

  record Ended(String runId, RunEnd end) implements Effect {}

  /**
   * Read on in the program, from its beginning when it was not being read; answered by {@link
   * Input.ProgramRead} or {@link Input.ProgramUnreadable}.
   */
  record Read(RunRequest request) implements Effect {}

  /** Work out where the program goes; answered by {@link Input.ProgramMeasured}. */
  record Measure(RunRequest request) implements Effect {}

  record Tell(MachineEvent event) implements Effect {}

  record Reply(long ask, Answer answer) implements Effect {}
}
