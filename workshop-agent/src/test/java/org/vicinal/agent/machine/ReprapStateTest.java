package org.vicinal.agent.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vicinal.agent.firmware.Firmware;
import org.vicinal.agent.simulation.Faults;
import org.vicinal.agent.simulation.Wire;
import org.vicinal.agent.simulation.marlin.MarlinSwitches;
import org.vicinal.agent.simulation.marlin.SimulatedMarlin;

/** Where RepRapFirmware is another machine than Marlin. */
class ReprapStateTest {
  private static final List<String> PROGRAM = program();

  private final List<String> executed = new ArrayList<>();
  private final SimulatedMarlin board =
      new SimulatedMarlin(MarlinSwitches.REPRAP, new double[] {250, 210, 210}, 1, executed::add);
  private final VirtualBench bench = bench(PROGRAM);

  private VirtualBench bench(List<String> program) {
    var random = new java.util.Random(1);
    var made =
        new VirtualBench(
            Firmware.RRF,
            board,
            new Wire(random, Faults.NONE, VirtualBench.BAUD),
            new Wire(random, Faults.NONE, VirtualBench.BAUD),
            program);
    made.keepOnOpen(); // native USB: opening the port changes nothing
    return made;
  }

  private static List<String> program() {
    List<String> lines = new ArrayList<>(List.of("G28", "M109 S200"));
    for (int i = 0; i < 60; i++) {
      lines.add("G1 X" + (10 + 100 * (i % 2)) + " Y" + i + " F6000");
    }
    return List.copyOf(lines);
  }

  @BeforeEach
  void greet() {
    assertThat(bench.untilCondition(Condition.READY, 30)).isTrue();
  }

  @Test
  void aRunEndsColdAndWhenTheLastMoveIsMade() {
    bench.startRun();
    assertThat(bench.until(() -> bench.findEnd().isPresent(), 3600)).isTrue();
    assertThat(bench.findEnd()).contains(new RunEnd.Completed(PROGRAM.size()));
    assertThat(board.atRest()).isTrue();
    assertThat(board.hotendTarget()).isZero();
  }

  @Test
  void aCancelWhileItHeatsActsAtOnce() {
    bench.startRun();
    assertThat(bench.until(() -> board.hotendTarget() > 0, 60)).isTrue();
    bench.until(() -> false, 10);
    long asked = bench.now();
    bench.ask(new Input.CancelAsked(asked, 5, "not wanted"));
    assertThat(bench.until(() -> bench.findEnd().isPresent(), 60)).isTrue();
    assertThat(bench.now() - asked).isLessThan(2 * VirtualBench.SECOND);
    assertThat(board.hotendTarget()).isZero();
  }

  @Test
  void aBoardThatWasStoppedComesBackWhenAPersonSaysSo() {
    bench.startRun();
    assertThat(bench.until(() -> executed.contains("G28"), 60)).isTrue();
    bench.ask(new Input.StopAsked(bench.now(), 5, false));
    bench.until(() -> false, 1);
    assertThat(board.describe()).startsWith("halted");
    assertThat(bench.state().condition()).isEqualTo(Condition.FAULTED);
    bench.until(() -> false, 60);
    assertThat(board.describe()).startsWith("halted");
    bench.confirm();
    assertThat(bench.untilCondition(Condition.OCCUPIED, 120)).isTrue();
    assertThat(bench.written).anyMatch(text -> text.contains("M999"));
  }

  @Test
  void itIsTakenWhileItPrintsFromItsOwnCardAndOccupiedAfterwards() {
    board.at("processing");
    assertThat(bench.untilCondition(Condition.TAKEN, 30)).isTrue();
    bench.startRun();
    assertThat(bench.lastAnswer()).isInstanceOf(Answer.Refused.class);
    board.at("idle");
    assertThat(bench.untilCondition(Condition.OCCUPIED, 30)).isTrue();
  }

  @Test
  void aRefusedLineEndsTheRunWithItsWords() {
    bench.startRun();
    assertThat(bench.until(() -> executed.contains(PROGRAM.get(5)), 3600)).isTrue();
    board.say("Error: G1: target position outside machine limits", bench.now());
    assertThat(bench.until(() -> bench.findEnd().isPresent(), 60)).isTrue();
    assertThat(bench.ends)
        .singleElement()
        .isInstanceOf(RunEnd.Failed.class)
        .asString()
        .contains("outside machine limits", "Correct the program");
    assertThat(board.hotendTarget()).isZero();
  }

  @Test
  void aHeaterFaultStopsTheRunAndEveryHeater() {
    bench.startRun();
    assertThat(bench.until(() -> executed.contains(PROGRAM.get(5)), 3600)).isTrue();
    board.say("Error: Heater 1 fault: temperature rising too slowly", bench.now());
    assertThat(bench.untilCondition(Condition.FAULTED, 5)).isTrue();
    bench.until(() -> false, 5);
    assertThat(board.hotendTarget()).isZero();
  }

  @Test
  void whatWantsAPersonIsNotSent() {
    assertThat(Firmware.RRF.asksPerson("M226")).isTrue();
    assertThat(Firmware.RRF.asksPerson("M600")).isTrue();
    assertThat(Firmware.RRF.asksPerson("M25")).isTrue();
    assertThat(Firmware.RRF.asksPerson("M106")).isFalse();
  }
}
