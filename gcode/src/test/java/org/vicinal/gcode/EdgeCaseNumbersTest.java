package org.vicinal.gcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vicinal.gcode.Dialect.GRBL;
import static org.vicinal.gcode.Dialect.KLIPPER;
import static org.vicinal.gcode.Dialect.LINUXCNC;
import static org.vicinal.gcode.Dialect.MARLIN;
import static org.vicinal.gcode.Dialect.REPRAPFIRMWARE;
import static org.vicinal.gcode.Snippets.assertErrorIn;
import static org.vicinal.gcode.Snippets.codes;
import static org.vicinal.gcode.Snippets.end;
import static org.vicinal.gcode.Snippets.errors;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** How words and numbers are written: one test for each row of the table of edge cases. */
class EdgeCaseNumbersTest {

  @Test
  void lettersEndNumbersEverywhereAndExponentsAreAnError() throws IOException {
    assertThat(end(MARLIN, "M109 S200\nG1X10Y-.5F3e3")).containsExactly(10.0, -0.5, 0.0);
    assertThat(codes(MARLIN, "M109 S200\nG1X10Y-.5F3E3\nM104 S0")).isEmpty();
    assertThat(errors(MARLIN, "G1 F-1.08e+006")).contains("scientific-notation");
    assertThat(errors(GRBL, "G1 X1e+1 F100")).contains("scientific-notation");
    assertThat(errors(GRBL, "G1 X1e1 F100")).containsExactly("unsupported-command");
  }

  @Test
  void twoPointsInANumberAreAnErrorWithItsColumn() throws IOException {
    assertErrorIn(GRBL, "G1 X1.2.3 F100", "bad-number", 4);
    assertErrorIn(LINUXCNC, "G1 X1.2.3 F100", "bad-number", 4);
    assertErrorIn(MARLIN, "G1 X1 E.02.48", "bad-number", 7);
    assertErrorIn(KLIPPER, "G1 X1.2.3", "bad-number", 4);
  }

  @Test
  void twoSignsAreOneForLinuxCncAndAnErrorElsewhere() throws IOException {
    assertThat(end(LINUXCNC, "G1 X--1 F100\nY+-2")).containsExactly(1.0, -2.0, 0.0);
    assertThat(errors(LINUXCNC, "G1 X--1 F100")).isEmpty();
    assertErrorIn(GRBL, "G1 X--1 F100", "bad-number", 4);
    assertErrorIn(MARLIN, "G1 X--1 F100", "bad-number", 4);
  }

  @Test
  void aLetterWithoutANumberDependsOnTheCommand() throws IOException {
    assertErrorIn(GRBL, "G1 X Y5 F100", "missing-value", 4);
    assertErrorIn(LINUXCNC, "G1 X Y5 F100", "missing-value", 4);
    assertErrorIn(MARLIN, "G1 X Y5", "missing-value", 4);
    assertThat(errors(MARLIN, "G28 X Y\nG1 X5")).isEmpty();
    assertThat(errors(MARLIN, "G1\nG28 W\nM84 X Y E")).isEmpty();
  }

  @Test
  void spacesWithinNumbersVanishOnMillsAndAreAnErrorOnPrinters() throws IOException {
    assertThat(end(GRBL, "G 2 1\nG1 X 1 0 F1 0 0")).containsExactly(10.0, 0.0, 0.0);
    assertThat(end(LINUXCNC, "G 2 1\nG1 X 1 0 F100")).containsExactly(10.0, 0.0, 0.0);
    assertThat(end(MARLIN, "G1 X 10")).containsExactly(10.0, 0.0, 0.0);
    assertErrorIn(MARLIN, "G1 X1 0", "unexpected-byte", 7);
    assertThat(end(GRBL, "G1\tX5\tF100")).containsExactly(5.0, 0.0, 0.0);
  }

  @Test
  void smallLettersAreWarnedAboutForMarlinOnly() throws IOException {
    assertThat(end(GRBL, "g1 x5 f100")).containsExactly(5.0, 0.0, 0.0);
    assertThat(end(LINUXCNC, "g1 x5 f100")).containsExactly(5.0, 0.0, 0.0);
    assertThat(codes(MARLIN, "g1 x5")).containsExactly("lower-case");
    assertThat(codes(KLIPPER, "g1 x5")).isEmpty();
    assertThat(codes(GRBL, "g1 x5 f100")).isEmpty();
  }

  @Test
  void hugeNumbersAreRefusedAndLongOnesReadExactly() throws IOException {
    for (Dialect dialect : Dialect.values()) {
      assertThat(errors(dialect, "G1 X123456789012345678901234567890 F100"))
          .as("%s", dialect)
          .contains("number-range");
    }
    assertThat(end(GRBL, "G1 X1.23456789012345678901234 F100").getFirst())
        .isEqualTo(1.2345678901234567);
    assertThat(end(GRBL, "G01 X0000000000000000000000001.5 F0100").getFirst()).isEqualTo(1.5);
  }

  @Test
  void notANumberInfinityAndHexadecimalAreErrors() throws IOException {
    for (Dialect dialect : Dialect.values()) {
      for (String x : new String[] {"XNaN", "Xinf", "X0x10"}) {
        assertThat(errors(dialect, "G1 " + x + " F100")).as("%s in %s", x, dialect).isNotEmpty();
      }
    }
  }

  @Test
  void aWordTwiceIsAnError() throws IOException {
    for (Dialect dialect : Dialect.values()) {
      assertThat(errors(dialect, "G1 X1 X2 F100")).as("%s", dialect).contains("repeated-word");
      assertThat(errors(dialect, "G17\nG2 X1 I2 I3 F100"))
          .as("%s", dialect)
          .contains("repeated-word");
    }
    assertThat(errors(REPRAPFIRMWARE, "G1 X1 G1 X2")).isEmpty();
  }
}
