package org.vicinal.agent.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
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

/** A stop reaches the machine although the machine's own thread hangs in somebody else's code. */
@Timeout(60)
class StopTest {
  @TempDir Path folder;

  private final CountDownLatch hanging = new CountDownLatch(1);
  private final CountDownLatch released = new CountDownLatch(1);
  private final BlockingQueue<MachineEvent> events = new LinkedBlockingQueue<>();

  /** A journal that hangs as soon as the first line has been acknowledged. */
  private final RunLog stuck =
      new RunLog() {
        @Override
        public void starting(RunStart start) {}

        @Override
        public void acknowledged(String runId, long line) {
          hanging.countDown();
          awaitRelease();
        }

        @Override
        public void ended(String runId, RunEnd end) {}
      };

  @Test
  void aPrinterIsKilled() throws Exception {
    stop(
        Firmware.MARLIN,
        new SimulatedMarlin(MarlinSwitches.USUAL, new double[] {250, 210, 210}, 1, line -> {}),
        "halted");
  }

  @Test
  void aMillIsReset() throws Exception {
    stop(
        Firmware.GRBL,
        new SimulatedGrbl(GrblSwitches.USUAL, new double[] {300, 200, 80}, 1, line -> {}),
        "Alarm");
  }

  private void stop(Firmware kind, SimulatedFirmware firmware, String stopped) throws Exception {
    Path program =
        Files.writeString(
            folder.resolve("p.gcode"), "G1 X100 F100\n".repeat(3) + "G1 X0\n".repeat(50));
    FirmwareLine line = new FirmwareLine(firmware);
    var settings =
        new MachineSettings("m", "simulated", 115200, kind, MachineLimits.box(250, 210, 210));
    try (var machine =
        new MachineRunner(settings, Beginning.CONFIRMED, stuck, events::add, s -> line)) {
      machine.start();
      awaitReady();
      var started = machine.run(new RunRequest("r", program, 53));
      hanging.await();
      var asked = machine.stopNow();
      while (!line.describe().startsWith(stopped)) {
        LockSupport.parkNanos(1_000_000);
      }
      assertThat(asked).isNotDone();
      released.countDown();
      assertThat(started.get()).isEqualTo(Answer.DONE);
      assertThat(asked.get()).isEqualTo(Answer.DONE);
    }
  }

  private void awaitReady() throws InterruptedException {
    MachineEvent event = events.poll(30, TimeUnit.SECONDS);
    while (!(event instanceof MachineEvent.StateChanged changed)
        || changed.to() != Condition.READY) {
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
