package org.vicinal.gcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.vicinal.gcode.Dialect.KLIPPER;
import static org.vicinal.gcode.Dialect.MARLIN;
import static org.vicinal.gcode.Dialect.PRUSA;
import static org.vicinal.gcode.Dialect.REPRAPFIRMWARE;
import static org.vicinal.gcode.Snippets.codes;
import static org.vicinal.gcode.Snippets.end;
import static org.vicinal.gcode.Snippets.errors;
import static org.vicinal.gcode.Snippets.inspect;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What only printers have: one test for each row of the table of edge cases. */
class EdgeCasePrintersTest {

  @Test
  void firmwareRetractionCountsAsM207States() throws IOException {
    String program = "M109 S200\nM207 S2 F120\nG1 X10 E1 F600\nG10\nG1 X20 F600\nG11\nM104 S0\n";
    double with = inspect(MARLIN, program).seconds().motion();
    double without =
        inspect(MARLIN, program.replace("G10\n", "").replace("G11\n", "")).seconds().motion();
    assertThat(with - without).as("2 mm at 2 mm/s, twice, and two stops").isBetween(1.9, 2.5);
    assertThat(codes(MARLIN, program)).isEmpty();
    assertThat(codes(MARLIN, program.replace("M207 S2 F120\n", ""))).contains("not-counted");
  }

  @Test
  void macrosOfKlipperLeaveTheEstimateIncomplete() throws IOException {
    Inspection part =
        inspect(
            KLIPPER,
            "START_PRINT BED=60\nSET_VELOCITY_LIMIT ACCEL=3000\nG1 X10 F3000\nEND_PRINT\n");
    assertThat(part.seconds().unknown().macros()).isEqualTo(2);
    assertThat(part.limits().printAcceleration()).isEqualTo(3000);
    assertThat(part.findings()).anyMatch(f -> f.code().equals("opaque-command"));
    assertThat(errors(MARLIN, "START_PRINT BED=60\nG1 X1")).containsExactly("wrong-dialect");
    assertThat(errors(KLIPPER, "FIRMWARE_RESTART")).containsExactly("forbidden-command");
  }

  @Test
  void absoluteExtrusionHiddenInAMacroIsSeen() throws IOException {
    var program = new StringBuilder("START_PRINT\nM83\n");
    for (int i = 1; i < 200; i++) {
      program.append("G1 X").append(i % 7).append(" E").append(i).append(" F3000\n");
    }
    assertThat(codes(KLIPPER, program.toString())).contains("absolute-extrusion-hidden");
    assertThat(codes(KLIPPER, program.toString().replace("M83", "M82")))
        .doesNotContain("absolute-extrusion-hidden");
  }

  @Test
  void anImpossibleLinearAdvanceIsIgnoredAsMarlinDoes() throws IOException {
    String program = "M900 K%s\nM109 S200\nG1 X10 E1 F3000\nG1 Y10 E1.5\nM104 S0\n";
    assertThat(inspect(MARLIN, program.formatted("45")).seconds().motion())
        .isEqualTo(inspect(MARLIN, program.formatted("0.05")).seconds().motion());
    assertThat(codes(MARLIN, program.formatted("45"))).isEmpty();
  }

  @Test
  void repRapFirmwareCountsPerMinute() throws IOException {
    MachineLimits limits = inspect(REPRAPFIRMWARE, "M203 X6000\nM566 X600\nG1 X5").limits();
    assertThat(limits.axes().getFirst().speed()).isEqualTo(100);
    assertThat(limits.axes().getFirst().jerk()).isEqualTo(10);
  }

  @Test
  void keptPlacesAreFollowedOrRefused() throws IOException {
    assertThat(end(MARLIN, "G1 X5 Y6\nG60 S1\nG1 X9 Y9\nG61 S1")).containsExactly(5.0, 6.0, 0.0);
    assertThat(end(MARLIN, "G1 X5 Y6\nG60\nG1 X9 Y9\nG61 X1")).containsExactly(6.0, 9.0, 0.0);
    assertThat(codes(MARLIN, "G60\nG1 X1")).containsExactly("build-option");
    assertThat(errors(MARLIN, "G61\nG1 X1")).containsExactly("unsupported-command");
    assertThat(errors(PRUSA, "G60")).containsExactly("unsupported-command");
    assertThat(end(REPRAPFIRMWARE, "G1 X5 Y6\nG60 S3\nG1 X9 Y9\nG1 R3 X0 Y1"))
        .containsExactly(5.0, 7.0, 0.0);
    assertThat(errors(REPRAPFIRMWARE, "G1 R1 X0")).containsExactly("unsupported-command");
  }

  @Test
  void aMoveToASwitchIsNotFollowed() throws IOException {
    Inspection part = inspect(REPRAPFIRMWARE, "G1 H1 X-500 F600\nG1 X5");
    assertThat(part.box().all().minX()).isEqualTo(5);
    assertThat(part.seconds().unknown().homing()).isEqualTo(1);
    assertThat(part.findings()).anyMatch(f -> f.code().equals("not-counted"));
  }

  @Test
  void movesThatNobodyCanFollowAreRefused() throws IOException {
    assertThat(errors(MARLIN, "G6 X5 I1")).containsExactly("unsupported-command");
    assertThat(errors(MARLIN, "G123 X5")).containsExactly("unsupported-command");
    assertThat(codes(MARLIN, "G123 S1\nM12345"))
        .containsExactly("unknown-command", "unknown-command");
    assertThat(errors(MARLIN, "M92 X100")).containsExactly("forbidden-command");
  }

  @Test
  void heatIsAwaited() throws IOException {
    assertThat(codes(MARLIN, "M104 S200\nG1 X1 E1\nM104 S0")).containsExactly("heat-not-awaited");
    assertThat(codes(MARLIN, "M104 S200\nM109 S200\nG1 X1 E1\nM104 S0")).isEmpty();
    assertThat(codes(REPRAPFIRMWARE, "G10 P0 S200\nM116\nG1 X1 E1\nG10 P0 S0")).isEmpty();
    assertThat(inspect(MARLIN, "M109 S200\nG1 X1 E1\nM104 S0").seconds().total())
        .isCloseTo(0.1, within(1.0));
  }
}
