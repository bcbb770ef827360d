package org.vicinal.agent.firmware;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** One stop proves nothing; one look in twenty for a minute does. */
class StarvationTest {

  private static Starvation after(int looks, int everyNthEmpty) {
    var seen = Starvation.BEGIN;
    for (int i = 1; i <= looks; i++) {
      seen = seen.look(i % everyNthEmpty == 0 ? 15 : 3, 15, false);
    }
    return seen;
  }

  @Test
  void aPlannerThatIsOftenEmptyStarvesAndTheFigureIsNamed() {
    var seen = after(Starvation.LOOKS, 10);
    assertThat(seen.findFault()).get().asString().contains("STARVING", "10 % of the last 240");
    assertThat(seen.worst()).isEqualTo(10);
  }

  @Test
  void nothingIsSaidInTheMiddleOfASpanNorOfAFewStops() {
    assertThat(after(Starvation.LOOKS - 1, 2).findFault()).isEmpty();
    assertThat(after(Starvation.LOOKS, 40).findFault()).isEmpty();
  }

  @Test
  void whereThePlannerIsNotReportedStandingStillCounts() {
    var seen = Starvation.BEGIN;
    for (int i = 0; i < Starvation.LOOKS; i++) {
      seen = seen.look(-1, 0, i % 4 == 0);
    }
    assertThat(seen.findFault()).get().asString().contains("25 %");
  }
}
