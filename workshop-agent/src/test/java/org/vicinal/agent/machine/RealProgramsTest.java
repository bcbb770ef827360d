package org.vicinal.agent.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vicinal.agent.firmware.Firmware;
import org.vicinal.agent.simulation.board.SimulatedFirmware;
import org.vicinal.agent.simulation.grbl.GrblSwitches;
import org.vicinal.agent.simulation.grbl.SimulatedGrbl;
import org.vicinal.agent.simulation.marlin.MarlinSwitches;
import org.vicinal.agent.simulation.marlin.SimulatedMarlin;
import org.vicinal.gcode.Dialect;

/**
 * Real programs go through from the first line to the last, unless a line must not go out or the
 * firmware refuses it, and then the run has ended at that line. Skipped where the data is missing.
 */
class RealProgramsTest {
  private static final long LARGEST = 3_000_000;

  @Test
  void slicedProgramsOnAPrinter() throws IOException {
    List<Path> programs = list("sliced", ".gcode");
    assertThat(programs).isNotEmpty();
    for (Path program : programs) {
      List<String> executed = new ArrayList<>();
      var marlin =
          new SimulatedMarlin(
              MarlinSwitches.USUAL, new double[] {250, 220, 250}, 1000, executed::add);
      List<String> wire = Workbench.wire(program, Dialect.MARLIN);
      VirtualBench bench = stream(Firmware.MARLIN, marlin, wire);
      assertThat(bench.findEnd())
          .as(program.toString())
          .contains(new RunEnd.Completed(wire.size()));
      assertThat(executed).containsSubsequence(wire);
      assertThat(marlin.lostBytes()).isZero();
    }
  }

  @Test
  void publicProgramsOnAMill() throws IOException {
    int complete = 0;
    List<Path> programs = list("cnc", "");
    for (Path program : programs) {
      List<String> wire;
      try {
        wire = Workbench.wire(program, Dialect.GRBL);
      } catch (IOException refused) {
        continue; // a line that must not go out: the reader says which
      }
      List<String> executed = new ArrayList<>();
      var grbl =
          new SimulatedGrbl(GrblSwitches.USUAL, new double[] {800, 800, 100}, 1000, executed::add);
      VirtualBench bench = stream(Firmware.GRBL, grbl, wire);
      assertThat(bench.findEnd()).as(program.toString()).isPresent();
      assertThat(grbl.lostBytes()).isZero();
      switch (bench.findEnd().get()) {
        case RunEnd.Completed all -> {
          assertThat(all.line()).isEqualTo(wire.size());
          complete++;
        }
        case RunEnd.Failed failed -> assertThat(failed.reason()).contains("was refused");
        case RunEnd.Cancelled other -> throw new AssertionError(program + ": " + other);
        case RunEnd.Interrupted other -> throw new AssertionError(program + ": " + other);
      }
    }
    assertThat(complete).as("of " + programs.size()).isGreaterThan(5);
  }

  /** Runs a program; where it waits for a person, one comes at once. */
  private static VirtualBench stream(Firmware kind, SimulatedFirmware firmware, List<String> wire) {
    VirtualBench bench =
        kind.numbered() ? VirtualBench.printer(firmware, wire) : VirtualBench.mill(firmware, wire);
    assertThat(bench.untilCondition(Condition.READY, 20)).isTrue();
    bench.startRun();
    for (int waits = 0; waits < 50 && bench.findEnd().isEmpty(); waits++) {
      bench.until(
          () -> bench.findEnd().isPresent() || bench.state().condition() == Condition.ATTENTION,
          360_000);
      bench.until(() -> bench.findEnd().isPresent(), 60);
      bench.ask(new Input.ResumeAsked(bench.now(), 9));
    }
    return bench;
  }

  private static List<Path> list(String folder, String ending) throws IOException {
    return RealPrograms.list(folder, LARGEST).stream()
        .filter(file -> file.toString().endsWith(ending))
        .toList();
  }
}
