package org.vicinal.agent.simulation.grbl;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The simulated grblHAL differs from GRBL where the real one does. */
class SimulatedGrblHalTest {
  private static final long SECOND = 1_000_000_000L;

  private final List<String> executed = new ArrayList<>();
  private final SimulatedGrbl grbl =
      new SimulatedGrbl(GrblSwitches.HAL, new double[] {300, 200, 80}, 1, executed::add);
  private long now;

  @BeforeEach
  void switchOn() {
    grbl.reset(now);
    assertThat(after(1)).contains("GrblHAL 1.1f ['$' or '$HELP' for help]");
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
  void crlfIsOneLineAndItsBuffersAreGreater() {
    assertThat(said("G21\r\n")).containsExactly("ok");
    assertThat(said("$I\n")).contains("[OPT:VNMSL,100,1024,3,0]", "[FIRMWARE:grblHAL]", "ok");
  }

  @Test
  void afterAnErrorNothingIsCarriedOutUntilSomebodyReacts() {
    assertThat(said("G1X-5\nG0X-1\nG21\n")).containsExactly("error:22", "error:22", "error:22");
    assertThat(said("\nG21\n")).containsExactly("ok", "ok");
    assertThat(executed).containsExactly("G21");
  }

  @Test
  void aJogCancelThrowsAwayWhatHasNotBeenRead() {
    said("G4P1\n");
    assertThat(said("G21\nG90\n\u0085")).isEmpty();
    assertThat(after(2)).isEmpty();
    assertThat(said("G21\n")).containsExactly("ok");
  }

  @Test
  void itHasBytesOfItsOwnForReportAndStart() {
    assertThat(said("\u0080")).singleElement().asString().startsWith("<Idle|MPos:");
    assertThat(said("\u0087")).singleElement().asString().endsWith("|FW:grblHAL>");
    said("M0\n");
    assertThat(said("\u0081")).containsExactly("ok");
  }

  @Test
  void aToolChangeWaitsForAPerson() {
    assertThat(said("T2M6\n")).isEmpty();
    assertThat(said("?")).anyMatch(line -> line.startsWith("<Tool"));
    assertThat(said("~")).containsExactly("ok");
  }

  @Test
  void inACriticalAlarmItStillAnswersQuestions() {
    said("G1X-100F500\n");
    grbl.hitLimit(now);
    assertThat(after(1)).contains("ALARM:1", "[MSG:Reset to continue]");
    assertThat(said("?")).anyMatch(line -> line.startsWith("<Alarm"));
    assertThat(said("$X\nG0X0\n")).containsExactly("error:79", "error:9");
    assertThat(said("\u0018")).contains("[MSG:'$H'|'$X' to unlock]");
    assertThat(said("$X\n")).contains("ok");
  }

  @Test
  void itStopsWithoutAReset() {
    said("G1X-100F500\n");
    assertThat(said("?")).anyMatch(line -> line.startsWith("<Run"));
    assertThat(said("\u0019?")).singleElement().asString().startsWith("<Idle");
    assertThat(grbl.alarmedNow()).isFalse();
  }

  @Test
  void itReportsUnaskedWhenItIsToldTo() {
    said("$481=500\n");
    assertThat(after(5)).hasSizeBetween(9, 11).allMatch(line -> line.startsWith("<Idle"));
  }
}
