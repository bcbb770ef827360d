package org.vicinal.gcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** What a controller printed is a profile as it stands, with all that the host showed around it. */
class PrintedSettingsTest {

  @Test
  void settingsOfGrblWithNotesAndStatus() {
    MachineLimits mill =
        MachineLimits.parse(
            """
            >>> $$
            Grbl 1.1h ['$' for help]
            <Idle|MPos:0.000,0.000,0.000|FS:0,0>
            $1=25 (step idle delay, msec)
            $11=0.010
            $12=0.002
            $30=1000
            $32=1
            $100=800.000
            $110=1200.000 (x max rate, mm/min)
            $120=30.000
            $130=300.000
            ok
            """,
            "printed");
    assertThat(mill.dialect()).isEqualTo(Dialect.GRBL);
    assertThat(mill.timeModel()).isEqualTo(TimeModel.GRBL);
    assertThat(mill.stopSeconds()).isEqualTo(0.025);
    assertThat(mill.laser()).isTrue();
    assertThat(mill.spindleRpm()).isEqualTo(1000);
    MachineLimits.Axis x = mill.axes().getFirst();
    assertThat(x.speed()).as("mm/s, not mm/min").isEqualTo(20);
    assertThat(x.acceleration()).isEqualTo(30);
    assertThat(x.stepsPerMm()).isEqualTo(800);
    assertThat(x.max()).isEqualTo(300);
  }

  @Test
  void settingsOfMarlinAsAHostShowsThem() {
    MachineLimits printer =
        MachineLimits.parse(
            """
            Send: M503
            Recv: echo:; Steps per unit:
            Recv: echo: M92 X80.00 Y80.00 Z400.00 E93.00
            Recv: echo:; Max feedrates (units/s):
            Recv: echo:  M203 X500.00 Y500.00 Z5.00 E25.00
            Recv: echo:  M201 X500.00 Y500.00 Z100.00 E5000.00
            Recv: echo:  M204 P500.00 R600.00 T700.00
            Recv: echo:  M205 B20000.00 S0.00 T0.00 J0.08
            Recv: echo:  M206 X0.00 Y0.00 Z0.00
            Recv: ok
            """,
            "printed");
    assertThat(printer.timeModel()).isEqualTo(TimeModel.MARLIN_JD);
    assertThat(printer.junctionDeviation()).isEqualTo(0.08);
    assertThat(printer.printAcceleration()).isEqualTo(500);
    assertThat(printer.retractAcceleration()).isEqualTo(600);
    assertThat(printer.travelAcceleration()).isEqualTo(700);
    assertThat(printer.axes().get(2).speed()).isEqualTo(5);
    assertThat(printer.axes().get(3).stepsPerMm()).isEqualTo(93);
  }

  @Test
  void classicJerkAndTheOldAcceleration() {
    MachineLimits printer =
        MachineLimits.parse("M204 S900 T3000\nM205 X8.00 Y9.00 Z0.40 E4.50\n", "printed");
    assertThat(printer.timeModel()).isEqualTo(TimeModel.MARLIN_JERK);
    assertThat(printer.printAcceleration()).isEqualTo(900);
    assertThat(printer.axes().get(1).jerk()).isEqualTo(9);
  }

  @Test
  void whatIsNoneOfTheseIsRefused() {
    assertThatThrownBy(() -> MachineLimits.parse("ok\n", "notes.txt"))
        .hasMessageContaining("notes.txt")
        .hasMessageContaining("M503");
  }
}
