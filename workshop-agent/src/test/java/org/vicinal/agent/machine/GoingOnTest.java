package org.vicinal.agent.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.vicinal.agent.modal.Modal;
import org.vicinal.agent.modal.Rejoining;
import org.vicinal.agent.modal.Rejoining.Proposal;
import org.vicinal.agent.simulation.grbl.GrblSwitches;
import org.vicinal.agent.simulation.grbl.SimulatedGrbl;
import org.vicinal.agent.simulation.marlin.MarlinSwitches;
import org.vicinal.agent.simulation.marlin.SimulatedMarlin;

/**
 * A run that broke off anywhere goes on from a safe line: hot or turning first, and then every line
 * from that one to the last, in order, once.
 */
class GoingOnTest {
  private static final double[] BOX = {250, 210, 210};

  private final List<String> executed = new ArrayList<>();

  @Test
  void aPrintThatBrokeOffAnywhereGoesOnHotAndLeavesNothingOut() {
    Seeds.each(20, this::printBreaksOffAndGoesOn);
  }

  private void printBreaksOffAndGoesOn(long seed) {
    executed.clear();
    var random = new Random(seed);
    var program = print(random);
    var marlin = new SimulatedMarlin(MarlinSwitches.USUAL, BOX, 20, executed::add);
    var bench = VirtualBench.printer(marlin, program);
    assertThat(bench.untilCondition(Condition.READY, 60)).isTrue();
    bench.startRun();
    int breakAt = 40 + random.nextInt(program.size() - 45);
    assertThat(bench.until(() -> executed.contains(program.get(breakAt)), 3600)).isTrue();
    marlin.reset(bench.now());
    assertThat(bench.until(() -> bench.findEnd().isPresent(), 600)).isTrue();
    long reached = bench.findEnd().orElseThrow().line();

    var proposal = propose(Modal.printer(), program, reached, 20);
    assertThat(moves(program, proposal.line(), reached)).isGreaterThanOrEqualTo(20);
    assertThat(bench.untilCondition(Condition.OCCUPIED, 600)).isTrue();
    bench.confirm();
    executed.clear();
    bench.startRun(proposal);
    String first = program.get((int) proposal.line() - 1);
    assertThat(bench.until(() -> executed.contains(first), 3600)).isTrue();
    assertThat(marlin.hotendTarget()).isEqualTo(215);
    assertThat(executed.subList(0, executed.indexOf(first)))
        .containsSubsequence("M190 S60", "G28 X Y", "M109 S215");
    assertThat(bench.until(() -> bench.ends.size() == 2, 7200)).isTrue();
    assertThat(bench.findEnd()).contains(new RunEnd.Completed(program.size()));
    int from = executed.indexOf(first);
    assertThat(executed.subList(from, executed.size()).stream().filter(program::contains).toList())
        .startsWith(
            program.subList((int) proposal.line() - 1, program.size()).toArray(String[]::new));
  }

  private static List<String> print(Random random) {
    var lines = new ArrayList<>(List.of("M190 S60", "M109 S215", "G28", "G90", "M82"));
    double e = 0;
    for (int i = 0; i < 120; i++) {
      if (i % 5 == 0) {
        lines.add("G0 X%d Y%d Z%.1f F9000".formatted(10 + i, random.nextInt(200), 0.2 + i * 0.1));
      }
      e += 0.1;
      lines.add("G1 X%d Y%d E%.2f F1800".formatted(10 + i, random.nextInt(200), e));
    }
    return lines;
  }

  @Test
  void aMillGoesOnWithTheToolUpAndTheSpindleAtSpeed() {
    var program = cut();
    var grbl =
        new SimulatedGrbl(GrblSwitches.USUAL, new double[] {300, 180, 45}, 20, executed::add);
    var bench = VirtualBench.mill(grbl, program);
    assertThat(bench.untilCondition(Condition.READY, 60)).isTrue();
    var proposal = propose(Modal.mill(), program, 40, 16);
    bench.startRun(proposal);
    assertThat(bench.until(() -> bench.findEnd().isPresent(), 3600)).isTrue();
    assertThat(bench.findEnd()).contains(new RunEnd.Completed(program.size()));
    String first = program.get((int) proposal.line() - 1);
    int at = executed.indexOf(first);
    assertThat(executed.subList(0, at)).containsSubsequence("G0Z5", "M3S9000", "G4P4");
    assertThat(executed.subList(0, at)).noneMatch(line -> line.contains("Z-"));
    assertThat(executed.subList(at, executed.size()).stream().filter(program::contains).toList())
        .startsWith(
            program.subList((int) proposal.line() - 1, program.size()).toArray(String[]::new));
  }

  private static List<String> cut() {
    var lines = new ArrayList<>(List.of("G21G90", "M3S9000", "G0X0Y0Z5"));
    for (int i = 1; i < 20; i++) {
      lines.add("G0X%dY0".formatted(i));
      lines.add("G1Z-1F200");
      lines.add("G1Y%dF800".formatted(10 + i));
      lines.add("G0Z5");
    }
    return lines;
  }

  private static Proposal propose(Modal begin, List<String> program, long reached, int planner) {
    var rejoining = Rejoining.of(begin, planner);
    for (int i = 0; i < reached; i++) {
      rejoining.taken(i + 1, program.get(i));
    }
    return rejoining.propose().orElseThrow();
  }

  private static long moves(List<String> program, long from, long to) {
    return program.subList((int) from - 1, (int) to).stream()
        .filter(line -> line.startsWith("G0") || line.startsWith("G1"))
        .count();
  }
}
