package org.vicinal.agent.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vicinal.agent.simulation.grbl.GrblSwitches;
import org.vicinal.agent.simulation.grbl.SimulatedGrbl;

/**
 * A mill holds before it is reset, keeps its position when it can, and gets no byte in an alarm but
 * those that lead out of it.
 */
class MillStateTest {
  private static final double[] TRAVEL = {300, 200, 80};

  private final List<String> executed = new ArrayList<>();
  private SimulatedGrbl grbl = new SimulatedGrbl(GrblSwitches.USUAL, TRAVEL, 1, executed::add);

  private static List<String> program(String... more) {
    List<String> lines = new ArrayList<>(List.of("G21G90", "M3S8000"));
    for (int i = 0; i < 40; i++) {
      lines.add("G1X-" + (10 + 50 * (i % 2)) + "Y-" + i + "F2000");
    }
    lines.addAll(List.of(more));
    return lines;
  }

  private VirtualBench bench = VirtualBench.mill(grbl, program());

  @BeforeEach
  void greet() {
    assertThat(bench.untilCondition(Condition.READY, 20)).isTrue();
  }

  private void stream(int lines) {
    bench.startRun();
    assertThat(
            bench.until(
                () -> executed.stream().filter(l -> l.startsWith("G1")).count() > lines, 600))
        .isTrue();
  }

  @Test
  void aRunEndsAtRestWithTheSpindleOff() {
    bench.startRun();
    assertThat(bench.until(() -> bench.findEnd().isPresent(), 3600)).isTrue();
    assertThat(bench.findEnd()).contains(new RunEnd.Completed(42));
    assertThat(grbl.atRest()).isTrue();
    assertThat(grbl.spindleTurns()).isFalse();
    assertThat(bench.state().condition()).isEqualTo(Condition.OCCUPIED);
  }

  @Test
  void aCancelHoldsThenResetsAndLosesNoPosition() {
    stream(20);
    bench.ask(new Input.CancelAsked(bench.now(), 5, "not wanted"));
    assertThat(bench.until(() -> bench.findEnd().isPresent(), 60)).isTrue();
    assertThat(grbl.alarmedNow()).isFalse();
    assertThat(grbl.spindleTurns()).isFalse();
    assertThat(bench.ends).singleElement().isInstanceOf(RunEnd.Cancelled.class);
    assertThat(bench.written.indexOf("\u0018")).isGreaterThan(bench.written.indexOf("!?"));
  }

  @Test
  void aPauseHoldsWithinTheMoveAndAResumeGoesOn() {
    stream(20);
    bench.ask(new Input.PauseAsked(bench.now(), 5));
    bench.until(() -> false, 3);
    assertThat(bench.state().condition()).isEqualTo(Condition.HOLDING);
    assertThat(grbl.describe()).startsWith("Hold:0");
    bench.ask(new Input.ResumeAsked(bench.now(), 6));
    assertThat(bench.until(() -> bench.findEnd().isPresent(), 3600)).isTrue();
    assertThat(bench.findEnd()).contains(new RunEnd.Completed(42));
    assertThat(executed).containsSubsequence(program());
  }

  @Test
  void aRefusedLineEndsTheRunAndNamesItself() {
    grbl = new SimulatedGrbl(GrblSwitches.USUAL, TRAVEL, 1, executed::add);
    bench = VirtualBench.mill(grbl, program("G1X-10X-20", "G1X-1"));
    greet();
    bench.startRun();
    assertThat(bench.until(() -> bench.findEnd().isPresent(), 3600)).isTrue();
    assertThat(bench.ends)
        .singleElement()
        .asString()
        .contains("Line 43", "error:25", "G1X-10X-20", "Failed");
    assertThat(bench.state().condition()).isEqualTo(Condition.OCCUPIED);
    assertThat(grbl.spindleTurns()).isFalse();
  }

  @Test
  void nothingGoesToAMachineInAlarmButTheWayOut() {
    stream(20);
    grbl.hitLimit(bench.now());
    assertThat(bench.untilCondition(Condition.ALARM, 5)).isTrue();
    assertThat(bench.ends).singleElement().asString().contains("ALARM:1", "Failed");
    bench.until(() -> false, 600);
    assertThat(bench.intoAlarm).isEmpty();
    bench.ask(new Input.AlarmExitAsked(bench.now(), 7, Machine.AlarmExit.UNLOCK, "Anna"));
    assertThat(bench.untilCondition(Condition.OCCUPIED, 60)).isTrue();
    assertThat(bench.intoAlarm).allMatch(text -> text.equals("\u0018") || text.equals("$X\n"));
  }

  @Test
  void aMachineWithSwitchesIsFoundLockedAndHomedByAPerson() {
    grbl = new SimulatedGrbl(GrblSwitches.HOMING, TRAVEL, 1, executed::add);
    bench = VirtualBench.mill(grbl, program());
    assertThat(bench.untilCondition(Condition.ALARM, 20)).isTrue();
    bench.ask(new Input.AlarmExitAsked(bench.now(), 7, Machine.AlarmExit.HOME, "Anna"));
    assertThat(bench.until(() -> bench.state().condition() != Condition.ALARM, 60)).isTrue();
    assertThat(executed).contains("$H");
  }

  @Test
  void aMoveBeyondTheTravelFailsTheRun() {
    grbl = new SimulatedGrbl(GrblSwitches.HOMING, TRAVEL, 1, executed::add);
    bench = VirtualBench.mill(grbl, program("G1X-400"));
    assertThat(bench.untilCondition(Condition.ALARM, 20)).isTrue();
    bench.ask(new Input.AlarmExitAsked(bench.now(), 7, Machine.AlarmExit.HOME, "Anna"));
    assertThat(bench.untilCondition(Condition.READY, 60)).isTrue();
    bench.startRun();
    assertThat(bench.until(() -> bench.findEnd().isPresent(), 3600)).isTrue();
    assertThat(bench.ends).singleElement().asString().contains("ALARM:2");
    assertThat(bench.state().condition()).isEqualTo(Condition.ALARM);
  }

  @Test
  void aStopIsOneByteAndThePositionIsLost() {
    stream(20);
    bench.ask(new Input.StopAsked(bench.now(), 5, false));
    bench.until(() -> false, 1);
    assertThat(bench.written).endsWith("\u0018");
    assertThat(grbl.alarmedNow()).isTrue();
    assertThat(grbl.spindleTurns()).isFalse();
    assertThat(bench.state().condition()).isEqualTo(Condition.ALARM);
  }

  @Test
  void aMuteControllerIsNoticed() {
    stream(20);
    bench.back.cut();
    assertThat(bench.untilCondition(Condition.FAULTED, 120)).isTrue();
    assertThat(bench.findEnd()).isPresent();
  }

  @Test
  void afterAnInterruptedRunTheSpindleIsStoppedBeforeAnythingElse() {
    bench.keepOnOpen();
    stream(20);
    bench.ask(new Input.PortLost(bench.now(), "the cable is out"));
    assertThat(bench.until(() -> !grbl.spindleTurns(), 30)).isTrue();
    assertThat(
            bench.until(
                () ->
                    bench.state().condition() == Condition.ALARM
                        || bench.state().condition() == Condition.OCCUPIED,
                60))
        .isTrue();
  }

  @Test
  void somebodyWhoMovesItTakesIt() {
    grbl.receive("$J=G91X-10F600\n".getBytes(java.nio.charset.StandardCharsets.UTF_8), bench.now());
    assertThat(bench.untilCondition(Condition.TAKEN, 10)).isTrue();
    bench.startRun();
    assertThat(bench.lastAnswer()).isInstanceOf(Answer.Refused.class);
    assertThat(bench.untilCondition(Condition.OCCUPIED, 10)).isTrue();
  }

  @Test
  void aToolChangeIsAPersonsWorkAndIsNotSent() {
    bench = VirtualBench.mill(grbl, List.of("G21", "T2M6", "G0X-10"));
    greet();
    bench.startRun();
    assertThat(bench.untilCondition(Condition.ATTENTION, 60)).isTrue();
    assertThat(executed).doesNotContain("T2M6", "G0X-10");
    bench.until(() -> false, 10);
    bench.ask(new Input.ResumeAsked(bench.now(), 6));
    assertThat(bench.until(() -> bench.findEnd().isPresent(), 60)).isTrue();
    assertThat(bench.findEnd()).contains(new RunEnd.Completed(3));
  }

  @Test
  void aToolChangeIsMadeAboveTheWorkWithTheSpindleOff() {
    bench =
        VirtualBench.mill(
            grbl, List.of("G21G90", "M3S8000", "G0Z0", "G1X-20Y-20F2000", "G1Z-3", "T2M6", "X-30"));
    greet();
    bench.startRun();
    assertThat(bench.untilCondition(Condition.ATTENTION, 60)).isTrue();
    assertThat(bench.until(() -> !grbl.spindleTurns(), 60)).isTrue();
    bench.until(() -> false, 5);
    assertThat(executed).containsSubsequence("G1Z-3", "G0Z0", "M5");
    bench.ask(new Input.ResumeAsked(bench.now(), 6));
    assertThat(bench.until(() -> bench.findEnd().isPresent(), 120)).isTrue();
    assertThat(executed)
        .containsSubsequence("M3S8000", "G4P4", "G0X-20Y-20", "G1Z-3F300", "G1F2000", "X-30");
    assertThat(bench.findEnd()).contains(new RunEnd.Completed(7));
  }

  @Test
  void aPauseThatNobodyEndsStopsTheSpindleAndGoesOnWhenSomebodyComes() {
    stream(20);
    bench.ask(new Input.PauseAsked(bench.now(), 5));
    bench.until(() -> false, 60);
    assertThat(grbl.spindleTurns()).isTrue();
    assertThat(bench.until(() -> !grbl.spindleTurns(), 31 * 60)).isTrue();
    assertThat(bench.state().condition()).isEqualTo(Condition.HOLDING);
    bench.ask(new Input.ResumeAsked(bench.now(), 6));
    assertThat(bench.until(() -> bench.findEnd().isPresent(), 3600)).isTrue();
    assertThat(bench.findEnd()).contains(new RunEnd.Completed(42));
    assertThat(executed).containsSubsequence(program());
  }

  @Test
  void theControllerReadsAProgramBeforeItIsCutForTheFirstTime() {
    bench = VirtualBench.mill(grbl, program("G1X-10X-20"));
    greet();
    bench.startRun(RunRequest.Rehearsal.FIRST);
    assertThat(bench.until(() -> bench.findEnd().isPresent(), 3600)).isTrue();
    assertThat(bench.ends)
        .singleElement()
        .asString()
        .contains("Line 43 was refused before anything moved", "error:25");
    assertThat(grbl.spindleTurns()).isFalse();
    assertThat(bench.written.stream().filter("$C\n"::equals)).hasSize(1);
    assertThat(bench.state().condition()).isEqualTo(Condition.OCCUPIED);
  }

  @Test
  void aProgramThatHasPassedIsCutAndNotReadAgain() {
    for (int run = 1; run < 3; run++) {
      int before = bench.ends.size();
      bench.startRun(RunRequest.Rehearsal.FIRST);
      if (run == 1) {
        assertThat(bench.untilCondition(Condition.ATTENTION, 600)).isTrue();
        bench.ask(new Input.OutlineAsked(bench.now(), 9, "Anna", true));
      }
      assertThat(bench.until(() -> bench.ends.size() > before, 3600)).isTrue();
      assertThat(bench.findEnd()).contains(new RunEnd.Completed(42));
      bench.confirm();
      assertThat(bench.until(() -> bench.state().condition() == Condition.READY, 20)).isTrue();
    }
    assertThat(bench.written.stream().filter("$C\n"::equals)).hasSize(1);
  }

  @Test
  void anOriginThatIsNotTheConfirmedOneIsNotCutFrom() {
    hear("G10L2P1X-5Y-5Z0");
    bench.until(() -> false, 5);
    bench.startRun();
    bench.until(() -> false, 20);
    assertThat(bench.lastAnswer())
        .isInstanceOfSatisfying(
            Answer.Refused.class,
            no -> assertThat(no.reason()).contains("origin", "-5.000", "Set the origin again"));
    assertThat(executed).doesNotContain("M3S8000");
    assertThat(bench.state().condition()).isEqualTo(Condition.OCCUPIED);
  }

  /** Another host, or a pendant. */
  private void hear(String line) {
    grbl.receive((line + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8), bench.now());
  }

  @Test
  void aLaserIsRefused() {
    hear("$32=1");
    bench.until(() -> false, 2);
    bench.ask(new Input.PortLost(bench.now(), "the cable is out"));
    assertThat(bench.untilCondition(Condition.READY, 60)).isTrue();
    bench.startRun();
    assertThat(bench.lastAnswer())
        .isInstanceOfSatisfying(
            Answer.Refused.class, no -> assertThat(no.reason()).contains("laser", "$32=0"));
  }

  @Test
  void aControllerThatStartsByItselfHasLostItsPlaceAndNeedsAPerson() {
    grbl.reset(bench.now());
    assertThat(bench.until(() -> bench.state().condition() == Condition.OCCUPIED, 30)).isTrue();
    bench.startRun();
    assertThat(bench.lastAnswer()).isInstanceOf(Answer.Refused.class);
  }
}
