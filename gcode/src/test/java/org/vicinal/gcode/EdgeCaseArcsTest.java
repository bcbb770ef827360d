package org.vicinal.gcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.vicinal.gcode.Dialect.GRBL;
import static org.vicinal.gcode.Dialect.GRBLHAL;
import static org.vicinal.gcode.Dialect.LINUXCNC;
import static org.vicinal.gcode.Dialect.MARLIN;
import static org.vicinal.gcode.Dialect.PRUSA;
import static org.vicinal.gcode.Dialect.REPRAPFIRMWARE;
import static org.vicinal.gcode.Snippets.codes;
import static org.vicinal.gcode.Snippets.end;
import static org.vicinal.gcode.Snippets.errors;
import static org.vicinal.gcode.Snippets.inspect;

import java.io.IOException;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Arcs and curves: one test for each row of the table of edge cases. */
class EdgeCaseArcsTest {
  private static final Offset<Double> EXACTLY = within(1e-9);
  private static final double CIRCLE = 20 * Math.PI;

  @Test
  void fullCirclesByTheirCentre() throws IOException {
    for (Dialect dialect : Dialect.values()) {
      assertThat(inspect(dialect, "G0 X10\nG2 X10 I-10 F100").cutMm())
          .as("%s", dialect)
          .isCloseTo(CIRCLE, EXACTLY);
    }
    assertThat(errors(GRBL, "G0 X10\nG3 I-10 F100")).containsExactly("axis-missing");
    assertThat(errors(LINUXCNC, "G0 X10\nG3 I-10 F100")).isEmpty();
    assertThat(errors(MARLIN, "G0 X10\nG3 I-10 F100")).isEmpty();
  }

  @Test
  void aFullCircleByItsRadiusIsAnErrorEverywhere() throws IOException {
    for (Dialect dialect : Dialect.values()) {
      assertThat(errors(dialect, "G2 X0 Y0 R5 F100"))
          .as("%s", dialect)
          .containsExactly("arc-radius");
    }
  }

  @Test
  void aRadiusBelowZeroIsTheLongWayAndOneTooShortAnError() throws IOException {
    for (Dialect dialect : Dialect.values()) {
      assertThat(errors(dialect, "G2 X10 R4 F100")).as("%s", dialect).containsExactly("arc-radius");
      double small = inspect(dialect, "G2 X10 R8 F100").cutMm();
      double large = inspect(dialect, "G2 X10 R-8 F100").cutMm();
      assertThat(small + large).as("%s", dialect).isCloseTo(16 * Math.PI, EXACTLY);
      assertThat(errors(dialect, "G2 X12.7 R6.35 F100")).as("half a circle, %s", dialect).isEmpty();
    }
  }

  @Test
  void startAndEndAreEquallyFarFromTheCentre() throws IOException {
    for (Dialect dialect : Dialect.values()) {
      assertThat(errors(dialect, "G2 X10 I4 F100")).as("%s", dialect).containsExactly("arc-radius");
      assertThat(errors(dialect, "G2 X10 I5.002 F100")).as("%s", dialect).isEmpty();
      assertThat(errors(dialect, "G2 X1000 I500.2 F100")).as("0.1 %%, %s", dialect).isEmpty();
      assertThat(errors(dialect, "G2 X10 I5.02 F100")).as("%s", dialect).isNotEmpty();
    }
  }

  @Test
  void anArcWithoutCentreOrWithBothIsAnError() throws IOException {
    for (Dialect dialect : Dialect.values()) {
      assertThat(errors(dialect, "G2 X10 F100")).as("%s", dialect).containsExactly("arc-center");
    }
    assertThat(errors(LINUXCNC, "G2 X10 I5 R5 F100")).containsExactly("arc-radius");
    assertThat(errors(GRBL, "G2 X10 I5 R5 F100")).containsExactly("unused-word");
    assertThat(errors(LINUXCNC, "G2 X10 I5 K1 F100")).containsExactly("arc-radius");
  }

  @Test
  void g18TurnsFromZToXInBothDirections() throws IOException {
    for (Dialect dialect : new Dialect[] {GRBL, GRBLHAL, LINUXCNC, MARLIN, REPRAPFIRMWARE}) {
      Box clockwise = inspect(dialect, "G18\nG2 X10 Z0 I5 K0 F100").box().all();
      assertThat(clockwise.minZ()).as("%s", dialect).isCloseTo(-5, EXACTLY);
      assertThat(clockwise.maxZ()).as("%s", dialect).isCloseTo(0, EXACTLY);
      Box other = inspect(dialect, "G18\nG3 X10 Z0 I5 K0 F100").box().all();
      assertThat(other.maxZ()).as("%s", dialect).isCloseTo(5, EXACTLY);
      assertThat(other.minZ()).as("%s", dialect).isCloseTo(0, EXACTLY);
      assertThat(inspect(dialect, "G19\nG2 Y10 Z0 J5 K0 F100").box().all().maxZ())
          .as("%s", dialect)
          .isCloseTo(5, EXACTLY);
    }
  }

  @Test
  void modalMotionAfterG18StaysAnArc() throws IOException {
    assertThat(end(GRBL, "G18 G2 X10 Z0 I5 K0 F100\nX20 Z0 I5 K0")).containsExactly(20.0, 0.0, 0.0);
    assertThat(errors(REPRAPFIRMWARE, "G18\nG2 X10 Z0 I5 K0\nX20 Z0 I5 K0"))
        .containsExactly("unsupported-command");
  }

  @Test
  void turnsAreTotalsForLinuxCncAndMoreForMarlin() throws IOException {
    assertThat(inspect(LINUXCNC, "G0 X10\nG2 X10 I-10 P3 F100").cutMm())
        .isCloseTo(3 * CIRCLE, EXACTLY);
    assertThat(inspect(MARLIN, "G0 X10\nG2 X10 I-10 P3 F100").cutMm())
        .isCloseTo(4 * CIRCLE, EXACTLY);
    assertThat(codes(MARLIN, "G0 X10\nG2 X10 I-10 P3 F100")).containsExactly("build-option");
    assertThat(errors(GRBL, "G0 X10\nG2 X10 I-10 P3 F100")).containsExactly("unused-word");
    assertThat(errors(PRUSA, "G0 X10\nG2 X10 I-10 P3 F100")).containsExactly("unused-word");
    assertThat(errors(LINUXCNC, "G0 X10\nG2 X10 I-10 P1.5 F100")).isNotEmpty();
  }

  @Test
  void centresGivenAbsolutelyAreForLinuxCncOnly() throws IOException {
    assertThat(errors(GRBL, "G90.1")).containsExactly("unsupported-command");
    assertThat(errors(GRBL, "G91.1")).isEmpty();
    assertThat(inspect(LINUXCNC, "G90.1 G0 X10\nG2 X10 I0 J0 F100").cutMm())
        .isCloseTo(CIRCLE, EXACTLY);
  }

  @Test
  void helicesHaveTheLengthAndTheBoxOfTheirQuadrants() throws IOException {
    for (Dialect dialect : Dialect.values()) {
      Inspection helix = inspect(dialect, "G0 X10\nG02 X10 I-10 Z-5 F100");
      assertThat(helix.cutMm()).as("%s", dialect).isCloseTo(Math.hypot(CIRCLE, 5), EXACTLY);
      assertThat(helix.box().all().minX()).as("%s", dialect).isCloseTo(-10, EXACTLY);
      assertThat(helix.box().all().maxY()).as("%s", dialect).isCloseTo(10, EXACTLY);
      assertThat(helix.box().all().minZ()).as("%s", dialect).isCloseTo(-5, EXACTLY);
    }
    Box quarter = inspect(GRBL, "G0 X10\nG3 X7.0710678 Y7.0710678 I-10 F100").box().cutting();
    assertThat(quarter.maxX()).isCloseTo(10, EXACTLY);
    assertThat(quarter.minY()).isCloseTo(0, EXACTLY);
  }

  @Test
  void splinesOfLinuxCncAndMarlinAreFollowed() throws IOException {
    assertThat(end(LINUXCNC, "G5 I0 J3 P0 Q-3 X1 Y1 F100\nG5.1 X5 Y5 I1 J2"))
        .containsExactly(5.0, 5.0, 0.0);
    Inspection curve = inspect(MARLIN, "G5 X10 Y0 I0 J10 P0 Q10 F600");
    assertThat(curve.end()).containsExactly(10.0, 0.0, 0.0);
    assertThat(curve.box().all().maxY()).isCloseTo(7.5, within(0.01));
    assertThat(codes(MARLIN, "G5 X10 Y0 I0 J10 P0 Q10 F600")).containsExactly("build-option");
    assertThat(errors(GRBL, "G5 X1 Y1 I0 J3 P0 Q-3 F100")).containsExactly("unsupported-command");
    assertThat(errors(PRUSA, "G5 X1 Y1 I0 J3 P0 Q-3")).containsExactly("unsupported-command");
    assertThat(errors(LINUXCNC, "G5 X1 Y1 F100")).containsExactly("arc-center");
  }
}
