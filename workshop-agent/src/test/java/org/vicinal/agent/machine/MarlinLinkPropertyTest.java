package org.vicinal.agent.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vicinal.agent.firmware.Firmware;
import org.vicinal.agent.simulation.Faults;
import org.vicinal.agent.simulation.Wire;
import org.vicinal.agent.simulation.marlin.MarlinSwitches;
import org.vicinal.agent.simulation.marlin.SimulatedMarlin;

/**
 * Whatever a wire does to two lines in a hundred, and to as many answers, a printer has executed
 * the program's lines from the first on, in order, none left out and none twice.
 *
 * <p>That holds as far as an 8-bit XOR sees. Harm that it cannot see ({@link Checksums#blindTo}) is
 * recognised here from outside, and such a trial proves nothing; how rare it is, is tested too.
 */
class MarlinLinkPropertyTest {
  private static final double[] BOX = {250, 210, 210};
  private static final double HARM = 0.02;

  private int trials;
  private int blind;

  @Test
  void aWireThatHarmsNothingLeadsToTheEnd() {
    Seeds.each(20, seed -> new Trial(seed, MarlinSwitches.USUAL, 0).completes());
  }

  @Test
  void aNewFirmwareOnABadWire() {
    staysAPrefix(150, MarlinSwitches.USUAL);
  }

  @Test
  void anOldFirmwareOnABadWire() {
    staysAPrefix(150, MarlinSwitches.OLD);
  }

  @Test
  void numberedAnswersOnABadWire() {
    staysAPrefix(150, MarlinSwitches.USUAL.withAdvancedOk());
  }

  @Test
  void aFirmwareThatForgetsTheOkAfterAResend() {
    staysAPrefix(100, MarlinSwitches.USUAL.withoutOkAfterResend());
    staysAPrefix(100, MarlinSwitches.OLD.withoutOkAfterResend());
  }

  @Test
  void aFirmwareThatRemovesParenthesesAndKeepsQuotes() {
    staysAPrefix(
        50, MarlinSwitches.USUAL.with("parenComments", "true").with("quotedStrings", "true"));
  }

  @Test
  void aBoardThatRestartsOnABadWire() {
    Seeds.each(
        100,
        seed -> {
          Trial trial = new Trial(seed, MarlinSwitches.USUAL.withAdvancedOk(), HARM);
          trial.runAndRestartTheBoard();
          judge(trial);
        });
  }

  private void staysAPrefix(int usual, MarlinSwitches switches) {
    Seeds.each(
        usual,
        seed -> {
          Trial trial = new Trial(seed, switches, HARM);
          trial.run();
          judge(trial);
        });
    assertThat(blind)
        .as("of %d trials the checksum was blind in", trials)
        .isLessThan(2 + trials / 50);
  }

  private void judge(Trial trial) {
    trials++;
    if (trial.unseen > 0 || trial.carriedOutWhatNobodySent()) {
      blind++;
    } else {
      trial.isPrefix();
      trial.saysHowItEnded();
    }
  }

  /** One run of one program over one wire. */
  private static final class Trial {
    final List<String> executed = new ArrayList<>();
    final List<String> program;
    final SimulatedMarlin marlin;
    final VirtualBench bench;
    final Random random;
    int unseen;

    Trial(long seed, MarlinSwitches switches, double share) {
      random = new Random(seed);
      program = program(random);
      marlin = new SimulatedMarlin(switches, BOX, 50, executed::add);
      Faults faults = share == 0 ? Faults.NONE : BadCables.any(random, share);
      Wire out = new Wire(random, faults, VirtualBench.BAUD);
      out.witnessedBy(
          (damage, sent, arrives) -> {
            boolean harm = !damage.delays() && Checksums.blindTo(sent, arrives);
            unseen += harm && bench().findEnd().isEmpty() && running() ? 1 : 0;
          });
      bench =
          new VirtualBench(
              Firmware.MARLIN, marlin, out, new Wire(random, faults, VirtualBench.BAUD), program);
    }

    private VirtualBench bench() {
      return bench;
    }

    private boolean running() {
      return bench.state().findRun().isPresent();
    }

    private static List<String> program(Random random) {
      List<String> lines = new ArrayList<>();
      int count = 50 + random.nextInt(300);
      for (int i = 0; i < count; i++) {
        lines.add(
            switch (random.nextInt(8)) {
              case 0 -> "M117 line %d of %d".formatted(i, count);
              case 1 -> "G0 X%d F%d".formatted(i % 200, 3000 + i);
              case 2 -> "M106 S%d P%d".formatted(random.nextInt(256), i);
              case 3 -> "M117 " + "long".repeat(15) + " " + i;
              default ->
                  "G1 X%d.%03d Y%d E0.%05d"
                      .formatted(i % 200, random.nextInt(1000), random.nextInt(200), i);
            });
      }
      return lines;
    }

    void run() {
      assertThat(bench.untilCondition(Condition.READY, 600)).as("greeted").isTrue();
      bench.startRun();
      bench.until(() -> bench.findEnd().isPresent(), 36_000);
    }

    void runAndRestartTheBoard() {
      assertThat(bench.untilCondition(Condition.READY, 600)).as("greeted").isTrue();
      bench.startRun();
      bench.until(() -> bench.findEnd().isPresent(), random.nextInt(20));
      if (bench.findEnd().isEmpty()) {
        marlin.reset(bench.now());
      }
      bench.until(() -> bench.findEnd().isPresent(), 36_000);
    }

    void completes() {
      run();
      assertThat(bench.findEnd()).contains(new RunEnd.Completed(program.size()));
      assertThat(ofProgram()).isEqualTo(program);
      assertThat(marlin.lostBytes()).isZero();
    }

    /** Two lines melted into one that has the right checksum by chance: 1 in 256. */
    boolean carriedOutWhatNobodySent() {
      return !new HashSet<>(program).containsAll(ofProgram());
    }

    void isPrefix() {
      List<String> done = ofProgram();
      for (int i = 0; i < done.size(); i++) {
        String wanted = i < program.size() ? program.get(i) : "nothing more";
        assertThat(done.get(i))
            .as("line %d of %d%s", i + 1, program.size(), bench.talk())
            .isEqualTo(wanted);
      }
    }

    void saysHowItEnded() {
      assertThat(bench.findEnd()).as("the run ended").isPresent();
      if (bench.findEnd().get() instanceof RunEnd.Completed) {
        assertThat(ofProgram().size())
            .as("executed, although complete:%s", bench.talk())
            .isEqualTo(program.size());
      }
    }

    /** What was executed of the program: all but what the host says on its own behalf. */
    List<String> ofProgram() {
      Set<String> known = new HashSet<>(program);
      Set<String> own = new HashSet<>();
      for (String written : bench.written) {
        for (String line : written.split("\n", -1)) {
          String text = line.replaceFirst("^N[0-9]+ ", "").replaceFirst("\\*.*", "");
          if (!known.contains(text)) {
            own.add(text);
          }
        }
      }
      return executed.stream()
          .filter(line -> line.matches("(?s)[GMT][0-9].*") && !own.contains(line))
          .toList();
    }
  }
}
