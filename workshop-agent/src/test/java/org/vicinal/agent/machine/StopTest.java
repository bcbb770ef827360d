package org.vicinal.agent.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.vicinal.agent.firmware.Firmware;
import org.vicinal.agent.simulation.FirmwareLine;
import org.vicinal.agent.simulation.board.SimulatedFirmware;
import org.vicinal.agent.simulation.grbl.GrblSwitches;
import org.vicinal.agent.simulation.grbl.SimulatedGrbl;
import org.vicinal.agent.simulation.marlin.MarlinSwitches;
import org.vicinal.agent.simulation.marlin.SimulatedMarlin;

/**
 * A stop reaches the machine although the machine's own thread hangs in somebody else's code, a
 * journal for example, and its mailbox is full.
 */
@Timeout(60)
class StopTest {
  @TempDir Path folder;

  private final Semaphore hanging = new Semaphore(0); // one for each that hangs
  private final CountDownLatch released = new CountDownLatch(1);
  private final BlockingQueue<MachineEvent> events = new LinkedBlockingQueue<>();

  /** A journal that hangs as soon as the first line has been acknowledged. */
  private final RunLog stuck =
      new RunLog() {
        @Override
        public CompletionStage<Optional<String>> starting(RunStart start) {
          return CompletableFuture.completedStage(Optional.empty());
        }

        @Override
        public void acknowledged(String runId, long line, long offset) {
          hanging.release();
          awaitRelease();
        }

        @Override
        public void ended(String runId, RunEnd end) {}
      };

  @Test
  void aPrinterIsKilled() throws Exception {
    stop(Firmware.MARLIN, printer(), "halted");
  }

  @Test
  void aMillIsReset() throws Exception {
    stop(Firmware.GRBL, mill(), "Alarm");
  }

  @Test
  void eightMachinesAreStoppedWhileEveryOneOfTheirThreadsHangs() throws Exception {
    var lines = new ArrayList<FirmwareLine>();
    var machines = new ArrayList<MachineRunner>();
    for (int i = 0; i < 8; i++) {
      var line = new FirmwareLine(i % 2 == 0 ? printer() : mill());
      lines.add(line);
      machines.add(machine(i % 2 == 0 ? Firmware.MARLIN : Firmware.GRBL, line));
    }
    try {
      for (var machine : machines) {
        machine.start();
        awaitReady(machine);
        assertThat(machine.run(new RunRequest("r", program(), 53)).get()).isEqualTo(Answer.DONE);
      }
      assertThat(hanging.tryAcquire(8, 2, TimeUnit.MINUTES)).as("all eight hang").isTrue();
      for (int i = 0; i < 8; i++) {
        var asked = machines.get(i).stopNow();
        awaitStopped(lines.get(i), i % 2 == 0 ? "halted" : "Alarm");
        assertThat(asked).isNotDone();
      }
    } finally {
      released.countDown();
      machines.forEach(MachineRunner::close);
    }
  }

  private static SimulatedFirmware printer() {
    return new SimulatedMarlin(MarlinSwitches.USUAL, new double[] {250, 210, 210}, 1, line -> {});
  }

  private static SimulatedFirmware mill() {
    return new SimulatedGrbl(GrblSwitches.USUAL, new double[] {300, 200, 80}, 1, line -> {});
  }

  private MachineRunner machine(Firmware kind, FirmwareLine line) {
    var settings =
        new MachineSettings("m", "simulated", 115200, kind, MachineLimits.box(250, 210, 210));
    return new MachineRunner(settings, Beginning.CONFIRMED, stuck, events::add, s -> line);
  }

  private Path program() throws IOException {
    return Files.writeString(
        folder.resolve("p.gcode"), "G1 X100 F100\n".repeat(3) + "G1 X0\n".repeat(50));
  }

  private static void awaitStopped(FirmwareLine line, String stopped) {
    while (!line.describe().startsWith(stopped)) {
      LockSupport.parkNanos(1_000_000);
    }
  }

  private void stop(Firmware kind, SimulatedFirmware firmware, String stopped) throws Exception {
    FirmwareLine line = new FirmwareLine(firmware);
    try (var machine = machine(kind, line)) {
      machine.start();
      awaitReady(machine);
      var started = machine.run(new RunRequest("r", program(), 53));
      hanging.acquire();
      for (int i = 0; i < 300; i++) {
        var _ = machine.pause(); // more than the mailbox takes
      }
      var asked = machine.stopNow();
      awaitStopped(line, stopped);
      assertThat(asked).isNotDone();
      released.countDown();
      assertThat(started.get()).isEqualTo(Answer.DONE);
      assertThat(asked.get()).isEqualTo(Answer.DONE);
    }
  }

  private void awaitReady(MachineRunner machine) throws InterruptedException {
    MachineEvent event = events.poll(30, TimeUnit.SECONDS);
    while (!(event instanceof MachineEvent.StateChanged changed)
        || changed.to() != Condition.READY) {
      if (event instanceof MachineEvent.StateChanged found && found.to() == Condition.OCCUPIED) {
        var _ = machine.stock(Workbench.STOCK, "Anna"); // refused by printers
        var _ = machine.confirm("Anna", Instant.EPOCH, "all clear");
      }
      assertThat(event).as("an event before the machine was ready").isNotNull();
      event = events.poll(30, TimeUnit.SECONDS);
    }
  }

  private void awaitRelease() {
    try {
      released.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
