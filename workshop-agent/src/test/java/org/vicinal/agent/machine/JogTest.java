package org.vicinal.agent.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.vicinal.agent.simulation.grbl.GrblSwitches;
import org.vicinal.agent.simulation.grbl.SimulatedGrbl;
import org.vicinal.agent.simulation.marlin.MarlinSwitches;
import org.vicinal.agent.simulation.marlin.SimulatedMarlin;

/**
 * A tool goes a short way by hand, or for as long as somebody says that the key is down and not a
 * moment longer; and never where nobody has said that there is room.
 */
class JogTest {
  private static final Heading RIGHT = new Heading(1, 0, 0, 1200);
  private static final double[] TRAVEL = {300, 200, 80};

  private final List<String> executed = new ArrayList<>();
  private final SimulatedGrbl grbl =
      new SimulatedGrbl(GrblSwitches.USUAL, TRAVEL, 1, executed::add);
  private final VirtualBench bench = VirtualBench.router(grbl, List.of("G21"), Spindle.DRIVEN);

  private static void hold(VirtualBench bench, Heading heading, int tenths) {
    for (int i = 0; i < tenths; i++) {
      bench.ask(new Input.DriveAsked(bench.now(), 7, "Anna", heading));
      pass(bench, 100);
    }
  }

  private static void pass(VirtualBench bench, long millis) {
    long to = bench.now() + millis * VirtualBench.SECOND / 1000;
    bench.passTo(to);
  }

  private void step(@Nullable Double x, @Nullable Double z, boolean beyond) {
    bench.ask(new Input.JogAsked(bench.now(), 7, "Anna", new Jog(x, null, z, 1000.0, beyond)));
  }

  private void release() {
    bench.ask(new Input.ReleaseAsked(bench.now(), 8));
  }

  private boolean untilOver() {
    return bench.until(() -> bench.state().condition() == Condition.OCCUPIED, 20);
  }

  private double x() {
    return x(grbl);
  }

  private static double x(SimulatedGrbl grbl) {
    return Double.parseDouble(grbl.describe().replaceAll("^\\S+ ", "").split(",", -1)[0]);
  }

  /** A board of 50 mm is confirmed where the machine stands. */
  private void confirmStock() {
    assertThat(bench.untilFree(20)).isTrue();
    bench.ask(new Input.StockSet(bench.now(), 3, "Anna", Stock.parse("50x50x10", "corner")));
    bench.confirm();
    assertThat(bench.until(() -> bench.state().condition() == Condition.READY, 20)).isTrue();
    pass(bench, 1500);
  }

  @Test
  void itMovesSmoothlyWhileTheKeyIsDownAndStopsWhenNothingMoreIsHeard() {
    assertThat(bench.untilFree(20)).isTrue();
    pass(bench, 1500);
    hold(bench, RIGHT, 20);
    assertThat(bench.state().condition()).isEqualTo(Condition.TAKEN);
    assertThat(grbl.describe()).startsWith("Jog");
    double there = x();
    assertThat(there).isBetween(25.0, 45.0);
    assertThat(untilOver()).isTrue();
    assertThat(x()).isLessThan(there + 20 * 0.5);
    assertThat(grbl.atRest()).isTrue();
  }

  @Test
  void aReleaseEndsItSoonerThanTheSilence() {
    assertThat(bench.untilFree(20)).isTrue();
    pass(bench, 1500);
    hold(bench, RIGHT, 10);
    release();
    long asked = bench.now();
    assertThat(bench.until(grbl::atRest, 2)).isTrue();
    assertThat(bench.now() - asked).isLessThan(VirtualBench.SECOND / 4);
    assertThat(bench.written).contains("\u0085");
  }

  @Test
  void aDriveEndsBeforeTheSpaceAroundTheConfirmedStockDoes() {
    confirmStock();
    hold(bench, RIGHT, 60);
    assertThat(x()).isBetween(45.0, 65.0);
  }

  @Test
  void aShortWayThatLeavesThatSpaceNeedsAWordOfItsOwn() {
    confirmStock();
    step(70.0, null, false);
    assertThat(bench.lastAnswer()).asString().contains("X to stay", "leaves 65.0 mm", "--beyond");
    step(70.0, null, true);
    assertThat(bench.lastAnswer()).isEqualTo(Answer.DONE);
    assertThat(untilOver()).isTrue();
    assertThat(x()).isEqualTo(70.0);
    step(-10.0, null, false); // who is outside may come back
    assertThat(bench.lastAnswer()).isEqualTo(Answer.DONE);
  }

  @Test
  void withoutAnOriginNothingGoesFartherThanTheMachineIsLong() {
    assertThat(bench.untilFree(20)).isTrue();
    pass(bench, 1500);
    step(null, 90.0, true);
    assertThat(bench.lastAnswer()).asString().contains("the machine's own length", "80.0 mm");
    step(null, 20.0, false);
    assertThat(bench.lastAnswer()).isEqualTo(Answer.DONE);
  }

  @Test
  void aLongWayIsBrokenOff() {
    assertThat(bench.untilFree(20)).isTrue();
    pass(bench, 1500);
    step(100.0, null, false);
    pass(bench, 1000);
    release();
    assertThat(untilOver()).isTrue();
    assertThat(x()).isBetween(5.0, 40.0);
  }

  @Test
  void duringARunNobodyMovesIt() {
    confirmStock();
    bench.startRun(RunRequest.Rehearsal.FIRST);
    hold(bench, RIGHT, 1);
    step(1.0, null, false);
    assertThat(bench.answers).asString().contains("only while it has no run");
    assertThat(executed).noneMatch(line -> line.startsWith("$J"));
  }

  /**
   * Whenever the key is let go, the machine stands in the end, and the next words are understood.
   */
  @Test
  void theCancelRaceIsWonAtEveryMoment() {
    Seeds.each(
        60,
        seed -> {
          Random random = new Random(seed);
          boolean hal = random.nextBoolean();
          var board =
              new SimulatedGrbl(
                  hal ? GrblSwitches.HAL : GrblSwitches.USUAL, TRAVEL, 1, executed::add);
          var mill =
              hal
                  ? VirtualBench.halRouter(board, List.of("G21"))
                  : VirtualBench.router(board, List.of("G21"), Spindle.DRIVEN);
          assertThat(mill.untilFree(20)).isTrue();
          pass(mill, 1500);
          for (int i = 0; i < 4; i++) {
            hold(mill, random.nextBoolean() ? RIGHT : new Heading(-1, 0, 0, 600), 1);
            pass(mill, random.nextInt(250));
            mill.ask(new Input.ReleaseAsked(mill.now(), 8));
            assertThat(mill.until(() -> mill.state().condition() == Condition.OCCUPIED, 5))
                .describedAs(mill.talk())
                .isTrue();
            assertThat(board.atRest()).isTrue();
            double there = x(board);
            pass(mill, 500);
            assertThat(x(board)).isEqualTo(there);
          }
          mill.confirm();
          assertThat(mill.until(() -> mill.state().condition() == Condition.READY, 20)).isTrue();
        });
  }

  @Test
  void aPrinterIsDrivenInShortMovesAndCountsAbsolutelyAgain() {
    var printer =
        VirtualBench.printer(
            new SimulatedMarlin(MarlinSwitches.USUAL, TRAVEL, 1, executed::add), List.of("G28"));
    assertThat(printer.untilCondition(Condition.READY, 20)).isTrue();
    hold(printer, RIGHT, 10);
    long asked = printer.now();
    assertThat(printer.until(() -> printer.state().condition() == Condition.OCCUPIED, 5)).isTrue();
    assertThat(printer.now() - asked).isLessThan(VirtualBench.SECOND);
    assertThat(executed).containsSubsequence("G91", "G1 X2.400 Y0.000 Z0.000 F1200", "G90", "M400");
    long pieces = executed.stream().filter(line -> line.startsWith("G1 X2.4")).count();
    assertThat(pieces).isBetween(8L, 13L);
  }
}
