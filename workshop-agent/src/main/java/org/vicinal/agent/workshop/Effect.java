package org.vicinal.agent.workshop;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.vicinal.agent.machine.Answer;
import org.vicinal.messages.id.Digest;
import org.vicinal.messages.id.LotId;
import org.vicinal.messages.id.MachineId;
import org.vicinal.messages.id.RunId;
import org.vicinal.messages.net.Report;
import org.vicinal.messages.work.FileRef;

/** Something to be done in the world once the facts of its turn are durable. */
public sealed interface Effect {
  /** Hand this report to the broker, after all earlier ones, until it is acknowledged. */
  record Tell(Report report) implements Effect {}

  /** Send this if it goes now; otherwise nobody misses it. */
  record Signal(Report report) implements Effect {}

  /** Fetch a file and see that its content is what its digest says. */
  record Fetch(FileRef file) implements Effect {}

  /** Read a program that is here, for this machine. */
  record CheckProgram(FileRef program, MachineId machine) implements Effect {}

  /** Make a program of a model that is here, and keep it with the other files. */
  record MakeProgram(Slice slice) implements Effect {}

  /** Ask the machine for a run. It will ask back before its first byte. */
  record StartRun(RunId run, MachineId machine, Digest program, long lines) implements Effect {}

  /** The run is in the journal: the first byte may go out. */
  record LetRunBegin(RunId run) implements Effect {}

  /** The first byte must not go out. */
  record ForbidRun(RunId run, String reason) implements Effect {}

  /** The run's end is in the journal: what marks how far it is may go. */
  record ForgetRun(RunId run) implements Effect {}

  /** Tell the machine what a person said. */
  record ConfirmMachine(long ticket, MachineId machine, String who, Instant at, String what)
      implements Effect {}

  /** Answer whoever holds this ticket. */
  record Reply(long ticket, Answer answer) implements Effect {}

  /**
   * A person is needed at this machine; {@code lot} is what waits for it, null when nothing does.
   */
  record AskPerson(MachineId machine, @Nullable LotId lot, String what) implements Effect {}
}
