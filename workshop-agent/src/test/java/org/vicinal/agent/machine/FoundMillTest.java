package org.vicinal.agent.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.vicinal.agent.firmware.GrblCodes;
import org.vicinal.agent.simulation.grbl.GrblSwitches;
import org.vicinal.agent.simulation.grbl.SimulatedGrbl;

/** A mill whose port does not restart it may be found in any state, and is led out of each. */
class FoundMillTest {
  private final SimulatedGrbl grbl =
      new SimulatedGrbl(GrblSwitches.USUAL, new double[] {300, 200, 80}, 1, line -> {});
  private final VirtualBench bench =
      VirtualBench.router(grbl, java.util.List.of("G21"), Spindle.DRIVEN);

  private void foundAfter(String bytes) {
    assertThat(bench.untilFree(20)).isTrue();
    bench.keepOnOpen();
    grbl.receive(bytes.getBytes(StandardCharsets.ISO_8859_1), bench.now());
    bench.ask(new Input.PortLost(bench.now(), "the cable is out"));
  }

  @Test
  void inAHoldItIsSomebodysAndGoesOnAtAPersonsWord() {
    foundAfter("!");
    assertThat(bench.until(() -> bench.state().condition() == Condition.TAKEN, 20)).isTrue();
    assertThat(bench.why()).contains("Hold", "Resume or stop it");
    bench.until(() -> false, 5);
    bench.ask(new Input.ResumeAsked(bench.now(), 4));
    assertThat(bench.lastAnswer()).isEqualTo(Answer.DONE);
    assertThat(bench.untilFree(30)).isTrue();
    assertThat(bench.state().findRun()).isEmpty();
  }

  @Test
  void asleepItIsWokenByAPersonAndAskedWhoItIs() {
    foundAfter("$SLP\n");
    assertThat(bench.until(() -> bench.state().condition() == Condition.ALARM, 30)).isTrue();
    assertThat(bench.why()).contains("sleeps", "let go");
    bench.ask(new Input.AlarmExitAsked(bench.now(), 5, Machine.AlarmExit.UNLOCK, "Anna"));
    assertThat(bench.untilFree(30)).isTrue();
  }

  @Test
  void aHoldWithoutARunTakesItAndResumeLetsItGo() {
    assertThat(bench.untilFree(20)).isTrue();
    grbl.receive(new byte[] {'!'}, bench.now());
    assertThat(bench.until(() -> bench.state().condition() == Condition.TAKEN, 20)).isTrue();
    bench.ask(new Input.ResumeAsked(bench.now(), 4));
    assertThat(bench.untilFree(20)).isTrue();
  }

  @Test
  void grblHalMeansOtherThingsByTheSameNumbers() {
    assertThat(GrblCodes.alarm(10, true, "")).contains("emergency stop is pressed");
    assertThat(GrblCodes.alarm(10, false, "")).contains("homing did not succeed");
    assertThat(GrblCodes.frozen(10, true)).isTrue();
    assertThat(GrblCodes.frozen(10, false)).isFalse();
    assertThat(GrblCodes.frozen(2, false)).isTrue();
  }
}
