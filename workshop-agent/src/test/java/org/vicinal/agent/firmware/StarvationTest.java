package org.vicinal.agent.firmware;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** One stop proves nothing; one look in twenty for a minute does, or half of them nearly empty. */
class StarvationTest {

  private static Starvation after(int looks, int everyNth, int free) {
    var seen = Starvation.BEGIN;
    for (int i = 1; i <= looks; i++) {
      seen = seen.look(i % everyNth == 0 ? free : 3, 15, false);
    }
    return seen;
  }

  @Test
  void aPlannerThatIsOftenEmptyStarvesAndTheFigureIsNamed() {
    assertThat(after(Starvation.LOOKS, 10, 15).findFault())
        .get()
        .asString()
        .contains("STARVING", "empty in 10 % of the last 240");
  }

  @Test
  void aPlannerThatIsMostlyNearlyEmptyIsSlow() {
    assertThat(after(Starvation.LOOKS, 2, 12).findFault())
        .get()
        .asString()
        .contains("STARVING", "in 50 % of the last 240", "slower than asked");
    assertThat(after(Starvation.LOOKS, 3, 12).findFault()).isEmpty();
    assertThat(after(Starvation.LOOKS, 2, 11).findFault()).isEmpty();
  }

  @Test
  void nothingIsSaidInTheMiddleOfASpanNorOfAFewStops() {
    assertThat(after(Starvation.LOOKS - 1, 2, 15).findFault()).isEmpty();
    assertThat(after(Starvation.LOOKS, 40, 15).findFault()).isEmpty();
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
