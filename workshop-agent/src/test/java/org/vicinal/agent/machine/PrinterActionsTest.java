package org.vicinal.agent.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vicinal.agent.simulation.marlin.MarlinSwitches;
import org.vicinal.agent.simulation.marlin.SimulatedMarlin;

/** What a printer asks of its host, at its panel or by itself, is a person's word or a question. */
class PrinterActionsTest {
  private static final List<String> PROGRAM = program();

  private final List<String> executed = new ArrayList<>();
  private SimulatedMarlin marlin = board();
  private final VirtualBench bench = VirtualBench.printer(marlin, PROGRAM);

  private SimulatedMarlin board() {
    return new SimulatedMarlin(
        MarlinSwitches.USUAL, new double[] {250, 210, 210}, 1, executed::add);
  }

  private static List<String> program() {
    List<String> lines = new ArrayList<>(List.of("M109 S200", "G28", "G1 X5 Y5 Z5 F6000"));
    for (int i = 0; i < 60; i++) {
      lines.add("G1 X" + (10 + 100 * (i % 2)) + " Y" + i + " F6000");
    }
    return List.copyOf(lines);
  }

  @BeforeEach
  void stream() {
    assertThat(bench.untilCondition(Condition.READY, 20)).isTrue();
    bench.startRun();
    assertThat(bench.until(() -> executed.contains(PROGRAM.get(20)), 600)).isTrue();
  }

  private void says(String action) {
    marlin.say("//action:" + action, bench.now());
    bench.until(() -> false, 1);
  }

  private void completes() {
    assertThat(bench.until(() -> bench.findEnd().isPresent(), 3600)).isTrue();
    assertThat(bench.findEnd()).contains(new RunEnd.Completed(PROGRAM.size()));
    assertThat(executed.stream().filter(PROGRAM.subList(3, 63)::contains).toList())
        .isEqualTo(PROGRAM.subList(3, 63));
  }

  @Test
  void pauseAndResumeAtThePanelAreAPersons() {
    says("pause");
    assertThat(bench.state().condition()).isEqualTo(Condition.HOLDING);
    assertThat(bench.why()).contains("panel");
    bench.until(() -> false, 60);
    assertThat(executed).contains("G1 Z5 F600");
    says("resume");
    completes();
  }

  /** A run into a command in which the firmware itself waits for somebody. */
  private VirtualBench waiting() {
    var lines = List.of("M109 S200", "G1 X5 Y5 Z5 F6000", "M226 P4", "G1 X20");
    marlin = board();
    var other = VirtualBench.printer(marlin, lines);
    assertThat(other.untilCondition(Condition.READY, 20)).isTrue();
    executed.clear();
    other.startRun();
    assertThat(other.untilCondition(Condition.ATTENTION, 600)).isTrue();
    return other;
  }

  @Test
  void aQuestionIsPutToThePersonAndResumingAnswersIt() {
    var other = waiting();
    for (var said :
        List.of(
            "prompt_begin Filament runout T0",
            "prompt_choice PurgeMore",
            "prompt_choice Continue",
            "prompt_show")) {
      marlin.say("//action:" + said, other.now());
      other.until(() -> false, 3);
    }
    assertThat(other.why())
        .contains("Filament runout T0 (PurgeMore, Continue)", "Resuming answers \"Continue\"");
    other.ask(new Input.ResumeAsked(other.now(), 6));
    assertThat(other.written).anyMatch(text -> text.contains("M876 S1"));
    assertThat(other.until(() -> other.findEnd().isPresent(), 600)).isTrue();
    assertThat(other.findEnd()).contains(new RunEnd.Completed(4));
  }

  @Test
  void aFirmwareThatWaitsTooLongIsLetGoOnAndStandsAsideCold() {
    var other = waiting();
    assertThat(other.until(() -> marlin.hotendTarget() == 0, 32 * 60)).isTrue();
    other.until(() -> false, 60);
    assertThat(executed).contains("M108", "G1 Z5 F600").doesNotContain("G1 X20");
    assertThat(other.state().condition()).isEqualTo(Condition.ATTENTION);
    assertThat(other.why()).contains("late", "Resume when somebody is there");
    other.ask(new Input.ResumeAsked(other.now(), 6));
    assertThat(other.until(() -> other.findEnd().isPresent(), 600)).isTrue();
    assertThat(other.findEnd()).contains(new RunEnd.Completed(4));
  }

  @Test
  void cancelAndAFailedProbeEndTheRunInOrder() {
    says("probe_failed");
    assertThat(bench.until(() -> bench.findEnd().isPresent(), 60)).isTrue();
    assertThat(bench.ends).singleElement().asString().contains("Probing the bed failed");
    assertThat(marlin.hotendTarget()).isZero();
  }

  @Test
  void poweroffIsTheEnd() {
    says("poweroff");
    assertThat(bench.state().condition()).isEqualTo(Condition.FAULTED);
    assertThat(bench.ends).singleElement().isInstanceOf(RunEnd.Failed.class);
  }

  @Test
  void disconnectLetsGoOfThePortAndMakesItSafeAfterwards() {
    says("disconnect");
    assertThat(bench.ends).singleElement().isInstanceOf(RunEnd.Interrupted.class);
    assertThat(bench.untilCondition(Condition.OCCUPIED, 60)).isTrue();
    assertThat(marlin.hotendTarget()).isZero();
  }

  @Test
  void aNotificationIsToldAndChangesNothing() {
    says("notification Layer 12 of 40");
    assertThat(bench.why()).contains("Layer 12 of 40");
    assertThat(bench.state().condition()).isEqualTo(Condition.STREAMING);
    completes();
  }

  @Test
  void aPrintFromTheCardTakesTheMachineAndItsEndGivesItBack() {
    completes();
    marlin.at("processing");
    assertThat(bench.untilCondition(Condition.TAKEN, 30)).isTrue();
    marlin.at("idle");
    assertThat(bench.untilCondition(Condition.OCCUPIED, 30)).isTrue();
  }

  @Test
  void aFilamentChangeOfTheProgramIsTheHostsPauseWithItsDeadline() {
    List<String> lines = List.of("M109 S200", "G1 X5 Y5 Z5 F6000", "M600", "G1 X20");
    marlin = board();
    var other = VirtualBench.printer(marlin, lines);
    assertThat(other.untilCondition(Condition.READY, 20)).isTrue();
    executed.clear();
    other.startRun();
    assertThat(other.untilCondition(Condition.ATTENTION, 600)).isTrue();
    assertThat(other.why()).contains("M600");
    assertThat(other.until(() -> marlin.hotendTarget() == 0, 31 * 60)).isTrue();
    other.until(() -> false, 60);
    assertThat(other.why()).contains("late");
    other.ask(new Input.ResumeAsked(other.now(), 6));
    assertThat(other.until(() -> other.findEnd().isPresent(), 600)).isTrue();
    assertThat(other.findEnd()).contains(new RunEnd.Completed(4));
    assertThat(executed).doesNotContain("M600").containsSubsequence("M104 S200", "G1 E2 F2100");
  }
}
