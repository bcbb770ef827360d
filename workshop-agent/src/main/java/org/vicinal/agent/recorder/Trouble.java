package org.vicinal.agent.recorder;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vicinal.agent.machine.Condition;
import org.vicinal.agent.machine.MachineEvent;
import org.vicinal.agent.machine.MachineStatus;

/**
 * Listens to one machine, notes its changes beside the traffic, and has the black box written when
 * something went wrong; on a thread of its own.
 */
public final class Trouble implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Trouble.class);

  private final String machine;
  private final Recorder recorder;
  private final BlackBox box;
  private final BiConsumer<String, Path> written;
  private final ExecutorService disk =
      Executors.newSingleThreadExecutor(Thread.ofVirtual().factory());

  /**
   * @param written hears why and where a file was written
   */
  public Trouble(
      String machine, Recorder recorder, BlackBox box, BiConsumer<String, Path> written) {
    this.machine = machine;
    this.recorder = recorder;
    this.box = box;
    this.written = written;
  }

  /** Takes note of what a machine tells. Returns at once. */
  public void on(MachineEvent event, Supplier<MachineStatus> status) {
    if (event instanceof MachineEvent.StateChanged changed) {
      recorder.note("%s -> %s: %s".formatted(changed.from(), changed.to(), changed.why()));
      if (isWrong(changed)) {
        disk.execute(() -> write(changed, status.get()));
      }
    }
  }

  /** A machine that was never there, or is let go, is nothing to explain. */
  private static boolean isWrong(MachineEvent.StateChanged changed) {
    return switch (changed.to()) {
      case FAULTED, ALARM -> true;
      case ABSENT ->
          changed.from() != Condition.OPENING && !changed.why().contains("has let go of");
      default -> false;
    };
  }

  private void write(MachineEvent.StateChanged changed, MachineStatus status) {
    try {
      var file = box.write(machine, describe(changed, status), recorder);
      written.accept(changed.why(), file);
    } catch (IOException e) {
      LOG.warn("The record of {} could not be written: {}", machine, e.getMessage());
    }
  }

  private static List<String> describe(MachineEvent.StateChanged changed, MachineStatus status) {
    return List.of(
        "machine %s at %s".formatted(status.machine(), status.port()),
        "state %s -> %s: %s".formatted(changed.from(), changed.to(), changed.why()),
        "firmware " + status.firmware(),
        "reading " + status.reading(),
        "run " + status.run().map(Object::toString).orElse("none"),
        "counters " + status.counters());
  }

  @Override
  public void close() {
    disk.shutdown();
    try {
      var _ = disk.awaitTermination(2, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
