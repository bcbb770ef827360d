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
}
