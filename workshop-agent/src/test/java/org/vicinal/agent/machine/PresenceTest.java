package org.vicinal.agent.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vicinal.agent.simulation.marlin.MarlinSwitches;
import org.vicinal.agent.simulation.marlin.SimulatedMarlin;

/** A hot machine works alone only when its firmware and a smoke alarm watch it. */
class PresenceTest {
  private static final long MINUTE = 60 * 1_000_000_000L;

  private final SimulatedMarlin marlin =
      new SimulatedMarlin(MarlinSwitches.USUAL, new double[] {250, 210, 210}, 1, line -> {});

  private VirtualBench slowRun(Attendance attendance) {
    List<String> lines =
        List.of("G1 X10 Y10 Z10 F600", "G4 S3000", "G4 S3000", "G4 S3000", "G1 X20");
    VirtualBench bench = VirtualBench.printer(marlin, lines, attendance);
    assertThat(bench.untilCondition(Condition.READY, 20)).isTrue();
    bench.ask(
        new Input.RunAsked(bench.now(), 1, new RunRequest("r", Path.of("program"), lines.size())));
    return bench;
  }

  @Test
  void withoutASmokeAlarmSomebodyIsAskedForEveryHour() {
    VirtualBench bench = slowRun(Attendance.HOURLY);
    assertThat(bench.until(() -> bench.state().condition() == Condition.ATTENTION, 3 * 3600))
        .isTrue();
    assertThat(bench.why()).contains("Nobody has said for an hour");
  }

  @Test
  void whoSaysThatTheyAreThereKeepsItGoing() {
    VirtualBench bench = slowRun(Attendance.HOURLY);
    for (int i = 0; i < 20 && bench.findEnd().isEmpty(); i++) {
      bench.until(() -> bench.findEnd().isPresent(), 30 * MINUTE / VirtualBench.SECOND);
      bench.ask(new Input.Confirmed(bench.now(), 9, "Anna", Instant.EPOCH, "I am here"));
      assertThat(bench.state().condition()).isNotEqualTo(Condition.ATTENTION);
    }
    assertThat(bench.findEnd()).contains(new RunEnd.Completed(5));
  }

  @Test
  void testedProtectionAndASmokeAlarmLetItWorkAlone() {
    VirtualBench bench = slowRun(Attendance.SMOKE_ALARM_AND_TESTED);
    assertThat(bench.until(() -> bench.findEnd().isPresent(), 4 * 3600)).isTrue();
    assertThat(bench.findEnd()).contains(new RunEnd.Completed(5));
  }
}
