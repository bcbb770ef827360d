package org.vicinal.agent.machine;

import java.time.Instant;
import java.util.List;

/**
 * Something that happens to a machine. {@code now} is in nanoseconds of a clock that only goes
 * forward; {@code ask} names a question that wants an {@link Effect.Reply}.
 */
public sealed interface Input {

  /** When. */
  long now();

  /** The time of {@link MachineState#wakeAt} has come. */
  record Woken(long now) implements Input {}

  record PortOpened(long now) implements Input {}

  record PortLost(long now, String why) implements Input {}

  @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
  record Heard(long now, byte[] bytes) implements Input {}

  record RunAsked(long now, long ask, RunRequest request) implements Input {}

  record CancelAsked(long now, long ask, String reason) implements Input {}

  /** The agent is ending: what runs is made safe and counts as interrupted. */
  record EndAsked(long now) implements Input {}

  /** Stop at once; {@code written} when the bytes have already gone past the queue. */
  record StopAsked(long now, long ask, boolean written) implements Input {}

  record PauseAsked(long now, long ask) implements Input {}

  record ResumeAsked(long now, long ask) implements Input {}

  record Confirmed(long now, long ask, String who, Instant at, String what) implements Input {}

  /** A person says what is fixed on the machine, and where its zero lies. */
  record StockSet(long now, long ask, String who, Stock stock) implements Input {}

  /** A person wants to see the outline of the run that waits for it, or {@code skip}s it. */
  record OutlineAsked(long now, long ask, String who, boolean skip) implements Input {}

  /** A key that drives the tool is down; said again and again while it is. */
  record DriveAsked(long now, long ask, String who, Heading heading) implements Input {}

  /** It is let go; a jog on its way is broken off. */
  record ReleaseAsked(long now, long ask) implements Input {}

  /** Somebody beside the machine wants a line said. */
  record ErrandAsked(long now, long ask, String who, String text) implements Input {}

  /** Somebody wants the tool a short way from here. */
  record JogAsked(long now, long ask, String who, Jog way) implements Input {}

  record AlarmExitAsked(long now, long ask, Machine.AlarmExit exit, String who) implements Input {}

  /** The run is written down. */
  record Journalled(long now, String runId) implements Input {}

  /** The run could not be written down. */
  record NotJournalled(long now, String runId, String why) implements Input {}

  /** The next lines of the program; {@code end} with the last of them. */
  record ProgramRead(long now, String runId, List<ProgramLine> lines, boolean end)
      implements Input {
    public ProgramRead {
      lines = List.copyOf(lines);
    }
  }

  /** It is known where the program goes. */
  record ProgramMeasured(long now, String runId, Reach reach) implements Input {}

  /** The program cannot be read on. */
  record ProgramUnreadable(long now, String runId, String why) implements Input {}
}
