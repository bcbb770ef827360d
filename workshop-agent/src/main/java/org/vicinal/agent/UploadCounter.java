package org.vicinal.agent;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.vicinal.agent.machine.Answer;
import org.vicinal.agent.network.FileShelf;
import org.vicinal.agent.upload.Counter;
import org.vicinal.agent.upload.Sent;
import org.vicinal.agent.workshop.Check;
import org.vicinal.agent.workshop.WorkshopInput;
import org.vicinal.messages.id.MachineId;
import org.vicinal.messages.work.FileRef;

/**
 * Takes the workshop's own programs: read one at a time, so that machines that stream keep a core.
 */
final class UploadCounter implements Counter {
  private final WorkshopLoop loop;
  private final Hands hands;
  private final FileShelf files;
  private final Function<MachineId, @Nullable MachineEntry> entries;
  private final Semaphore reading = new Semaphore(1);

  UploadCounter(
      WorkshopLoop loop,
      Hands hands,
      FileShelf files,
      Function<MachineId, @Nullable MachineEntry> entries) {
    this.loop = loop;
    this.hands = hands;
    this.files = files;
    this.entries = entries;
  }

  @Override
  public Check check(MachineId machine, Path program, String name) {
    var entry = entries.apply(machine);
    if (entry == null) {
      return new Check.Unfit(machine + " is no longer in this workshop.");
    }
    reading.acquireUninterruptibly();
    try {
      return ProgramReader.read(program, name, entry.limits());
    } finally {
      reading.release();
    }
  }

  @Override
  public CompletableFuture<Answer> take(
      MachineId machine, Sent sent, Check.Passed check, String who) throws IOException {
    var entry = entries.apply(machine);
    if (entry == null) {
      return CompletableFuture.completedFuture(
          new Answer.Refused(machine + " is no longer in this workshop."));
    }
    files.keep(sent.file(), sent.digest());
    var program =
        new FileRef(sent.name(), FileRef.Role.PROGRAM, sent.digest(), sent.bytes(), entry.family());
    var answer = new CompletableFuture<Answer>();
    loop.put(
        new WorkshopInput.OwnProgramCame(
            loop.now(), hands.ticket(answer), who, machine, program, check));
    return answer;
  }
}
