package org.vicinal.agent.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.vicinal.agent.firmware.Firmware;
import org.vicinal.gcode.Dialect;

/**
 * A printer in a process of its own is driven over a real terminal by jSSC, as one on a cable would
 * be: greeted, confirmed, run, cancelled, unplugged.
 */
@Timeout(120)
class MarlinOverPseudoTerminalTest {
  @TempDir Path folder;
  private Path program;

  @BeforeEach
  void writeProgram() throws IOException {
    StringBuilder text = new StringBuilder("; a square\nG21\nG90\nM104 S200\nG28\nM109 S200\n");
    for (int i = 0; i < 400; i++) {
      text.append("G1 X%d Y%d E0.01 F3000 ; line %d%n".formatted(10 + i % 50, 20 + i % 30, i));
    }
    program = Files.writeString(folder.resolve("square.gcode"), text + "M104 S0\n");
  }

  @Test
  void aProgramRunsFromTheFirstLineToTheLastMove() throws Exception {
    try (var bench = new Workbench(folder, Firmware.MARLIN);
        var machine = bench.machine(Beginning.UNKNOWN, RunLog.NONE)) {
      machine.start();
      bench.awaitCondition(Condition.OCCUPIED);
      assertThat(machine.run(new RunRequest("r1", program, 406)).get())
          .isInstanceOf(Answer.Refused.class);
      assertThat(machine.confirm("Anna", Instant.EPOCH, "bed clear").get()).isEqualTo(Answer.DONE);
      assertThat(machine.run(new RunRequest("r1", program, 406)).get()).isEqualTo(Answer.DONE);

      assertThat(bench.awaitEnd()).isEqualTo(new RunEnd.Completed(407));

      List<String> wire = Workbench.wire(program, Dialect.MARLIN);
      assertThat(bench.executed()).containsSubsequence(wire);
      assertThat(Collections.frequency(bench.executed(), "G28")).isEqualTo(1);
      bench.awaitCondition(Condition.OCCUPIED);
      assertThat(machine.status().firmware()).contains("Marlin");
    }
  }

  @Test
  void aCancelledRunLeavesTheHeatersOff() throws Exception {
    try (var bench = new Workbench(folder, Firmware.MARLIN);
        var machine = bench.machine(Beginning.CONFIRMED, RunLog.NONE)) {
      machine.start();
      bench.awaitCondition(Condition.READY);
      machine.run(new RunRequest("r1", program, 406)).get();
      machine.cancel("no longer wanted").get();
      assertThat(bench.awaitEnd()).isInstanceOf(RunEnd.Cancelled.class);
      List<String> executed = bench.executed();
      assertThat(executed.lastIndexOf("M104 S0")).isGreaterThan(executed.lastIndexOf("M104 S200"));
      assertThat(executed).contains("M140 S0");
    }
  }

  @Test
  void aPulledCableInterruptsTheRunAndThePortIsFoundAgain() throws Exception {
    try (var bench = new Workbench(folder, Firmware.MARLIN);
        var machine = bench.machine(Beginning.CONFIRMED, RunLog.NONE)) {
      machine.start();
      bench.awaitCondition(Condition.READY);
      machine.run(new RunRequest("r1", program, 406)).get();
      bench.unplug();
      assertThat(bench.awaitEnd()).isInstanceOf(RunEnd.Interrupted.class);
      bench.awaitCondition(Condition.ABSENT);
      bench.plugAgain();
      bench.awaitCondition(Condition.OCCUPIED);
      assertThat(machine.run(new RunRequest("r2", program, 406)).get())
          .isInstanceOf(Answer.Refused.class);
    }
  }
}
