package org.vicinal.agent.workshop;

import java.time.Instant;
import java.util.Map;
import org.vicinal.agent.machine.Answer;
import org.vicinal.agent.machine.Condition;
import org.vicinal.agent.machine.RunEnd;
import org.vicinal.messages.id.Digest;
import org.vicinal.messages.id.MachineId;
import org.vicinal.messages.id.RunId;
import org.vicinal.messages.net.Call;
import org.vicinal.messages.net.Instruction;
import org.vicinal.messages.work.FileRef;

/** Something the workshop hears, with the time of its own clock. */
public sealed interface WorkshopInput {
  /** When it was heard. */
  Instant at();

  /**
   * The agent has started; always the first input.
   *
   * @param lines how far each run had come that the journal holds as begun
   */
  record Started(Instant at, Map<RunId, Long> lines) implements WorkshopInput {}

  /** A call for bids. */
  record CallHeard(Instant at, String partition, long offset, Call call) implements WorkshopInput {}

  /** Something the coordinator says to this workshop alone. */
  record InstructionHeard(Instant at, String partition, long offset, Instruction instruction)
      implements WorkshopInput {}

  /** The broker has a report, appended at {@code appendedAt} by its own clock. */
  record ReportDelivered(Instant at, long sequence, Instant appendedAt) implements WorkshopInput {}

  /** A file has come and is what it should be. */
  record FileCame(Instant at, Digest digest) implements WorkshopInput {}

  /** A file has not come. {@code again}: another try may help. */
  record FileMissed(Instant at, Digest digest, String reason, boolean again)
      implements WorkshopInput {}

  /** A program has been checked for a machine. */
  record ProgramChecked(Instant at, Digest digest, MachineId machine, Check check)
      implements WorkshopInput {}

  /** A program has been made here, and lies with the other files. */
  record ProgramMade(Instant at, Slice slice, Digest digest, long bytes) implements WorkshopInput {}

  /** No program came of a model. {@code again}: another time one might. */
  record ProgramNotMade(Instant at, Slice slice, String reason, boolean again)
      implements WorkshopInput {}

  /** A machine is in another condition. */
  record MachineChanged(Instant at, MachineId machine, Condition condition, String why)
      implements WorkshopInput {}

  /** How far a run is. */
  record RunProgressed(Instant at, RunId run, long line, long lines) implements WorkshopInput {}

  /** The machine is about to send the first byte, and waits to be let. */
  record RunStarting(Instant at, RunId run) implements WorkshopInput {}

  /** The machine did not take the run. No byte was sent. */
  record RunRefused(Instant at, RunId run, String reason) implements WorkshopInput {}

  /** The run is over. */
  record RunOver(Instant at, RunId run, RunEnd end) implements WorkshopInput {}

  /**
   * A person says that a machine may be used.
   *
   * @param ticket who waits for the answer
   */
  record PersonConfirmed(Instant at, long ticket, MachineId machine, String who, String what)
      implements WorkshopInput {}

  /**
   * A person says something about a call or a lot.
   *
   * @param ticket who waits for the answer
   */
  record PersonSaid(Instant at, long ticket, String who, Say say) implements WorkshopInput {}

  /**
   * Somebody here wants this program made for the workshop itself. It lies with the other files and
   * has passed the checks for the machine.
   *
   * @param ticket who waits for the answer
   */
  record OwnProgramCame(
      Instant at, long ticket, String who, MachineId machine, FileRef program, Check.Passed check)
      implements WorkshopInput {}

  /** What the machine said to the confirmation. */
  record ConfirmationAnswered(Instant at, long ticket, MachineId machine, Answer answer)
      implements WorkshopInput {}

  /** The workshop has other machines from now on. */
  record MachinesRevised(Instant at, WorkshopSettings settings) implements WorkshopInput {}

  /** Nothing but time has passed. */
  record ClockTicked(Instant at) implements WorkshopInput {}
}
