package org.vicinal.agent.upload;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.vicinal.agent.machine.Answer;
import org.vicinal.agent.workshop.Check;
import org.vicinal.messages.id.MachineId;

/** Where programs of the workshop's own are taken. Any thread. */
public interface Counter {
  /** Reads a program for this machine; takes as long as that takes. */
  Check check(MachineId machine, Path program, String name);

  /**
   * Keeps the program with the other files and puts it into the queue.
   *
   * @throws IOException when it cannot be kept
   */
  CompletableFuture<Answer> take(MachineId machine, Sent sent, Check.Passed check, String who)
      throws IOException;
}
