package org.vicinal.agent.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.vicinal.agent.firmware.Firmware;
import org.vicinal.agent.simulation.grbl.GrblSwitches;
import org.vicinal.agent.simulation.grbl.SimulatedGrbl;

/**
 * GRBL has no checksum, so a harmed line may be carried out harmed. What holds all the same: its
 * ring never overflows by our doing, and after one line or answer has been lost, doubled or merged
 * with another the run does not count as complete. (Two harms may cancel out: a line lost and an
 * answer doubled. Nothing that GRBL says tells of that.)
 */
class GrblLinkPropertyTest {
  private static final double[] TRAVEL = {300, 200, 80};

  @Test
  void aWireThatHarmsNothingLeadsToTheEnd() {
    Seeds.each(
        50,
        seed -> {
          Trial trial = new Trial(seed, 0);
          trial.run();
          assertThat(trial.bench.findEnd()).contains(new RunEnd.Completed(trial.program.size()));
          assertThat(trial.ofProgram()).isEqualTo(trial.program);
          assertThat(trial.grbl.lostBytes()).isZero();
          assertThat(trial.grbl.spindleTurns()).isFalse();
        });
  }

  @Test
  void oneHarmEndsTheRunOrLeavesEveryLineInItsPlace() {
    Seeds.each(
        300,
        seed -> {
          Trial trial = new Trial(seed, 0.01);
          trial.run();
          assertThat(trial.bench.findEnd()).as("the run ended").isPresent();
          if (trial.bench.findEnd().get() instanceof RunEnd.Completed) {
            assertThat(trial.ofProgram()).hasSameSizeAs(trial.program);
          }
        });
  }

  /** One run of one program over one wire. */
  private static final class Trial {
    final List<String> executed = new ArrayList<>();
    final List<String> program = new ArrayList<>();
    final SimulatedGrbl grbl;
    final VirtualBench bench;

    Trial(long seed, double rate) {
      Random random = new Random(seed);
      program.add("G21G90");
      program.add("M3S8000");
      int lines = 50 + random.nextInt(300);
      for (int i = 0; i < lines; i++) {
        program.add(
            "G1X-%d.%03dY-%dF%d"
                .formatted(
                    random.nextInt(200),
                    random.nextInt(1000),
                    random.nextInt(100),
                    500 + random.nextInt(500)));
      }
      program.add("M5");
      grbl = new SimulatedGrbl(GrblSwitches.USUAL, TRAVEL, 50, executed::add);
      bench =
          new VirtualBench(
              Firmware.GRBL,
              grbl,
              new FaultyWire(random, rate, seed % 2 == 0 ? 1 : 0),
              new FaultyWire(random, rate, seed % 2 == 0 ? 0 : 1),
              program);
    }

    void run() {
      assertThat(bench.untilCondition(Condition.READY, 600)).as("greeted").isTrue();
      executed.clear();
      bench.startRun();
      bench.until(() -> bench.findEnd().isPresent(), 36_000);
    }

    /** What was executed, without the host's own last lines. */
    List<String> ofProgram() {
      int last = executed.size() - 1;
      boolean madeSafe = last > 0 && executed.get(last).equals("M9");
      List<String> own = executed.subList(0, madeSafe ? last - 1 : last + 1);
      return own.stream().takeWhile(line -> !line.matches(".?4P0?.*")).toList();
    }
  }
}
