package org.vicinal.agent.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.vicinal.agent.firmware.Firmware;
import org.vicinal.gcode.Dialect;

/** A mill in a process of its own is driven over a real terminal by jSSC. */
@Timeout(120)
class GrblOverPseudoTerminalTest {
  @TempDir Path folder;
  private Path program;

  @BeforeEach
  void writeProgram() throws IOException {
    StringBuilder text = new StringBuilder("(pocket)\nG21 G90\nM3 S8000\nG0 Z5\n");
    for (int i = 0; i < 400; i++) {
      text.append("G1 X%d Y%d Z-%d F800 ; line %d%n".formatted(i % 50, i % 30, i % 3, i));
    }
    program = Files.writeString(folder.resolve("pocket.nc"), text + "M5\nM30\n");
  }

  @Test
  void aProgramRunsFromTheFirstLineToTheLastMove() throws Exception {
    try (var bench = new Workbench(folder, Firmware.GRBL);
        var machine = bench.machine(Beginning.CONFIRMED, RunLog.NONE)) {
      machine.start();
      awaitReady(bench, machine);
      assertThat(machine.run(new RunRequest("r1", program, 406)).get()).isEqualTo(Answer.DONE);
      assertThat(bench.awaitEnd()).isEqualTo(new RunEnd.Completed(406));
      assertThat(bench.executed()).containsSubsequence(Workbench.wire(program, Dialect.GRBL));
      bench.awaitCondition(Condition.OCCUPIED);
      assertThat(machine.status().reading()).startsWith("Idle");
    }
  }

  @Test
  void aCancelledRunStandsWithTheSpindleOffAndKeepsItsPosition() throws Exception {
    try (var bench = new Workbench(folder, Firmware.GRBL);
        var machine = bench.machine(Beginning.CONFIRMED, RunLog.NONE)) {
      machine.start();
      awaitReady(bench, machine);
      machine.run(new RunRequest("r1", program, 406)).get();
      bench.await(e -> e instanceof MachineEvent.RunProgress);
      assertThat(machine.cancel("no longer wanted").get()).isEqualTo(Answer.DONE);
      assertThat(bench.awaitEnd()).isInstanceOf(RunEnd.Cancelled.class);
      bench.awaitCondition(Condition.OCCUPIED);
      assertThat(bench.executed()).contains("M5");
    }
  }

  @Test
  void aStopIsAnAlarmThatAPersonLeaves() throws Exception {
    try (var bench = new Workbench(folder, Firmware.GRBL);
        var machine = bench.machine(Beginning.CONFIRMED, RunLog.NONE)) {
      machine.start();
      awaitReady(bench, machine);
      machine.run(new RunRequest("r1", program, 406)).get();
      bench.await(e -> e instanceof MachineEvent.RunProgress);
      assertThat(machine.stopNow().get()).isEqualTo(Answer.DONE);
      assertThat(bench.awaitEnd()).isInstanceOf(RunEnd.Cancelled.class);
      bench.awaitCondition(Condition.ALARM);
      unlock(machine);
      bench.awaitCondition(Condition.OCCUPIED);
    }
  }

  /** The alarm begins with the stop; it can be left when the controller has come up again. */
  private static void unlock(Machine machine) throws Exception {
    long end = System.nanoTime() + 30_000_000_000L;
    while (!machine.clearAlarm(Machine.AlarmExit.UNLOCK, "Anna").get().equals(Answer.DONE)) {
      assertThat(System.nanoTime()).as("the alarm can be left").isLessThan(end);
      LockSupport.parkNanos(10_000_000);
    }
  }

  @Test
  void aPulledCableInterruptsTheRun() throws Exception {
    try (var bench = new Workbench(folder, Firmware.GRBL);
        var machine = bench.machine(Beginning.CONFIRMED, RunLog.NONE)) {
      machine.start();
      awaitReady(bench, machine);
      machine.run(new RunRequest("r1", program, 406)).get();
      bench.unplug();
      assertThat(bench.awaitEnd()).isInstanceOf(RunEnd.Interrupted.class);
      bench.awaitCondition(Condition.ABSENT);
    }
  }

  /**
   * The board starts when its port is opened, so its place is lost whatever was confirmed before.
   */
  private static void awaitReady(Workbench bench, MachineRunner machine) throws Exception {
    bench.awaitCondition(Condition.OCCUPIED);
    assertThat(machine.stock(Workbench.STOCK, "Anna").get()).isEqualTo(Answer.DONE);
    assertThat(machine.confirm("Anna", Instant.now(), "stock and origin are set").get())
        .isEqualTo(Answer.DONE);
  }
}
