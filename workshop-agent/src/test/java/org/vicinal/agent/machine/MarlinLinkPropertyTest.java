package org.vicinal.agent.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.vicinal.agent.firmware.Firmware;
import org.vicinal.agent.simulation.marlin.MarlinSwitches;
import org.vicinal.agent.simulation.marlin.SimulatedMarlin;

/**
 * Whatever a wire does to lines and answers, a printer has executed the program's lines from the
 * first on, in order, none left out and none twice.
 */
class MarlinLinkPropertyTest {
  private static final double[] BOX = {250, 210, 210};

  @Test
  void aWireThatHarmsNothingLeadsToTheEnd() {
    Seeds.each(5, seed -> new Trial(seed, MarlinSwitches.USUAL, 0).completes());
  }

  @Test
  void aNewFirmwareOnABadWire() {
    Seeds.each(150, seed -> new Trial(seed, MarlinSwitches.USUAL, 0.02).staysAPrefix());
  }

  @Test
  void anOldFirmwareOnABadWire() {
    Seeds.each(150, seed -> new Trial(seed, MarlinSwitches.OLD, 0.02).staysAPrefix());
  }

  @Test
  void numberedAnswersOnABadWire() {
    var switches = MarlinSwitches.USUAL.withAdvancedOk();
    Seeds.each(100, seed -> new Trial(seed, switches, 0.02).staysAPrefix());
  }

  @Test
  void aFirmwareThatForgetsTheOkAfterAResend() {
    var switches = MarlinSwitches.USUAL.withoutOkAfterResend();
    Seeds.each(100, seed -> new Trial(seed, switches, 0.02).staysAPrefix());
  }

  /** One run of one program over one wire. */
  private static final class Trial {
    final List<String> executed = new ArrayList<>();
    final List<String> program = new ArrayList<>();
    final VirtualBench bench;

    Trial(long seed, MarlinSwitches switches, double rate) {
      Random random = new Random(seed);
      int lines = 50 + random.nextInt(300);
      for (int i = 0; i < lines; i++) {
        program.add(
            "G1 X%d.%03d Y%d E0.%05d"
                .formatted(i % 200, random.nextInt(1000), random.nextInt(200), i));
      }
      var marlin = new SimulatedMarlin(switches, BOX, 50, executed::add);
      bench =
          new VirtualBench(
              Firmware.MARLIN,
              marlin,
              new FaultyWire(random, rate),
              new FaultyWire(random, rate),
              program);
    }

    void run() {
      assertThat(bench.untilCondition(Condition.READY, 600)).as("greeted").isTrue();
      bench.startRun();
      bench.until(() -> bench.findEnd().isPresent(), 36_000);
    }

    void completes() {
      run();
      assertThat(bench.findEnd()).contains(new RunEnd.Completed(program.size()));
      assertThat(ofProgram()).isEqualTo(program);
    }

    void staysAPrefix() {
      run();
      List<String> done = ofProgram();
      assertThat(program.subList(0, Math.min(done.size(), program.size()))).isEqualTo(done);
      assertThat(bench.findEnd()).as("the run ended").isPresent();
      if (bench.findEnd().get() instanceof RunEnd.Completed) {
        assertThat(done).isEqualTo(program);
      }
    }

    /** What was executed of the program; the host's own lines move nothing along X. */
    List<String> ofProgram() {
      return executed.stream().filter(line -> line.startsWith("G1 X")).toList();
    }
  }
}
