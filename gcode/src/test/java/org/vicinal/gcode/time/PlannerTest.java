package org.vicinal.gcode.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/**
 * One long move takes its way over its speed, and what starting and stopping cost; every firmware
 * agrees on that.
 */
class PlannerTest {

  @Test
  void oneMoveFromRestToRest() {
    double seconds = 100 / 100.0 + 100 / 1000.0;
    assertThat(oneMove(new GrblPlanner(limits()))).isCloseTo(seconds, within(1e-6));
    assertThat(oneMove(new KlipperPlanner(limits()))).isCloseTo(seconds, within(1e-6));
    assertThat(oneMove(new MarlinDeviationPlanner(limits()))).isCloseTo(seconds, within(1e-3));
    assertThat(oneMove(new MarlinJerkPlanner(limits(), false)))
        .as("starts at its jerk")
        .isBetween(seconds - 0.02, seconds);
    assertThat(oneMove(new MarlinJerkPlanner(limits(), true)))
        .as("starts and ends at its jerk")
        .isBetween(seconds - 0.04, seconds);
  }

  @Test
  void aStraightLineIsAsFastInPieces() {
    for (Planner planner :
        new Planner[] {
          new GrblPlanner(limits()),
          new KlipperPlanner(limits()),
          new MarlinDeviationPlanner(limits())
        }) {
      for (int i = 1; i <= 100; i++) {
        planner.line(i, 0, 0, 0, 100, false);
      }
      planner.finish();
      assertThat(planner.seconds())
          .as(planner.getClass().getSimpleName())
          .isCloseTo(1.1, within(2e-3));
    }
  }

  @Test
  void grblSeesFifteenBlocksAhead() {
    Limits slow = limits();
    Arrays.fill(slow.acceleration, 10);
    var planner = new GrblPlanner(slow);
    for (int i = 1; i <= 1000; i++) {
      planner.line(i * 0.1, 0, 0, 0, 100, false);
    }
    planner.finish();
    double fastest = Math.sqrt(2 * 10 * 1.4);
    assertThat(planner.seconds())
        .as("never faster than can be stopped within 14 blocks")
        .isGreaterThan(100 / fastest);
  }

  @Test
  void squareCornersOfKlipperAreTakenAtTheirVelocity() {
    var planner = new KlipperPlanner(limits());
    planner.line(100, 0, 0, 0, 100, false);
    planner.line(100, 100, 0, 0, 100, false);
    planner.finish();
    double twoMoves = 2 * 1.1;
    double saved = 2 * 5 / 1000.0 - 5 * 5 / 1000.0 / 100; // both sides keep 5 mm/s in the corner
    assertThat(planner.seconds()).isCloseTo(twoMoves - saved, within(1e-4));
  }

  private static double oneMove(Planner planner) {
    planner.line(100, 0, 0, 0, 100, false);
    planner.finish();
    return planner.seconds();
  }

  private static Limits limits() {
    var limits = new Limits();
    Arrays.fill(limits.speed, 200);
    Arrays.fill(limits.acceleration, 1000);
    Arrays.fill(limits.jerk, 10);
    Arrays.fill(limits.stepsPerMm, 1e6);
    limits.printAcceleration = 1000;
    limits.retractAcceleration = 1000;
    limits.travelAcceleration = 1000;
    limits.junctionDeviation = 0.01;
    limits.squareCornerVelocity = 5;
    limits.minCruiseRatio = 0;
    return limits;
  }
}
