package org.vicinal.gcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vicinal.gcode.Dialect.GRBL;
import static org.vicinal.gcode.Dialect.GRBLHAL;
import static org.vicinal.gcode.Dialect.LINUXCNC;
import static org.vicinal.gcode.Dialect.MARLIN;
import static org.vicinal.gcode.Snippets.codes;
import static org.vicinal.gcode.Snippets.end;
import static org.vicinal.gcode.Snippets.errors;
import static org.vicinal.gcode.Snippets.inspect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lines, their ends and their bytes: one test for each row of the table of edge cases. */
class EdgeCaseLinesTest {
  @TempDir Path folder;

  @Test
  void theSecondPercentEndsTheProgramForLinuxCnc() throws IOException {
    assertThat(end(LINUXCNC, "%\nG1 X1 F100\n%\nG1 X9")).containsExactly(1.0, 0.0, 0.0);
    assertThat(errors(LINUXCNC, "%\nG1 X1 F100\n%\n")).isEmpty();
  }

  @Test
  void aPercentIsAWarningForGrblWhichGoesOn() throws IOException {
    assertThat(end(GRBL, "%\nG1 X1 F100\n%\nG1 X9")).containsExactly(9.0, 0.0, 0.0);
    assertThat(codes(GRBL, "%\nG1 X1 F100")).containsExactly("percent-sign");
    assertThat(errors(GRBL, "%O1000\nG1 X1 F100")).contains("unexpected-byte");
    assertThat(errors(LINUXCNC, "%O1000\nG1 X1 F100")).contains("unexpected-byte");
    assertThat(errors(MARLIN, "%\nG1 X1")).contains("unexpected-byte");
  }

  @Test
  void codeAfterTheEndIsExecutedByGrblOnly() throws IOException {
    assertThat(end(LINUXCNC, "G1 X1 F100\nM2\nG1 X9")).containsExactly(1.0, 0.0, 0.0);
    assertThat(end(GRBL, "G1 X1 F100\nM30\nG1 X9 F100")).containsExactly(9.0, 0.0, 0.0);
    for (Dialect dialect : new Dialect[] {GRBL, GRBLHAL, LINUXCNC, MARLIN}) {
      assertThat(codes(dialect, "G1 X1 F100\nM2\nG1 X9 F100")).contains("code-after-end");
    }
  }

  @Test
  void aFileWithoutAnEndIsRefusedByLinuxCncOnly() throws IOException {
    assertThat(inspect(LINUXCNC, "G21 G1 X1 F100").mayRun()).isFalse();
    assertThat(inspect(LINUXCNC, "G21 G1 X1 F100\nM30").mayRun()).isTrue();
    assertThat(inspect(GRBL, "G21 G1 X1 F100").mayRun()).isTrue();
  }

  @Test
  void aChecksumIsVerifiedOnPrintersAndAnErrorOnMills() throws IOException {
    assertThat(errors(MARLIN, "N1 G21*27")).isEmpty();
    assertThat(errors(MARLIN, "N1 G21*26")).containsExactly("bad-checksum");
    assertThat(errors(MARLIN, "G1 X1 *not a checksum")).containsExactly("bad-checksum");
    assertThat(errors(GRBL, "G1 X1 F100*19")).containsExactly("unexpected-checksum");
    assertThat(errors(LINUXCNC, "G1 X1 F100*19")).containsExactly("unexpected-checksum");
    assertThat(end(GRBL, "N10.5 G1 X1 F100")).containsExactly(1.0, 0.0, 0.0);
  }

  @Test
  void blockDeleteIsExecutedFlaggedAndCountedBothWays() throws IOException {
    String program = "G21 G1 X1 F100\n/G1 X50\nG1 X51\nM2\n";
    assertThat(end(GRBL, program)).containsExactly(51.0, 0.0, 0.0);
    assertThat(codes(GRBL, program)).containsExactly("block-delete");
    Path file = Files.writeString(folder.resolve("deleted.nc"), "G21 G91 G1 X1 F60\n/G1 X50\nM2\n");
    for (Dialect mill : new Dialect[] {GRBL, LINUXCNC}) {
      assertThat(Inspector.anyMachine().withDialect(mill).inspect(file).findings())
          .anySatisfy(
              finding -> {
                assertThat(finding.code()).isEqualTo("block-delete-totals");
                assertThat(finding.text()).contains("51.0 mm of cutting", "and 1.0 mm");
              });
    }
    assertThat(errors(MARLIN, "/G1 X50")).contains("unexpected-byte");
  }

  @Test
  void aNulIsAnErrorAnywhere() throws IOException {
    for (Dialect dialect : Dialect.values()) {
      assertThat(errors(dialect, "G1 X1\u0000 F100")).as("%s", dialect).contains("control-byte");
      assertThat(errors(dialect, "G1 X1 F100 ;a\u0000b"))
          .as("%s", dialect)
          .containsExactly("control-byte");
    }
    assertThat(errors(GRBL, "G1 X1 (a\u0000b) F100")).containsExactly("control-byte");
    assertThat(errors(MARLIN, "M117 a\u0000b")).containsExactly("control-byte");
  }

  @Test
  void aByteOrderMarkIsTakenOffWithAWarning() throws IOException {
    for (Dialect dialect : new Dialect[] {MARLIN, LINUXCNC}) {
      assertThat(codes(dialect, "\ufeffG1 X1 F100")).containsExactly("byte-order-mark");
      assertThat(end(dialect, "\ufeffG1 X1 F100")).containsExactly(1.0, 0.0, 0.0);
    }
    assertThat(codes(GRBL, "\ufeffG1 X1 F100"))
        .as("for GRBL its bytes act at once")
        .contains("byte-order-mark");
  }

  @Test
  void crLfAndCrLfEndLines() throws IOException {
    assertThat(inspect(GRBL, "G1 X1 F100\rX2\rX3\r\nX4\n").lines()).isEqualTo(4);
    assertThat(end(GRBL, "G1 X1 F100\rX2\rX3")).containsExactly(3.0, 0.0, 0.0);
    assertThat(end(LINUXCNC, "G21 G90\rG1 X1 F100\rX2\rM2")).containsExactly(2.0, 0.0, 0.0);
    assertThat(inspect(GRBL, "G1 X1 F100\r\n\r\nX2\r\n").lines()).isEqualTo(3);
  }

  @Test
  void bytesAbove7fAreASafetyErrorForGrblEvenInComments() throws IOException {
    for (Dialect dialect : new Dialect[] {GRBL, GRBLHAL}) {
      for (String text : new String[] {"\u2212", "\u2013", "\u2019", "\u00e0", "what?", "!", "~"}) {
        assertThat(errors(dialect, "G1 X1 F100 (" + text + ")"))
            .as("%s in a comment for %s", text, dialect)
            .containsExactly("realtime-byte");
      }
    }
    assertThat(end(GRBL, "G1 X5 F100\nG1 X\u22126"))
        .as("a line with an error moves nothing")
        .containsExactly(5.0, 0.0, 0.0);
  }

  @Test
  void bytesAbove7fAreAnErrorOutsideOfCommentsElsewhere() throws IOException {
    assertThat(errors(MARLIN, "G1 X\u22125")).contains("unexpected-byte");
    assertThat(errors(LINUXCNC, "G1 X\u22125 F100")).contains("unexpected-byte");
    assertThat(errors(MARLIN, "G1 X5 ; \u2212")).isEmpty();
    assertThat(errors(LINUXCNC, "G1 X5 F100 (\u2212)")).isEmpty();
    assertThat(errors(MARLIN, "M117 gr\u00fc\u00df dich")).isEmpty();
  }

  @Test
  void linesHaveTheLimitOfTheirFirmware() throws IOException {
    assertThat(errors(GRBL, "G1 X" + "0".repeat(80) + "1 F100")).containsExactly("line-too-long");
    assertThat(errors(GRBL, "G1 X1 F100 (" + "x".repeat(200) + ")")).isEmpty();
    assertThat(errors(GRBL, "G1 X1" + " ".repeat(90) + "F100")).isEmpty();
    assertThat(errors(LINUXCNC, "G1 X1 F100 (" + "x".repeat(260) + ")"))
        .containsExactly("line-too-long");
    assertThat(errors(MARLIN, "M117 " + "x".repeat(100))).containsExactly("line-too-long");
    assertThat(errors(MARLIN, "M117 " + "x".repeat(70))).isEmpty();
    assertThat(errors(MARLIN, "G1 X1 ;" + "x".repeat(2_000_000))).containsExactly("line-too-long");
  }

  @Test
  void whoInspectsMaySetALimitOfTheirOwn() throws IOException {
    var strict = Inspector.anyMachine().withDialect(MARLIN).withLongestLine(40);
    assertThat(inspect(strict, "G1 X1 ;" + "x".repeat(40)).findings())
        .anyMatch(f -> f.code().equals("line-too-long") && f.text().contains("40 bytes"));
    assertThat(inspect(strict, "G1 X1 ;" + "x".repeat(20)).findings())
        .noneMatch(f -> f.code().equals("line-too-long"));
  }
}
