package org.vicinal.agent.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.vicinal.agent.firmware.Firmware;
import org.vicinal.agent.modal.Modal;
import org.vicinal.agent.simulation.Faults;
import org.vicinal.agent.simulation.Wire;
import org.vicinal.agent.simulation.marlin.MarlinSwitches;
import org.vicinal.agent.simulation.marlin.SimulatedMarlin;

/**
 * RepRapFirmware drops a damaged line without a word and does a line twice that comes twice. Even
 * so: whatever a wire loses, damages or delays in two lines of a hundred and in as many answers, it
 * has executed the program's lines from the first on, in order, none left out; and only what is the
 * same when done twice ever comes a second time, at once.
 *
 * <p>What no host can see here is left out: a whole line that the wire doubles, an ok that it makes
 * up, and harm that an 8-bit XOR cannot see.
 */
class ReprapLinkPropertyTest {
  private static final double[] BOX = {250, 210, 210};
  private static final String[] KINDS = {
    "drop", "flip", "repeat", "newlineLost", "newlineTwice", "lineLost", "late", "split", "merge"
  };

  private int trials;
  private int blind;
  private int completed;

  @Test
  void aWireThatHarmsNothingLeadsToTheEnd() {
    Seeds.each(
        20,
        seed -> {
          Trial trial = new Trial(seed, Faults.NONE);
          trial.run();
          assertThat(trial.bench.findEnd()).contains(new RunEnd.Completed(trial.program.size()));
          assertThat(trial.ofProgram()).isEqualTo(trial.program);
          assertThat(trial.bench.state().standing().past().resends()).isZero();
        });
  }

  @Test
  void aBadWireOfWhichTheFirmwareSaysNothing() {
    staysAPrefix(150);
    assertThat(completed).isGreaterThan(trials / 2);
  }

  private void staysAPrefix(int usual) {
    Seeds.each(
        usual,
        seed -> {
          Trial trial = new Trial(seed, faults(new Random(seed)));
          trial.run();
          trials++;
          if (trial.unseen > 0 || trial.carriedOutWhatNobodySent()) {
            blind++;
          } else {
            trial.isPrefix();
            trial.saysHowItEnded();
            completed += trial.bench.findEnd().get() instanceof RunEnd.Completed ? 1 : 0;
          }
        });
    assertThat(blind).as("of %d trials unseen", trials).isLessThan(2 + trials / 10);
  }

  private static Faults faults(Random random) {
    Faults faults = Faults.NONE;
    for (String kind : KINDS) {
      faults = faults.with(kind, Double.toString(0.02 / KINDS.length));
    }
    return random.nextBoolean()
        ? faults
        : Faults.NONE.with(KINDS[random.nextInt(KINDS.length)], "0.02");
  }

  /** One run of one program over one wire. */
  private static final class Trial {
    final List<String> executed = new ArrayList<>();
    final List<String> program;
    final VirtualBench bench;
    int unseen;

    Trial(long seed, Faults faults) {
      Random random = new Random(seed);
      program = program(random);
      var firmware = new SimulatedMarlin(MarlinSwitches.REPRAP, BOX, 50, executed::add);
      Wire out = new Wire(random, faults, VirtualBench.BAUD);
      out.witnessedBy(
          (damage, sent, arrives) ->
              unseen +=
                  !damage.delays() && Checksums.reprapBlindTo(sent, arrives) && running() ? 1 : 0);
      bench =
          new VirtualBench(
              Firmware.RRF, firmware, out, new Wire(random, faults, VirtualBench.BAUD), program);
    }

    private boolean running() {
      return bench.state().findRun().isPresent() && bench.findEnd().isEmpty();
    }

    private static List<String> program(Random random) {
      boolean relative = random.nextBoolean();
      List<String> lines =
          new ArrayList<>(List.of("M109 S200", "G92 E0", relative ? "M83" : "M82"));
      lines.add("G1 X0 Y0 Z0.3 F3000");
      int count = 50 + random.nextInt(200);
      for (int i = 0; i < count; i++) {
        lines.add(
            switch (random.nextInt(8)) {
              case 0 -> "M117 line %d of %d".formatted(i, count);
              case 1 -> "G0 X%d Y%d F%d".formatted(i % 200, i % 7, 3000 + i);
              case 2 -> "M106 S%d P%d".formatted(random.nextInt(256), i);
              case 3 -> relative ? "G1 E-0.8%02d F2100".formatted(i % 100) : "G92 E" + i;
              default -> "G1 X%d.%03d Y%d.%d E0.%03d".formatted(i % 200, i, i % 200, i, 100 + i);
            });
      }
      return lines;
    }

    void run() {
      assertThat(bench.untilCondition(Condition.READY, 3600)).as("greeted").isTrue();
      bench.startRun();
      bench.until(() -> bench.findEnd().isPresent(), 36_000);
    }

    boolean carriedOutWhatNobodySent() {
      return executed.stream()
          .anyMatch(line -> line.matches("(?s)G1 .*") && !new HashSet<>(program).contains(line));
    }

    List<String> ofProgram() {
      return executed.stream().filter(new HashSet<>(program)::contains).toList();
    }

    /** In order without a gap; a second time at once only what is the same then. */
    void isPrefix() {
      int at = 0;
      Modal modal = Modal.printer();
      for (String line : ofProgram()) {
        if (at < program.size() && line.equals(program.get(at))) {
          modal = modal.after(line);
          at++;
          continue;
        }
        String before = at == 0 ? "nothing" : program.get(at - 1);
        assertThat(line)
            .as("line %d of %d%s", at + 1, program.size(), bench.talk())
            .isEqualTo(before);
        assertThat(modal.after(line)).as("twice: %s%s", line, bench.talk()).isEqualTo(modal);
      }
    }

    void saysHowItEnded() {
      assertThat(bench.findEnd()).as("the run ended").isPresent();
      if (bench.findEnd().get() instanceof RunEnd.Completed) {
        assertThat(new HashSet<>(ofProgram())).containsAll(program);
      }
    }
  }
}
