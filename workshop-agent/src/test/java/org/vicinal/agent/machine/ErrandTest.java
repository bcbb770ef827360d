package org.vicinal.agent.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vicinal.agent.simulation.grbl.GrblSwitches;
import org.vicinal.agent.simulation.grbl.SimulatedGrbl;
import org.vicinal.agent.simulation.marlin.MarlinSwitches;
import org.vicinal.agent.simulation.marlin.SimulatedMarlin;

/** A person's own lines go out only while there is no run, and somebody looks again afterwards. */
class ErrandTest {
  private static final double[] TRAVEL = {300, 200, 80};

  private final List<String> executed = new ArrayList<>();
  private final VirtualBench printer =
      VirtualBench.printer(
          new SimulatedMarlin(MarlinSwitches.USUAL, TRAVEL, 1, executed::add),
          List.of("G28", "G1 X10 F100", "G1 X200"));
  private final VirtualBench mill =
      VirtualBench.mill(
          new SimulatedGrbl(GrblSwitches.USUAL, TRAVEL, 1, executed::add), List.of("G21"));

  private static void errand(VirtualBench bench, boolean jog, String text) {
    assertThat(bench.untilCondition(Condition.READY, 20)).isTrue();
    bench.ask(
        jog
            ? new Input.JogAsked(bench.now(), 7, "Ana", new Jog(10.0, null, null, 1000.0, false))
            : new Input.ErrandAsked(bench.now(), 7, "Ana", text));
  }

  @Test
  void aPrinterMovesAShortWayAndStandsAgain() {
    errand(printer, true, "X10.000 F1000");
    assertThat(printer.state().condition()).isEqualTo(Condition.TAKEN);
    assertThat(printer.untilCondition(Condition.OCCUPIED, 20)).isTrue();
    assertThat(executed).containsSubsequence("G91", "G1 X10.000 F1000", "G90", "M400");
    printer.startRun();
    assertThat(printer.lastAnswer()).isInstanceOf(Answer.Refused.class);
  }

  @Test
  void aMillJogs() {
    errand(mill, true, "X10.000 F1000");
    assertThat(mill.untilCondition(Condition.OCCUPIED, 20)).isTrue();
    assertThat(executed).anyMatch(line -> line.contains("X10.000"));
  }

  @Test
  void aLineIsSaid() {
    errand(printer, false, "M503");
    assertThat(printer.untilCondition(Condition.OCCUPIED, 20)).isTrue();
    assertThat(executed).contains("M503");
  }

  @Test
  void duringARunNothingIsSaid() {
    assertThat(printer.untilCondition(Condition.READY, 20)).isTrue();
    printer.startRun();
    assertThat(printer.untilCondition(Condition.STREAMING, 20)).isTrue();
    printer.ask(new Input.ErrandAsked(printer.now(), 7, "Ana", "M503"));
    assertThat(printer.lastAnswer()).asString().contains("only while it has no run");
    assertThat(executed).doesNotContain("M503");
  }

  @Test
  void linesThatTouchTheLinkOrWaitForAPersonAreRefused() {
    for (var text : List.of("M110 N0", "M0", "G1 X1\nG1 X2", "", "X".repeat(90))) {
      errand(printer, false, text);
      assertThat(printer.lastAnswer()).as(text).isInstanceOf(Answer.Refused.class);
    }
    errand(mill, false, "G1X1~");
    assertThat(mill.lastAnswer()).isInstanceOf(Answer.Refused.class);
  }
}
