package org.vicinal.agent.simulation.marlin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the simulated printer does beside its protocol: warms, fails, stutters, stops. */
class MarlinMachineTest {
  private static final long SECOND = 1_000_000_000L;

  private final List<String> executed = new ArrayList<>();
  private SimulatedMarlin marlin = on(MarlinSwitches.USUAL);
  private long now;

  private SimulatedMarlin on(MarlinSwitches switches) {
    marlin = new SimulatedMarlin(switches, new double[] {250, 210, 210}, 1, executed::add);
    marlin.reset(now);
    after(1);
    return marlin;
  }

  private List<String> after(double seconds) {
    now += (long) (seconds * SECOND);
    return new String(marlin.advance(now), StandardCharsets.ISO_8859_1).lines().toList();
  }

  private List<String> said(String text) {
    marlin.receive(text.getBytes(StandardCharsets.ISO_8859_1), now);
    return after(0.01);
  }

  @Test
  void aHeaterKeepsItsTargetWithinADegree() {
    said("M104 S200\nM140 S60\n");
    after(300);
    for (int i = 0; i < 60; i++) {
      after(1);
      String[] words = said("M105\n").getFirst().split("[: ]", -1);
      assertThat(Double.parseDouble(words[2])).isBetween(199.0, 201.0);
    }
  }

  @Test
  void waitingForHeatEndsAfterTenSecondsAtTheTarget() {
    said("M109 S100\n");
    List<String> told = after(120);
    assertThat(told).anyMatch(line -> line.endsWith("W:?")).anyMatch(line -> line.endsWith("W:5"));
    assertThat(told).contains("ok");
  }

  @Test
  void aBrokenHeaterIsNoticedWhileItWarmsAndWhenItIsWarm() {
    on(MarlinSwitches.USUAL.with("heaterDiesAt", "100"));
    said("M104 S200\n");
    assertThat(after(200))
        .contains("Error:Heating failed, system stopped! Heater_ID: 0")
        .contains("Error:Printer halted. kill() called!");
    on(MarlinSwitches.USUAL.with("heaterDiesAt", "199"));
    said("M104 S200\n");
    assertThat(after(400)).contains("Error:Thermal Runaway, system stopped! Heater_ID: 0");
    assertThat(marlin.hotendTarget()).isZero();
  }

  @Test
  void aBrokenSensorIsNoticedAndWithoutProtectionItIsNot() {
    on(MarlinSwitches.USUAL.with("sensorOpensAt", "90"));
    said("M104 S200\n");
    assertThat(after(100)).contains("Error:MAXTEMP triggered, system stopped! Heater_ID: 0");
    on(MarlinSwitches.USUAL.with("heaterDiesAt", "100").with("thermalProtection", "false"));
    said("M104 S200\n");
    assertThat(after(400)).isEmpty();
    assertThat(said("M115\n")).contains("Cap:THERMAL_PROTECTION:0");
  }

  @Test
  void aQuickStopDropsWhatIsPlannedAndWhatComesForASecond() {
    said("G1 X100 F600\nG1 X0\n");
    assertThat(marlin.atRest()).isFalse();
    said("M410\n");
    assertThat(marlin.atRest()).isTrue();
    said("G1 X50\n");
    after(0.5);
    assertThat(marlin.atRest()).isTrue();
  }

  @Test
  void movesThatFlowTakeLessTimeThanMovesThatStop() {
    double flowing = secondsOf("");
    double stopping = secondsOf("M400\n");
    assertThat(stopping).isGreaterThan(flowing * 1.2);
  }

  private double secondsOf(String between) {
    on(MarlinSwitches.USUAL);
    long start = now;
    said("G1 F6000\n");
    for (int i = 1; i <= 40; i++) {
      send("G1 X" + i * 4 + "\n" + between);
    }
    send("M400\n");
    return (now - start) / 1e9;
  }

  /** One line after the other, each when the one before has been answered. */
  private void send(String lines) {
    for (String line : lines.split("\n", -1)) {
      if (!line.isEmpty()) {
        List<String> answers = said(line + "\n");
        while (!answers.contains("ok")) {
          answers = after(0.005);
        }
      }
    }
  }

  @Test
  void repRapFirmwareDropsDamagedLinesWithoutAWord() {
    on(MarlinSwitches.REPRAP);
    assertThat(said("N1 G90*1\n")).isEmpty();
    assertThat(said("N7 G90*23\n")).containsExactly("ok");
    assertThat(said("N7 G90*23\n")).as("numbers mean nothing").containsExactly("ok");
    assertThat(said("M115\n").getFirst()).startsWith("FIRMWARE_NAME: RepRapFirmware");
    assertThat(executed).containsExactly("G90", "G90", "M115");
  }

  @Test
  void withoutAnEmergencyParserOnlyALineWithoutNumberIsSeenEarly() {
    on(MarlinSwitches.OLD);
    said("M109 S200\n");
    assertThat(said("M108\n")).contains("ok");
  }
}
