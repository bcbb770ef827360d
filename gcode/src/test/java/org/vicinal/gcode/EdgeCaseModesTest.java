package org.vicinal.gcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.vicinal.gcode.Dialect.GRBL;
import static org.vicinal.gcode.Dialect.GRBLHAL;
import static org.vicinal.gcode.Dialect.KLIPPER;
import static org.vicinal.gcode.Dialect.LINUXCNC;
import static org.vicinal.gcode.Dialect.MARLIN;
import static org.vicinal.gcode.Dialect.PRUSA;
import static org.vicinal.gcode.Dialect.REPRAPFIRMWARE;
import static org.vicinal.gcode.Snippets.codes;
import static org.vicinal.gcode.Snippets.end;
import static org.vicinal.gcode.Snippets.errors;
import static org.vicinal.gcode.Snippets.inspect;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Modes, units and zero points: one test for each row of the table of edge cases. */
class EdgeCaseModesTest {
  private static final Dialect[] MILLS = {GRBL, GRBLHAL, LINUXCNC};

  @Test
  void twoCodesOfOneModalGroupAreAnError() throws IOException {
    for (Dialect mill : MILLS) {
      for (String line : new String[] {"G0 G1 X1", "G90 G91 G1 X1", "G20 G21 G1 X1", "M3 M5"}) {
        assertThat(errors(mill, "F100\n" + line)).as("%s, %s", line, mill).contains("same-group");
      }
    }
  }

  @Test
  void twoCommandsThatUseTheAxesAreAnError() throws IOException {
    for (Dialect mill : MILLS) {
      assertThat(errors(mill, "G92 G1 X1 F100")).as("%s", mill).contains("axis-conflict");
      assertThat(errors(mill, "G28 G1 X1 F100")).as("%s", mill).contains("axis-conflict");
    }
  }

  @Test
  void severalCommandsInALineAreFineOnMillsAndAnErrorOnMarlin() throws IOException {
    for (Dialect mill : MILLS) {
      assertThat(errors(mill, "G17 G21 G90 G1 X5 F100")).as("%s", mill).isEmpty();
    }
    for (Dialect printer : new Dialect[] {MARLIN, PRUSA, KLIPPER}) {
      assertThat(errors(printer, "G90 G1 X5"))
          .as("%s", printer)
          .containsExactly("several-commands");
      assertThat(errors(printer, "G1 X5 M104 S0")).contains("several-commands");
    }
    assertThat(errors(REPRAPFIRMWARE, "G91 G1 X5 G1 Y2")).isEmpty();
    assertThat(end(REPRAPFIRMWARE, "G91 G1 X5 G1 Y2 G1 X1")).containsExactly(6.0, 2.0, 0.0);
  }

  @Test
  void theOrderOfExecutionIsNotTheOrderOfWords() throws IOException {
    for (Dialect mill : MILLS) {
      assertThat(end(mill, "G1 X1 G20 F10").getFirst()).as("%s", mill).isEqualTo(25.4);
      assertThat(end(mill, "G0 X5\nG1 X1 F100 G91")).as("%s", mill).containsExactly(6.0, 0.0, 0.0);
      assertThat(inspect(mill, "G1 X1 G4 P2 F60").seconds().dwell()).isEqualTo(2, within(1e-6));
      assertThat(end(mill, "X2 G55 G1 F100 G10 L2 P2 X1").getFirst())
          .as("G10 takes the axes from G1 and is refused on %s", mill)
          .isZero();
    }
    assertThat(end(LINUXCNC, "G1 X10 F100 M2")).containsExactly(10.0, 0.0, 0.0);
    assertThat(end(LINUXCNC, "M3 S100\nG43.1 Z5\nG0 Z1 G49")).containsExactly(0.0, 0.0, 1.0);
  }

  @Test
  void aCutWithoutFeedIsAnError() throws IOException {
    for (Dialect mill : MILLS) {
      assertThat(errors(mill, "G1 X1")).as("%s", mill).containsExactly("no-feed");
      assertThat(errors(mill, "G1 X1 F0")).as("%s", mill).containsExactly("no-feed");
      assertThat(errors(mill, "G1 X1 F-5")).as("%s", mill).containsExactly("negative-value");
    }
    assertThat(errors(MARLIN, "G1 X1 F-5")).containsExactly("negative-value");
  }

  @Test
  void inverseTimeNeedsAFeedInEveryLine() throws IOException {
    for (Dialect mill : MILLS) {
      assertThat(errors(mill, "G93 G1 X1 F2\nX2")).as("%s", mill).containsExactly("no-feed");
      assertThat(errors(mill, "G93 G1 X1 F2\nG94 X2")).as("%s", mill).containsExactly("no-feed");
      assertThat(inspect(mill, "G93 G1 X10 F2\n").seconds().motion()).isCloseTo(30, within(3.0));
    }
  }

  @Test
  void inchesAndMillimetresMayAlternate() throws IOException {
    for (Dialect mill : MILLS) {
      assertThat(end(mill, "G20 G1 X1 F10\nG21\nG1 X10"))
          .as("%s", mill)
          .containsExactly(10.0, 0.0, 0.0);
      assertThat(end(mill, "G20 G92 X1\nG21 G0 X0").getFirst()).isCloseTo(-25.4, within(1e-9));
      assertThat(inspect(mill, "G20 G1 X1 F10\n").maxFeedMmPerMin()).isCloseTo(254, within(1e-9));
    }
    assertThat(end(MARLIN, "G20\nG1 X1\nG21\nG1 Y1")).containsExactly(25.4, 1.0, 0.0);
    assertThat(errors(KLIPPER, "G20\nG1 X1")).containsExactly("unsupported-command");
  }

  @Test
  void g91AndM83AreObeyedAsEachFirmwareDoes() throws IOException {
    String program = "M109 S200\nM82\nG91\nG1 X1 E2\nG1 X1 E2\nM104 S0\n";
    assertThat(inspect(MARLIN, program).filament().sumMm()).as("G91 sets E too").isEqualTo(4);
    assertThat(inspect(KLIPPER, program).filament().sumMm())
        .as("either makes it relative")
        .isEqualTo(4);
    assertThat(inspect(REPRAPFIRMWARE, program).filament().sumMm()).as("M82 counts").isEqualTo(2);
    assertThat(inspect(PRUSA, program).filament().sumMm()).as("M82 counts on the MK3").isEqualTo(2);
    var buddy = Inspector.of(MachineLimits.find("mk4").orElseThrow());
    assertThat(inspect(buddy, program).filament().sumMm()).as("Buddy is Marlin").isEqualTo(4);
    String later = "M109 S200\nG91\nM82\nG1 X1 E2\nG1 X1 E2\nM104 S0\n";
    assertThat(inspect(MARLIN, later).filament().sumMm()).as("the later one wins").isEqualTo(2);
    assertThat(inspect(KLIPPER, later).filament().sumMm()).isEqualTo(4);
  }

  @Test
  void g92OfEKeepsTheTotalAndOfXShiftsTheOrigin() throws IOException {
    Inspection part = inspect(MARLIN, "M109 S200\nG1 X10 E5\nG92 E0 X0\nG1 X5 E5\nM104 S0\n");
    assertThat(part.filament().sumMm()).isEqualTo(10);
    assertThat(part.end()).containsExactly(15.0, 0.0, 0.0);
    assertThat(end(MARLIN, "G1 X10\nG92\nG1 X1")).containsExactly(11.0, 0.0, 0.0);
  }

  @Test
  void g92HasThreeBrothers() throws IOException {
    assertThat(end(GRBL, "G0 X10\nG92 X0\nG92.1\nG0 X5")).containsExactly(5.0, 0.0, 0.0);
    assertThat(end(LINUXCNC, "G0 X10\nG92 X0\nG92.2\nG0 X5\nG92.3\nG0 X1"))
        .containsExactly(11.0, 0.0, 0.0);
    assertThat(errors(GRBL, "G92.2")).containsExactly("unsupported-command");
    assertThat(errors(GRBL, "G92")).containsExactly("axis-missing");
    assertThat(end(MARLIN, "G1 X10\nG92 X0\nG92.1\nG1 X5")).containsExactly(5.0, 0.0, 0.0);
    assertThat(errors(PRUSA, "G92.1")).containsExactly("unsupported-command");
  }

  @Test
  void g10IsAnOffsetATemperatureOrARetractionByItsWords() throws IOException {
    assertThat(end(LINUXCNC, "G10 L2 P2 X100\nG55 G0 X1")).containsExactly(101.0, 0.0, 0.0);
    assertThat(end(LINUXCNC, "G0 X7\nG10 L20 P0 X2\nG0 X0")).containsExactly(5.0, 0.0, 0.0);
    assertThat(errors(GRBL, "G10 P1 X1")).containsExactly("unsupported-command");
    assertThat(errors(GRBL, "G10 L2 P7 X1")).containsExactly("missing-value");
    assertThat(inspect(REPRAPFIRMWARE, "G10 P0 S210 R150\nG1 X1").temperatures().nozzle())
        .isEqualTo(210);
    assertThat(end(REPRAPFIRMWARE, "G10 L2 P2 X100\nG55\nG1 X1\nG53 G1 Y2\nG54\nG1 Z1"))
        .containsExactly(101.0, 2.0, 1.0);
    assertThat(errors(REPRAPFIRMWARE, "G10 P1 X5\nG1 X1")).containsExactly("unsupported-command");
    assertThat(errors(MARLIN, "G10 L2 P1 X5")).containsExactly("unsupported-command");
  }

  @Test
  void g28AndG30HomeOnPrintersAndGoToAStoredPlaceOnMills() throws IOException {
    assertThat(end(MARLIN, "G1 X7 Y7\nG28 X")).containsExactly(0.0, 7.0, 0.0);
    assertThat(inspect(MARLIN, "G28\nG30 X5 Y5").seconds().unknown().homing()).isEqualTo(2);
    assertThat(end(GRBL, "G0 X7 Y7\nG28 X0")).containsExactly(0.0, 7.0, 0.0);
    assertThat(end(LINUXCNC, "G0 X3 Y4\nG30.1\nG0 X9 Y9\nG91 G30 Z0\nG30"))
        .containsExactly(3.0, 4.0, 0.0);
    Box way = inspect(LINUXCNC, "G0 X5\nG28 X20").box().all();
    assertThat(way.maxX()).as("the way leads over X20").isEqualTo(20);
    assertThat(errors(GRBL, "G28.1")).containsExactly("forbidden-command");
  }

  @Test
  void dwellsCountInTheUnitOfTheirFirmware() throws IOException {
    assertThat(inspect(MARLIN, "G4 P500\nG4 S2 P9").seconds().dwell()).isEqualTo(2.5);
    assertThat(inspect(REPRAPFIRMWARE, "G4 P500\nG4 S2").seconds().dwell()).isEqualTo(2.5);
    assertThat(inspect(KLIPPER, "G4 P500").seconds().dwell()).isEqualTo(0.5);
    assertThat(codes(KLIPPER, "G4 S2")).containsExactly("dwell-unit");
    assertThat(inspect(GRBL, "G4 P0.51").seconds().dwell()).isCloseTo(0.55, within(1e-9));
    assertThat(inspect(LINUXCNC, "G4 P0.51").seconds().dwell()).isCloseTo(0.51, within(1e-9));
    assertThat(codes(GRBL, "G4 P100")).containsExactly("dwell-unit");
    assertThat(codes(GRBL, "G4 P99")).isEmpty();
    assertThat(codes(MARLIN, "G4 P2")).containsExactly("dwell-unit");
    assertThat(errors(GRBL, "G4 X1")).contains("missing-value");
    assertThat(errors(LINUXCNC, "G4 X1")).isNotEmpty();
    assertThat(errors(LINUXCNC, "G4 P-1")).containsExactly("negative-value");
  }

  @Test
  void toolsChangeAsEachFirmwareDoes() throws IOException {
    assertThat(errors(GRBL, "M6 T1")).containsExactly("unsupported-command");
    assertThat(inspect(LINUXCNC, "T3\nM6\nT4").tools()).containsExactly(3, 4);
    assertThat(inspect(LINUXCNC, "T3\nM6\nT4").toolChanges()).isEqualTo(1);
    assertThat(inspect(PRUSA, "T?\nTx\nTc ; now\nT-1\nG1 X1").tools()).isEmpty();
    assertThat(errors(PRUSA, "T?\nTx\nTc ; now\nT-1\nG1 X1")).isEmpty();
    assertThat(errors(KLIPPER, "T?")).isNotEmpty();
    var single = Inspector.of(MachineLimits.find("mk3s").orElseThrow());
    assertThat(inspect(single, "G28\nT7\nG1 X1").findings())
        .anyMatch(f -> f.code().equals("no-such-tool"));
  }

  @Test
  void aLineWithoutACommandIsRefusedOnPrinters() throws IOException {
    for (Dialect printer : new Dialect[] {MARLIN, PRUSA, REPRAPFIRMWARE}) {
      assertThat(errors(printer, "G1 X1\nX2 Y3")).as("%s", printer).contains("unsupported-command");
    }
    assertThat(end(GRBL, "G1 X1 F100\nX2 Y3")).containsExactly(2.0, 3.0, 0.0);
  }

  @Test
  void coordinateSystemsOfMarlinAndTheOthers() throws IOException {
    assertThat(codes(MARLIN, "G54\nG1 X1")).isEmpty();
    assertThat(codes(MARLIN, "G55\nG1 X1")).containsExactly("build-option");
    assertThat(end(MARLIN, "G1 X5\nG55\nG92 X0\nG1 X1\nG54\nG1 X2")).containsExactly(2.0, 0.0, 0.0);
    assertThat(errors(PRUSA, "G55\nG1 X1")).containsExactly("unsupported-command");
    assertThat(errors(GRBL, "G59.1")).containsExactly("unsupported-command");
    assertThat(end(LINUXCNC, "G10 L2 P9 X5\nG59.3 G0 X0")).containsExactly(5.0, 0.0, 0.0);
  }
}
