package org.vicinal.agent.stream;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.vicinal.agent.machine.Machine;
import org.vicinal.agent.machine.MachineEvent;
import org.vicinal.agent.machine.MachineListener;
import org.vicinal.agent.recorder.Trouble;

/** The changes of one machine, kept until the person's thread looks. */
final class Attention implements MachineListener, AutoCloseable {
  private final BlockingQueue<MachineEvent.StateChanged> changes = new ArrayBlockingQueue<>(256);
  private final Trouble trouble;
  private volatile @Nullable Machine machine;
  private volatile boolean closed;

  /**
   * @param trouble hears everything too
   */
  Attention(Trouble trouble) {
    this.trouble = trouble;
  }

  /** The machine whose changes come here; before it is started. */
  void look(Machine at) {
    machine = at;
  }

  @Override
  public void on(MachineEvent event) {
    var looked = machine;
    if (looked != null && !closed) {
      trouble.on(event, looked::status);
    }
    if (!closed && event instanceof MachineEvent.StateChanged changed) {
      while (!changes.offer(changed)) {
        changes.poll(); // nobody looks; the newest counts
      }
    }
  }

  /** The next change, null when none comes in time. */
  MachineEvent.@Nullable StateChanged next(long millis) throws InterruptedException {
    return changes.poll(millis, TimeUnit.MILLISECONDS);
  }

  /** Letting go of the port is no news. */
  @Override
  public void close() {
    closed = true;
  }
}
