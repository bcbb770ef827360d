package org.vicinal.agent.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.vicinal.agent.firmware.Firmware;
import org.vicinal.gcode.Dialect;

/**
 * Real programs go through a real terminal, driven by jSSC, to a simulated machine in a process of
 * its own whose time runs fast: every line, in order, to the last move; or the run ended at a line
 * that the firmware refuses and says so. The small ones always, all of them by {@code -Pnightly}.
 */
@Timeout(1800)
class RealProgramsOverTerminalTest {
  private static final boolean ALL = Boolean.getBoolean("vicinal.nightly");
  private static final int SPEED = 20_000;

  @TempDir Path folder;

  @Test
  void slicedProgramsOnAPrinter() throws Exception {
    List<Path> programs = RealPrograms.list("sliced", ALL ? Long.MAX_VALUE : 160_000);
    assertThat(stream(Firmware.MARLIN, Dialect.MARLIN, programs)).isEqualTo(programs.size());
  }

  @Test
  void publicProgramsOnAMill() throws Exception {
    List<Path> programs = RealPrograms.list("cnc", ALL ? Long.MAX_VALUE : 90_000);
    assertThat(stream(Firmware.GRBL, Dialect.GRBL, programs)).isGreaterThan(4);
  }

  /** How many of them were complete. */
  private int stream(Firmware firmware, Dialect dialect, List<Path> programs) throws Exception {
    int complete = 0;
    try (var bench = new Workbench(folder, firmware, SPEED);
        var machine = bench.machine(Beginning.CONFIRMED, RunLog.NONE)) {
      machine.start();
      // a mill that has just come up has no origin that anybody confirmed
      bench.awaitCondition(dialect == Dialect.GRBL ? Condition.OCCUPIED : Condition.READY);
      for (Path program : programs) {
        Optional<List<String>> wire = wire(program, dialect);
        if (wire.isPresent()) {
          complete += run(bench, machine, program, wire.get()) ? 1 : 0;
        }
      }
    }
    return complete;
  }

  /** A program with a line that must not go out is nothing for a machine. */
  private static Optional<List<String>> wire(Path program, Dialect dialect) {
    try {
      return Optional.of(Workbench.wire(program, dialect));
    } catch (IOException refused) {
      return Optional.empty();
    }
  }

  private static boolean run(
      Workbench bench, MachineRunner machine, Path program, List<String> wire) throws Exception {
    int before = bench.executed().size();
    machine.stock(Workbench.STOCK, "Anna").get(); // refused by printers
    machine.confirm("Anna", Instant.EPOCH, "bed clear").get();
    var request = new RunRequest(program.getFileName().toString(), program, wire.size());
    assertThat(machine.run(request).get()).as(program.toString()).isEqualTo(Answer.DONE);
    RunEnd end = awaitEnd(bench, machine);
    bench.awaitCondition(Condition.OCCUPIED);
    List<String> executed = bench.executed();
    switch (end) {
      case RunEnd.Completed all -> {
        var sent = wire.stream().filter(line -> !bench.firmware().asksPerson(line)).toList();
        assertThat(executed.subList(before, executed.size()))
            .as(program.toString())
            .containsSubsequence(sent);
        return true;
      }
      case RunEnd.Failed failed -> assertThat(failed.reason()).contains("was refused");
      default -> throw new AssertionError(program + ": " + end);
    }
    return false;
  }

  /** Where the run waits for a person, one comes at once. */
  private static RunEnd awaitEnd(Workbench bench, MachineRunner machine) throws Exception {
    while (true) {
      MachineEvent event =
          bench.await(
              e ->
                  e instanceof MachineEvent.RunEnded
                      || (e instanceof MachineEvent.StateChanged changed
                          && changed.to() == Condition.ATTENTION));
      if (event instanceof MachineEvent.RunEnded ended) {
        return ended.end();
      }
      while (machine.status().condition() == Condition.ATTENTION
          && !machine.resume().get().equals(Answer.DONE)) {
        Thread.onSpinWait(); // it does not stand yet
      }
    }
  }
}
