package org.vicinal.agent.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vicinal.agent.firmware.Firmware;
import org.vicinal.agent.simulation.Faults;
import org.vicinal.agent.simulation.Wire;
import org.vicinal.agent.simulation.marlin.MarlinSwitches;
import org.vicinal.agent.simulation.marlin.SimulatedMarlin;

/**
 * While a printer works, its heat and its motion are looked after, whether it reports or is asked.
 */
class WatchTest {
  private final List<String> executed = new ArrayList<>();

  private VirtualBench bench(Firmware kind, MarlinSwitches switches, List<String> program) {
    var firmware = new SimulatedMarlin(switches, new double[] {250, 210, 210}, 1, executed::add);
    var random = new java.util.Random(1);
    return new VirtualBench(
        kind,
        firmware,
        new Wire(random, Faults.NONE, VirtualBench.BAUD),
        new Wire(random, Faults.NONE, VirtualBench.BAUD),
        program);
  }

  private static List<String> longProgram() {
    return IntStream.range(0, 600).mapToObj(i -> "G1 X" + (i % 2 * 50) + " F3000").toList();
  }

  @Test
  void aPrinterThatDoesNotReportIsAskedDuringItsRun() {
    var bench = bench(Firmware.RRF, MarlinSwitches.REPRAP, longProgram());
    assertThat(bench.untilCondition(Condition.READY, 60)).isTrue();
    bench.startRun();
    assertThat(bench.untilCondition(Condition.STREAMING, 60)).isTrue();
    int before = bench.written.size();
    bench.passTo(bench.now() + 60 * VirtualBench.SECOND);
    assertThat(bench.state().condition()).isEqualTo(Condition.STREAMING);
    long asked =
        bench.written.subList(before, bench.written.size()).stream()
            .filter(line -> line.contains("M105"))
            .count();
    assertThat(asked).isBetween(8L, 16L);
  }

  /** To and fro in steps of this length (mm). */
  private static List<String> fine(double step) {
    int turn = (int) (200 / step);
    return IntStream.range(0, 40_000)
        .mapToObj(i -> step * Math.abs(i % (2 * turn) - turn))
        .map("G1 X%.3f Y20.000 E0.00123 F9000"::formatted)
        .toList();
  }

  private String noteAfterTwoMinutes(Firmware kind, MarlinSwitches switches, double step) {
    var bench = bench(kind, switches, fine(step));
    assertThat(bench.untilCondition(Condition.READY, 60)).isTrue();
    bench.startRun();
    assertThat(bench.untilCondition(Condition.STREAMING, 60)).isTrue();
    bench.passTo(bench.now() + 130 * VirtualBench.SECOND);
    assertThat(bench.state().condition()).isEqualTo(Condition.STREAMING);
    return bench.why();
  }

  @Test
  void aPlannerThatStarvesIsToldWhetherTheFirmwareTellsOfItOrNot() {
    assertThat(noteAfterTwoMinutes(Firmware.MARLIN, MarlinSwitches.USUAL.withAdvancedOk(), 0.05))
        .contains("STARVING", "its planner held at most a quarter");
    assertThat(noteAfterTwoMinutes(Firmware.MARLIN, MarlinSwitches.USUAL, 0.05))
        .contains("STARVING", "as fast as the link can carry it");
    assertThat(noteAfterTwoMinutes(Firmware.RRF, MarlinSwitches.REPRAP, 0.05))
        .contains("STARVING", "as fast as the link can carry it");
  }

  @Test
  void aPlannerThatIsAheadIsNotComplainedOf() {
    assertThat(noteAfterTwoMinutes(Firmware.MARLIN, MarlinSwitches.USUAL.withAdvancedOk(), 3))
        .doesNotContain("STARVING");
    assertThat(noteAfterTwoMinutes(Firmware.MARLIN, MarlinSwitches.USUAL, 3))
        .doesNotContain("STARVING");
    assertThat(noteAfterTwoMinutes(Firmware.RRF, MarlinSwitches.REPRAP, 3))
        .doesNotContain("STARVING");
  }
}
