package org.vicinal.agent.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vicinal.agent.simulation.grbl.GrblSwitches;
import org.vicinal.agent.simulation.grbl.SimulatedGrbl;

/**
 * A mill without limit switches knows only what people tell it: what lies on it, where its zero is,
 * and that somebody has seen where the program will be before it is cut.
 */
class SmallRouterTest {
  private static final double[] TRAVEL = {300, 200, 80};
  private static final Stock BOARD = Stock.parse("100x80x12", "corner");
  private static final List<String> PART =
      List.of("G0Z5", "M3S9000", "G0X10Y10", "G1Z-3F300", "G1X60F900", "G1Y40", "G0Z5", "M5", "M2");

  private final List<String> executed = new ArrayList<>();
  private final SimulatedGrbl grbl =
      new SimulatedGrbl(GrblSwitches.USUAL, TRAVEL, 1, executed::add);

  private VirtualBench ready(Spindle spindle, List<String> program, Stock stock) {
    var bench = VirtualBench.router(grbl, program, spindle);
    assertThat(bench.untilFree(20)).isTrue();
    bench.ask(new Input.StockSet(bench.now(), 3, "Anna", stock));
    assertThat(bench.lastAnswer()).isEqualTo(Answer.DONE);
    bench.confirm();
    assertThat(bench.until(() -> bench.state().condition() == Condition.READY, 20)).isTrue();
    return bench;
  }

  private static void resume(VirtualBench bench) {
    bench.until(() -> false, 3);
    bench.ask(new Input.ResumeAsked(bench.now(), 6));
    assertThat(bench.lastAnswer()).isEqualTo(Answer.DONE);
  }

  @Test
  void withoutAStockItIsNotConfirmed() {
    var bench = VirtualBench.router(grbl, PART, Spindle.DRIVEN);
    assertThat(bench.untilFree(20)).isTrue();
    bench.ask(
        new Input.Confirmed(bench.now(), 2, "Anna", java.time.Instant.EPOCH, "origin is set"));
    assertThat(bench.lastAnswer())
        .isInstanceOfSatisfying(
            Answer.Refused.class, no -> assertThat(no.reason()).contains("--stock 200x150x12"));
  }

  @Test
  void aProgramThatLeavesTheStockIsRefusedBeforeAnythingMoves() {
    var bench = ready(Spindle.DRIVEN, PART, Stock.parse("20x20x12", "corner"));
    bench.startRun();
    bench.until(() -> false, 20);
    assertThat(bench.lastAnswer())
        .isInstanceOfSatisfying(
            Answer.Refused.class,
            no -> assertThat(no.reason()).contains("X -15.0 to 35.0", "X 0.0 to 60.0"));
    assertThat(executed).noneMatch(line -> line.startsWith("G0") || line.startsWith("M3"));
  }

  @Test
  void theOutlineIsRunAboveTheStockBeforeTheFirstCutAndNotBeforeTheSecond() {
    var bench = ready(Spindle.DRIVEN, PART, BOARD);
    bench.startRun(RunRequest.Rehearsal.FIRST);
    assertThat(bench.untilCondition(Condition.ATTENTION, 60)).isTrue();
    assertThat(bench.why()).contains("Z5.0", "X 10.0 to 60.0, Y 10.0 to 40.0");
    bench.ask(new Input.ResumeAsked(bench.now(), 6));
    assertThat(bench.lastAnswer()).asString().contains("has not been run");
    bench.ask(new Input.OutlineAsked(bench.now(), 7, "Anna", false));
    bench.until(() -> false, 60);
    assertThat(executed)
        .containsSubsequence("G21G90G94G0Z5.000", "G1X60.000", "G1Y40.000", "G1X10.000")
        .doesNotContain("M3S9000");
    resume(bench);
    assertThat(bench.until(() -> bench.findEnd().isPresent(), 600)).isTrue();
    assertThat(bench.findEnd()).contains(new RunEnd.Completed(9));
    bench.confirm();
    bench.until(() -> false, 5);
    bench.startRun(RunRequest.Rehearsal.FIRST);
    assertThat(bench.until(() -> bench.ends.size() == 2, 600)).isTrue();
    assertThat(bench.findEnd()).contains(new RunEnd.Completed(9));
  }

  @Test
  void theOutlineMayBeLeftOutAtAPersonsWord() {
    var bench = ready(Spindle.DRIVEN, PART, BOARD);
    bench.startRun(RunRequest.Rehearsal.FIRST);
    assertThat(bench.untilCondition(Condition.ATTENTION, 60)).isTrue();
    bench.ask(new Input.OutlineAsked(bench.now(), 7, "Anna", true));
    assertThat(bench.until(() -> bench.findEnd().isPresent(), 600)).isTrue();
    assertThat(bench.findEnd()).contains(new RunEnd.Completed(9));
  }

  @Test
  void nobodyComesForTheOutlineAndTheRunIsGivenUp() {
    var bench = ready(Spindle.DRIVEN, PART, BOARD);
    bench.startRun(RunRequest.Rehearsal.FIRST);
    assertThat(bench.until(() -> bench.findEnd().isPresent(), 3600)).isTrue();
    assertThat(bench.ends).singleElement().asString().contains("Nobody came to see the outline");
    assertThat(executed).doesNotContain("M3S9000");
  }

  @Test
  void anUnlockLosesOriginAndStock() {
    var bench = ready(Spindle.DRIVEN, PART, BOARD);
    bench.ask(new Input.StopAsked(bench.now(), 5, false));
    bench.until(() -> false, 5);
    bench.ask(new Input.AlarmExitAsked(bench.now(), 7, Machine.AlarmExit.UNLOCK, "Anna"));
    assertThat(bench.until(() -> bench.state().condition() == Condition.OCCUPIED, 20)).isTrue();
    assertThat(bench.state().standing().knowledge().findStock()).isEmpty();
    assertThat(bench.state().standing().knowledge().origin()).isEmpty();
  }

  @Test
  void aSpindleWithItsOwnSwitchIsAPersonsWorkInItsOrder() {
    var bench = ready(Spindle.MANUAL, PART, BOARD);
    bench.startRun();
    assertThat(bench.untilCondition(Condition.ATTENTION, 60)).isTrue();
    assertThat(bench.why()).contains("Turn the spindle on, clockwise, 9000 rpm");
    assertThat(executed).contains("G0Z5").doesNotContain("G0X10Y10");
    resume(bench);
    assertThat(bench.untilCondition(Condition.ATTENTION, 600)).isTrue();
    assertThat(bench.why()).contains("Turn the spindle off");
    assertThat(grbl.atRest()).isTrue();
    assertThat(executed.stream().filter("G0Z5"::equals)).hasSize(2);
    resume(bench);
    assertThat(bench.until(() -> bench.findEnd().isPresent(), 600)).isTrue();
    assertThat(bench.findEnd()).contains(new RunEnd.Completed(9));
    assertThat(executed).contains("S9000").noneMatch(line -> line.contains("M3"));
  }

  @Test
  void aCancelSaysThatTheSpindleStillTurns() {
    var bench = ready(Spindle.MANUAL, PART, BOARD);
    bench.startRun();
    assertThat(bench.untilCondition(Condition.ATTENTION, 60)).isTrue();
    resume(bench);
    bench.until(() -> false, 1);
    bench.ask(new Input.CancelAsked(bench.now(), 5, "not wanted"));
    assertThat(bench.why()).contains("TURN THE SPINDLE OFF");
    assertThat(bench.until(() -> bench.findEnd().isPresent(), 60)).isTrue();
    assertThat(bench.why()).contains("TURN THE SPINDLE OFF");
  }

  @Test
  void aProgramThatForgetsTheSpindleEndsWithAPersonAtItsSwitch() {
    var bench = ready(Spindle.MANUAL, List.of("G0Z5", "M3S9000", "G0X10"), BOARD);
    bench.startRun();
    assertThat(bench.untilCondition(Condition.ATTENTION, 60)).isTrue();
    resume(bench);
    assertThat(bench.untilCondition(Condition.ATTENTION, 60)).isTrue();
    assertThat(bench.why()).contains("at its end: turn the spindle off");
    resume(bench);
    assertThat(bench.until(() -> bench.findEnd().isPresent(), 60)).isTrue();
    assertThat(bench.findEnd()).contains(new RunEnd.Completed(3));
  }

  @Test
  void motionOnALineWithAToolChangeIsNotLost() {
    var bench = ready(Spindle.DRIVEN, List.of("G0Z5", "T2M6G0X20", "G0X30M0", "G0X40"), BOARD);
    bench.startRun();
    assertThat(bench.untilCondition(Condition.ATTENTION, 60)).isTrue();
    assertThat(bench.why()).contains("Change to tool 2");
    assertThat(executed).noneMatch(line -> line.contains("X20"));
    resume(bench);
    assertThat(bench.until(() -> bench.why().contains("The program pauses"), 60)).isTrue();
    bench.until(() -> false, 5);
    assertThat(executed).containsSubsequence("T2G0X20", "G0X30").doesNotContain("G0X40");
    resume(bench);
    assertThat(bench.until(() -> bench.findEnd().isPresent(), 60)).isTrue();
    assertThat(executed).contains("G0X40");
  }

  @Test
  void inchesOfTheProgramBeforeDoNotReachTheNext() {
    var bench = ready(Spindle.DRIVEN, List.of("G20", "G0X1"), BOARD);
    bench.startRun();
    assertThat(bench.until(() -> bench.findEnd().isPresent(), 60)).isTrue();
    executed.clear();
    bench.confirm();
    bench.until(() -> false, 5);
    bench.startRun();
    bench.until(() -> executed.contains("G20"), 60);
    assertThat(executed).containsSubsequence("G54G17G21G90G94", "G20");
  }
}
