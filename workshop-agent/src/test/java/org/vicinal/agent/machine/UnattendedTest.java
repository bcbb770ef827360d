package org.vicinal.agent.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vicinal.agent.AgentSettings;
import org.vicinal.agent.simulation.marlin.MarlinSwitches;
import org.vicinal.agent.simulation.marlin.SimulatedMarlin;
import org.vicinal.messages.config.Configuration;

/**
 * From what a workshop writes in workshop.yaml to what its printer does in the night: it goes on
 * alone only with a smoke alarm in the room, and a firmware that guards its heaters or an owner who
 * has tested that it does.
 */
class UnattendedTest {
  private static final List<String> NIGHT =
      List.of("G1 X10 Y10 Z10 F600", "G4 S3000", "G4 S3000", "G4 S3000", "G1 X20");
  private static final MarlinSwitches GUARDED = MarlinSwitches.USUAL;
  private static final MarlinSwitches UNGUARDED =
      MarlinSwitches.USUAL.with("thermalProtection", "false");

  @TempDir private Path folder;

  private MachineSettings written(String keys) throws IOException {
    var file = folder.resolve("workshop.yaml");
    Files.writeString(
        file,
        """
        machines:
          - name: mk3
            port: /dev/none
            controller: marlin
            room: [250, 210, 210]
            materials: {PLA: 25.00}
        """
            + keys.indent(4));
    var settings = Configuration.read(AgentSettings.class, file, "NONE_", Map.of(), Map.of());
    return settings.listMachines().getFirst().settings();
  }

  private VirtualBench night(MarlinSwitches switches, String keys) throws IOException {
    var marlin = new SimulatedMarlin(switches, new double[] {250, 210, 210}, 1, line -> {});
    var bench = VirtualBench.printer(marlin, NIGHT, written(keys));
    assertThat(bench.untilCondition(Condition.READY, 20)).isTrue();
    bench.startRun();
    bench.until(
        () -> bench.findEnd().isPresent() || bench.state().condition() == Condition.ATTENTION,
        4 * 3600);
    return bench;
  }

  private static void asksForSomebody(VirtualBench bench) {
    assertThat(bench.findEnd()).isEmpty();
    assertThat(bench.state().condition()).isEqualTo(Condition.ATTENTION);
    assertThat(bench.why()).contains("Nobody has said for an hour");
  }

  private static void worksAlone(VirtualBench bench) {
    assertThat(bench.findEnd()).contains(new RunEnd.Completed(NIGHT.size()));
  }

  @Test
  void withoutEitherSomebodyIsAskedFor() throws IOException {
    asksForSomebody(night(UNGUARDED, ""));
  }

  @Test
  void aGuardedFirmwareWithoutASmokeAlarmIsNotEnough() throws IOException {
    asksForSomebody(night(GUARDED, ""));
    asksForSomebody(night(GUARDED, "smoke-alarm: false\nthermal-protection: tested by Anna"));
  }

  @Test
  void aSmokeAlarmAboveAnUnguardedFirmwareIsNotEnough() throws IOException {
    asksForSomebody(night(UNGUARDED, "smoke-alarm: true"));
  }

  @Test
  void bothLetItWorkAlone() throws IOException {
    worksAlone(night(GUARDED, "smoke-alarm: true"));
    worksAlone(
        night(UNGUARDED, "smoke-alarm: true\nthermal-protection: tested by Anna, 2026-05-01"));
  }
}
