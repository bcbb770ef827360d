package org.vicinal.agent.simulation.grbl;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the simulated mill does beside its moves: probe, door, overrides, startup lines, homing. */
class GrblMachineTest {
  private static final long SECOND = 1_000_000_000L;
  private static final double[] TRAVEL = {300, 200, 80};

  private SimulatedGrbl grbl = on(GrblSwitches.USUAL);
  private long now;

  private SimulatedGrbl on(GrblSwitches switches) {
    grbl = new SimulatedGrbl(switches, TRAVEL, 1, line -> {});
    grbl.reset(now);
    after(2);
    return grbl;
  }

  private List<String> after(double seconds) {
    now += (long) (seconds * SECOND);
    String said = new String(grbl.advance(now), StandardCharsets.ISO_8859_1);
    return said.lines().filter(line -> !line.isEmpty()).toList();
  }

  private List<String> said(String text) {
    grbl.receive(text.getBytes(StandardCharsets.ISO_8859_1), now);
    return after(0.05);
  }

  @Test
  void aProbeStopsWhereItTouches() {
    on(GrblSwitches.USUAL.with("probeZ", "-4"));
    assertThat(said("G38.2Z-10F600\n")).isEmpty();
    assertThat(after(2)).containsExactly("[PRB:0.000,0.000,-4.000:1]", "ok");
    assertThat(said("?")).singleElement().asString().contains("MPos:0.000,0.000,-4.000", "|Pn:P");
    said("G38.2Z-10F600\n");
    assertThat(after(1)).contains("ok");
    assertThat(grbl.alarmedNow()).as("it touched before it moved").isTrue();
  }

  @Test
  void aProbeThatTouchesNothingIsAnAlarmAndAnOk() {
    said("G38.2Z-1F600\n");
    assertThat(after(2)).containsExactly("ALARM:5", "[PRB:0.000,0.000,-1.000:0]", "ok");
    assertThat(said("G0X-1\n")).containsExactly("error:9");
  }

  @Test
  void theDoorStopsTheSpindleAndStartsItAgainWithADelay() {
    said("M3S5000\nG1X-50F600\n");
    said("\u0084");
    assertThat(after(1)).isEmpty();
    assertThat(grbl.spindleTurns()).isFalse();
    assertThat(said("?")).anyMatch(line -> line.startsWith("<Door:0"));
    assertThat(said("~?")).anyMatch(line -> line.startsWith("<Door:3"));
    assertThat(grbl.spindleTurns()).isTrue();
    after(4);
    assertThat(said("?")).anyMatch(line -> line.startsWith("<Run"));
  }

  @Test
  void anOverrideMakesItFaster() {
    for (int i = 0; i < 10; i++) {
      said("\u0091");
    }
    said("G1X-10F600\n");
    assertThat(grbl.atRest()).isFalse();
    after(0.75);
    assertThat(grbl.atRest()).as("ten millimetres at 1200 mm/min").isTrue();
    assertThat(said("?????????????").toString()).contains("|Ov:200,100,100");
  }

  @Test
  void startupLinesRunAfterEveryResetAndAreNoAnswers() {
    assertThat(said("$N0=G20\n")).containsExactly("ok");
    assertThat(said("\u0018")).contains(">G20:ok").doesNotContain("ok");
    assertThat(said("$G\n").getFirst()).contains(" G20 ");
    assertThat(said("$N1=G1\n")).containsExactly("ok");
    assertThat(said("$N1=X\n")).containsExactly("error:2");
  }

  @Test
  void homingThatFindsNoSwitchIsAnAlarm() {
    on(GrblSwitches.HOMING.with("homingFails", "true"));
    said("$H\n");
    assertThat(after(7)).contains("ALARM:9");
    assertThat(said("G0X-1\n")).containsExactly("error:9");
  }

  @Test
  void anArcIsCutIntoBlocks() {
    said("G2X-10I-5F600\n");
    assertThat(grbl.atRest()).isFalse();
    after(1.2);
    String report = said("?").getFirst();
    assertThat(report).doesNotContain("MPos:0.000,0.000").startsWith("<Run");
    after(3);
    assertThat(said("?").getFirst()).contains("MPos:-10.000,0.000,0.000");
  }

  @Test
  void defaultsComeBackWithAReset() {
    assertThat(said("$RST=$\n"))
        .startsWith("[MSG:Restoring defaults]", "ok", "Grbl 1.1h ['$' for help]");
  }
}
