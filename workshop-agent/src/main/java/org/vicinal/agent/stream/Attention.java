package org.vicinal.agent.stream;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.vicinal.agent.machine.MachineEvent;
import org.vicinal.agent.machine.MachineListener;

/** The changes of one machine, kept until the person's thread looks. */
final class Attention implements MachineListener, AutoCloseable {
  private final BlockingQueue<MachineEvent.StateChanged> changes = new ArrayBlockingQueue<>(256);
  private volatile boolean closed;

  @Override
  public void on(MachineEvent event) {
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
