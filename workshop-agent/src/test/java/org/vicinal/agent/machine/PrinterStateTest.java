package org.vicinal.agent.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vicinal.agent.simulation.marlin.MarlinSwitches;
import org.vicinal.agent.simulation.marlin.SimulatedMarlin;

/**
 * A printer takes a run when a person has confirmed, writes it down first, ends it once, and is
 * cold and occupied afterwards.
 */
class PrinterStateTest {
  private static final List<String> PROGRAM = program();

  private final List<String> executed = new ArrayList<>();
  private final SimulatedMarlin marlin =
      new SimulatedMarlin(MarlinSwitches.USUAL, new double[] {250, 210, 210}, 1, executed::add);
  private final VirtualBench bench = VirtualBench.printer(marlin, PROGRAM);

  private static List<String> program() {
    List<String> lines = new ArrayList<>(List.of("G28", "M104 S200", "M109 S200"));
    for (int i = 0; i < 60; i++) {
      lines.add("G1 X" + (10 + 100 * (i % 2)) + " Y" + i + " F6000");
    }
    lines.add("M104 S0");
    return List.copyOf(lines);
  }

  @BeforeEach
  void greet() {
    assertThat(bench.untilCondition(Condition.READY, 20)).isTrue();
  }

  private void stream(int lines) {
    bench.startRun();
    assertThat(bench.until(() -> executed.contains(PROGRAM.get(lines)), 600)).isTrue();
  }

  @Test
  void aRunEndsWhenTheLastMoveIsMadeAndNeedsANewConfirmation() {
    bench.startRun();
    assertThat(bench.until(() -> bench.findEnd().isPresent(), 3600)).isTrue();
    assertThat(bench.findEnd()).contains(new RunEnd.Completed(PROGRAM.size()));
    assertThat(marlin.atRest()).isTrue();
    assertThat(bench.state().condition()).isEqualTo(Condition.OCCUPIED);
    bench.startRun();
    assertThat(bench.lastAnswer()).isInstanceOf(Answer.Refused.class);
    bench.confirm();
    assertThat(bench.state().condition()).isEqualTo(Condition.READY);
  }

  @Test
  void aRunThatCannotBeWrittenDownSendsNoByte() {
    bench.breakJournal();
    bench.startRun();
    assertThat(bench.lastAnswer()).asString().contains("no space left");
    assertThat(bench.writtenSinceJournal()).isEmpty();
    assertThat(bench.state().condition()).isEqualTo(Condition.READY);
    assertThat(bench.ends).isEmpty();
  }

  @Test
  void aCancelDuringHeatingActsAtOnceAndLeavesItCold() {
    for (MarlinSwitches switches : List.of(MarlinSwitches.USUAL, MarlinSwitches.OLD)) {
      var printer = new SimulatedMarlin(switches, new double[] {250, 210, 210}, 1, executed::add);
      VirtualBench other = VirtualBench.printer(printer, PROGRAM);
      assertThat(other.untilCondition(Condition.READY, 20)).isTrue();
      other.startRun();
      assertThat(other.until(() -> printer.hotendTarget() > 0, 60)).isTrue();
      other.until(() -> false, 20);
      assertThat(executed).doesNotContain("M109 S200");
      long asked = other.now();
      other.ask(new Input.CancelAsked(other.now(), 5, "not wanted"));
      assertThat(other.until(() -> other.findEnd().isPresent(), 60)).isTrue();
      assertThat(other.now() - asked).isLessThan(2 * VirtualBench.SECOND);
      assertThat(other.ends).singleElement().isInstanceOf(RunEnd.Cancelled.class);
      assertThat(printer.hotendTarget()).isZero();
      assertThat(printer.bedTarget()).isZero();
    }
  }

  @Test
  void aPauseStandsStillAndAResumeGoesOnWithoutGapOrDouble() {
    stream(20);
    bench.ask(new Input.PauseAsked(bench.now(), 5));
    assertThat(bench.until(marlin::atRest, 60)).isTrue();
    assertThat(bench.state().condition()).isEqualTo(Condition.HOLDING);
    bench.until(() -> false, 30);
    int before = executed.size();
    bench.until(() -> false, 30);
    assertThat(executed.subList(before, executed.size())).allMatch(line -> line.startsWith("M105"));
    bench.ask(new Input.ResumeAsked(bench.now(), 6));
    assertThat(bench.until(() -> bench.findEnd().isPresent(), 3600)).isTrue();
    assertThat(executed.stream().filter(PROGRAM.subList(3, 63)::contains).toList())
        .isEqualTo(PROGRAM.subList(3, 63));
  }

  @Test
  void aRestartOfTheBoardInterruptsTheRunAndNothingIsSentOn() {
    stream(20);
    marlin.reset(bench.now());
    assertThat(bench.until(() -> bench.findEnd().isPresent(), 60)).isTrue();
    assertThat(bench.ends).singleElement().isInstanceOf(RunEnd.Interrupted.class);
    int before = Collections.frequency(executed, "G28");
    assertThat(bench.untilCondition(Condition.OCCUPIED, 60)).isTrue();
    bench.until(() -> false, 60);
    assertThat(Collections.frequency(executed, "G28")).isEqualTo(before);
  }

  @Test
  void aRestartWhoseFirstWordTheNoiseHasEatenInterruptsItToo() {
    stream(20);
    marlin.say("echo: Watchdog Reset", bench.now());
    assertThat(bench.until(() -> bench.findEnd().isPresent(), 10)).isTrue();
    assertThat(bench.ends)
        .singleElement()
        .isInstanceOf(RunEnd.Interrupted.class)
        .asString()
        .contains("Watchdog Reset", "power supply");
  }

  @Test
  void aFirmwareThatStopsTheMachineWaitsForAPerson() {
    stream(20);
    marlin.thermalFault(bench.now());
    assertThat(bench.untilCondition(Condition.FAULTED, 5)).isTrue();
    assertThat(bench.ends).singleElement().asString().contains("Thermal Runaway");
    int before = bench.written.size();
    bench.until(() -> false, 60);
    assertThat(bench.written).hasSize(before);
    bench.confirm();
    assertThat(bench.untilCondition(Condition.OCCUPIED, 30)).isTrue();
  }

  @Test
  void aStopKillsTheFirmwareWithinATenthOfASecond() {
    stream(20);
    bench.ask(new Input.StopAsked(bench.now(), 5, false));
    bench.until(() -> false, 1);
    assertThat(marlin.describe()).startsWith("halted");
    assertThat(bench.ends).singleElement().isInstanceOf(RunEnd.Cancelled.class);
    assertThat(bench.state().condition()).isEqualTo(Condition.FAULTED);
    assertThat(bench.why())
        .as("the halt that was asked for")
        .doesNotContain("The firmware stopped");
  }

  @Test
  void aLinkThatGoesDeadIsNoticedAndMadeSafeAsFarAsWordsReach() {
    stream(20);
    bench.back.cut();
    assertThat(bench.untilCondition(Condition.FAULTED, 60)).isTrue();
    assertThat(bench.ends).singleElement().isInstanceOf(RunEnd.Interrupted.class);
    bench.until(() -> false, 2);
    assertThat(marlin.hotendTarget()).isZero();
  }

  @Test
  void afterAnInterruptedRunItIsMadeColdBeforeAnythingElse() {
    bench.keepOnOpen();
    stream(20);
    assertThat(marlin.hotendTarget()).isPositive();
    bench.ask(new Input.PortLost(bench.now(), "the cable is out"));
    assertThat(bench.ends).singleElement().isInstanceOf(RunEnd.Interrupted.class);
    assertThat(bench.untilCondition(Condition.OCCUPIED, 60)).isTrue();
    assertThat(marlin.hotendTarget()).isZero();
    assertThat(marlin.bedTarget()).isZero();
  }

  @Test
  void anAgentThatEndsLeavesItColdAndTheRunInterrupted() {
    stream(20);
    bench.ask(new Input.EndAsked(bench.now()));
    assertThat(bench.until(() -> marlin.hotendTarget() == 0, 3)).isTrue();
    assertThat(bench.until(() -> bench.findEnd().isPresent(), 60)).isTrue();
    assertThat(bench.ends).singleElement().isInstanceOf(RunEnd.Interrupted.class);
  }

  @Test
  void aLineThatWantsAPersonIsNotSentAndWaits() {
    List<String> lines = List.of("G28", "G1 X10 F600", "M0 change the colour", "G1 X20");
    VirtualBench other = VirtualBench.printer(marlin, lines);
    assertThat(other.untilCondition(Condition.READY, 20)).isTrue();
    other.startRun();
    assertThat(other.untilCondition(Condition.ATTENTION, 60)).isTrue();
    other.until(() -> false, 120);
    assertThat(executed).noneMatch(line -> line.startsWith("M0")).doesNotContain("G1 X20");
    other.ask(new Input.ResumeAsked(other.now(), 6));
    assertThat(other.until(() -> other.findEnd().isPresent(), 60)).isTrue();
    assertThat(other.findEnd()).contains(new RunEnd.Completed(4));
  }

  @Test
  void whenNobodyComesItGoesColdAndWaitsOnAndIsWarmedForWhoComesLate() {
    VirtualBench other =
        VirtualBench.printer(marlin, List.of("M109 S200", "G1 X9 Y9 Z9 F6000", "M0", "G1 X20"));
    assertThat(other.untilCondition(Condition.READY, 20)).isTrue();
    other.startRun();
    assertThat(other.untilCondition(Condition.ATTENTION, 600)).isTrue();
    assertThat(other.until(() -> marlin.hotendTarget() == 0, 31 * 60)).isTrue();
    other.until(() -> false, 600);
    assertThat(other.state().condition()).isEqualTo(Condition.ATTENTION);
    assertThat(other.why()).contains("Nobody has come", "late");
    executed.clear();
    other.ask(new Input.ResumeAsked(other.now(), 6));
    assertThat(other.until(() -> other.findEnd().isPresent(), 600)).isTrue();
    assertThat(other.findEnd()).contains(new RunEnd.Completed(4));
    assertThat(executed)
        .containsSubsequence("M104 S200", "G1 X9 Y9 F4800", "G1 Z9 F600", "G1 E2 F2100", "G1 X20");
    assertThat(marlin.hotendTarget()).isZero();
  }

  @Test
  void whenNobodyComesAtAllTheRunIsGivenUp() {
    VirtualBench other = VirtualBench.printer(marlin, List.of("M104 S200", "M0", "G1 X20"));
    assertThat(other.untilCondition(Condition.READY, 20)).isTrue();
    other.startRun();
    assertThat(other.until(() -> other.findEnd().isPresent(), 10 * 3600)).isTrue();
    assertThat(other.ends).singleElement().asString().contains("Nobody came");
    assertThat(marlin.hotendTarget()).isZero();
  }

  @Test
  void aPauseStandsAsideAndAResumeComesBackBeforeTheNextLine() {
    stream(20);
    bench.ask(new Input.PauseAsked(bench.now(), 5));
    bench.until(() -> false, 30);
    assertThat(executed)
        .containsSubsequence("M400", "M83", "G1 E-2 F2100", "G1 Z5 F600", "G1 X0 Y210 F4800");
    int lines = executed.size();
    bench.ask(new Input.ResumeAsked(bench.now(), 6));
    assertThat(bench.until(() -> bench.findEnd().isPresent(), 3600)).isTrue();
    List<String> after = executed.subList(lines, executed.size());
    assertThat(after)
        .containsSubsequence("G1 Z-5 F600", "G1 E2 F2100", "G92 E0", "M82", "G1 F6000");
  }

  @Test
  void aCancelSaysWhereTheToolStands() {
    stream(20);
    bench.ask(new Input.CancelAsked(bench.now(), 5, "Not wanted."));
    assertThat(bench.until(() -> bench.findEnd().isPresent(), 60)).isTrue();
    assertThat(bench.ends)
        .singleElement()
        .asString()
        .contains("Not wanted. The tool was sent to X0 Y210");
    assertThat(executed).containsSubsequence("M104 S0", "M140 S0", "G1 Z5 F600", "M84 X Y E");
    assertThat(marlin.hotendTarget()).isZero();
  }
}
