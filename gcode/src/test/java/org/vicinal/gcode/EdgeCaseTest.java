package org.vicinal.gcode;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vicinal.gcode.Finding.Severity;

/**
 * One test for each awkward thing that programs in the wild do. Implemented or refused; no word is
 * ever dropped while the machine moves on.
 */
class EdgeCaseTest {

  @Test
  void lettersEndNumbersAndExponentsAreSuspicious() throws IOException {
    assertThat(inspect(Dialect.MARLIN, "M104 S200\nG1X10Y-.5F3e3").end())
        .containsExactly(10.0, -0.5, 0.0);
    assertThat(errors(Dialect.MARLIN, "G1 X1 F1.08e+006")).contains("scientific-notation");
  }

  @Test
  void twoPointsInANumber() throws IOException {
    assertError(Dialect.GRBL, "G1 X1.2.3 F100", "bad-number", 2, 4);
    assertError(Dialect.LINUXCNC, "G1 X1.2.3 F100", "bad-number", 2, 4);
    assertThat(errors(Dialect.MARLIN, "G1 X1 E.02.48")).contains("bad-number");
  }

  @Test
  void twoSigns() throws IOException {
    assertThat(errors(Dialect.GRBL, "G1 X--1 F100")).contains("bad-number");
  }

  @Test
  void aLetterWithoutValue() throws IOException {
    assertError(Dialect.GRBL, "G1 X Y5 F100", "missing-value", 2, 4);
    assertThat(errors(Dialect.MARLIN, "G28 X Y\nG1 X5")).isEmpty();
    assertThat(errors(Dialect.MARLIN, "G1 X Y5")).contains("missing-value");
  }

  @Test
  void spacesInNumbers() throws IOException {
    assertThat(inspect(Dialect.GRBL, "G 2 1\nG1 X 1 0 F100").end()).containsExactly(10.0, 0.0, 0.0);
    assertThat(inspect(Dialect.MARLIN, "G1 X 10").end()).containsExactly(10.0, 0.0, 0.0);
  }

  @Test
  void smallLetters() throws IOException {
    assertThat(inspect(Dialect.GRBL, "g1 x5 f100").end()).containsExactly(5.0, 0.0, 0.0);
    assertThat(codes(Dialect.MARLIN, "g1 x5")).contains("lower-case");
    assertThat(codes(Dialect.KLIPPER, "g1 x5")).doesNotContain("lower-case");
  }

  @Test
  void commentsWithinComments() throws IOException {
    assertThat(errors(Dialect.GRBL, "(a (b) c)\nG1 X1 F100")).contains("bad-comment");
    assertThat(codes(Dialect.GRBL, "G1 X1 F100 (open")).contains("unclosed-comment");
    assertThat(errors(Dialect.LINUXCNC, "G1 X1 F100 (open")).contains("bad-comment");
  }

  @Test
  void theFirstOpenerOfACommentWins() throws IOException {
    assertThat(inspect(Dialect.GRBL, "G1 X1 F100 (;)\nG1 X2 ;(").end())
        .containsExactly(2.0, 0.0, 0.0);
    assertThat(inspect(Dialect.GRBL, "G1 X1 (++) F100").end()).containsExactly(1.0, 0.0, 0.0);
    assertThat(codes(Dialect.MARLIN, "G1 X1 (no)")).contains("foreign-comment");
  }

  @Test
  void percentSigns() throws IOException {
    assertThat(inspect(Dialect.LINUXCNC, "%\nG1 X1 F100\n%\nG1 X9").end())
        .containsExactly(1.0, 0.0, 0.0);
    assertThat(inspect(Dialect.GRBL, "%\nG1 X1 F100\n%\nG1 X9").end())
        .containsExactly(9.0, 0.0, 0.0);
    assertThat(codes(Dialect.GRBL, "%\nG1 X1 F100")).contains("percent-sign");
    assertThat(errors(Dialect.GRBL, "%O1000\nG1 X1 F100")).contains("unexpected-byte");
  }

  @Test
  void codeAfterTheEnd() throws IOException {
    assertThat(inspect(Dialect.LINUXCNC, "G1 X1 F100\nM2\nG1 X9").end())
        .containsExactly(1.0, 0.0, 0.0);
    assertThat(inspect(Dialect.GRBL, "G1 X1 F100\nM30\nG1 X9 F100").end())
        .containsExactly(9.0, 0.0, 0.0);
    assertThat(codes(Dialect.GRBL, "G1 X1 F100\nM30\nG1 X9")).contains("code-after-end");
  }

  @Test
  void lineNumbersAndChecksums() throws IOException {
    assertThat(errors(Dialect.MARLIN, "N1 G21*27")).isEmpty();
    assertThat(errors(Dialect.MARLIN, "N1 G21*26")).contains("bad-checksum");
    assertThat(errors(Dialect.GRBL, "G1 X1 F100*19")).contains("unexpected-checksum");
    assertThat(inspect(Dialect.MARLIN, "M117 N5 G1 X999\nG1 X1").end())
        .containsExactly(1.0, 0.0, 0.0);
  }

  @Test
  void blockDelete() throws IOException {
    assertThat(inspect(Dialect.GRBL, "G1 X1 F100\n/G1 X50").end()).containsExactly(50.0, 0.0, 0.0);
    assertThat(codes(Dialect.GRBL, "/G1 X50 F100")).contains("block-delete");
    assertThat(errors(Dialect.GRBL, "// no comment")).contains("unexpected-byte");
  }

  @Test
  void controlBytesByteOrderMarksAndLineEnds() throws IOException {
    assertThat(errors(Dialect.GRBL, "G1 X1\u0000 F100")).contains("control-byte");
    assertThat(codes(Dialect.MARLIN, "\ufeffG1 X1")).contains("byte-order-mark");
    assertThat(inspect(Dialect.GRBL, "G1 X1 F100\rX2\rX3\r\nX4\n").lines()).isEqualTo(4);
    assertThat(inspect(Dialect.GRBL, "G1 X1 F100\rX2\rX3").end()).containsExactly(3.0, 0.0, 0.0);
  }

  @Test
  void bytesAbove7fAreCommandsForGrbl() throws IOException {
    assertThat(errors(Dialect.GRBL, "G1 X1 F100 (\u2212)")).contains("realtime-byte");
    assertThat(errors(Dialect.GRBL, "G1 X1 F100 (what?)")).contains("realtime-byte");
    assertThat(errors(Dialect.MARLIN, "G1 X\u22125")).contains("unexpected-byte");
    assertThat(errors(Dialect.MARLIN, "G1 X5 ; \u2212")).isEmpty();
  }

  @Test
  void linesThatAreTooLong() throws IOException {
    assertThat(errors(Dialect.GRBL, "G1 X" + "0".repeat(80) + "1 F100")).contains("line-too-long");
    assertThat(errors(Dialect.GRBL, "G1 X1 F100 (" + "x".repeat(200) + ")")).isEmpty();
    assertThat(errors(Dialect.MARLIN, "M117 " + "x".repeat(100))).contains("line-too-long");
    assertThat(errors(Dialect.MARLIN, "G1 X1 ;" + "x".repeat(2_000_000)))
        .containsExactly("line-too-long");
  }

  @Test
  void hugeNumbersAndNoNumbers() throws IOException {
    assertThat(errors(Dialect.GRBL, "G1 X123456789012345678901234567890 F100"))
        .contains("number-range");
    assertThat(inspect(Dialect.GRBL, "G1 X1.23456789012345678901234 F100").end().getFirst())
        .isEqualTo(1.2345678901234567);
    assertThat(errors(Dialect.GRBL, "G1 XNaN F100")).contains("missing-value");
    assertThat(errors(Dialect.GRBL, "G1 X0x10 F100")).contains("repeated-word");
  }

  @Test
  void wordsAndModesTwice() throws IOException {
    assertThat(errors(Dialect.GRBL, "G1 X1 X2 F100")).contains("repeated-word");
    assertThat(errors(Dialect.GRBL, "G0 G1 X1")).contains("same-group");
    assertThat(errors(Dialect.LINUXCNC, "G90 G91 G1 X1 F100")).contains("same-group");
    assertThat(errors(Dialect.GRBL, "G92 G1 X1 F100")).contains("axis-conflict");
    assertThat(errors(Dialect.GRBL, "G28 G1 X1 F100")).contains("axis-conflict");
  }

  @Test
  void severalCommandsInALineOfAPrinter() throws IOException {
    assertThat(errors(Dialect.MARLIN, "G90 G1 X5")).contains("several-commands");
    assertThat(errors(Dialect.GRBL, "G17 G21 G90 G1 X5 F100")).isEmpty();
  }

  @Test
  void theOrderOfExecutionIsNotTheOrderOfWords() throws IOException {
    assertThat(inspect(Dialect.GRBL, "G1 X1 G20 F10").end().getFirst()).isEqualTo(25.4);
  }

  @Test
  void feeds() throws IOException {
    assertThat(errors(Dialect.GRBL, "G1 X1")).contains("no-feed");
    assertThat(errors(Dialect.GRBL, "G1 X1 F0")).contains("no-feed");
    assertThat(errors(Dialect.GRBL, "G1 X1 F-5")).contains("negative-value");
    assertThat(errors(Dialect.GRBL, "G93 G1 X1 F2\nX2")).contains("no-feed");
  }

  @Test
  void fullCircles() throws IOException {
    assertThat(inspect(Dialect.GRBL, "G0 X10\nG2 X10 I-10 F100").cutMm())
        .isCloseTo(20 * Math.PI, within(1e-9));
    assertThat(errors(Dialect.GRBL, "G0 X10\nG3 I-10 F100")).contains("axis-missing");
    assertThat(errors(Dialect.LINUXCNC, "G0 X10\nG3 I-10 F100")).isEmpty();
    assertThat(errors(Dialect.GRBL, "G2 X0 Y0 R5 F100")).contains("arc-radius");
  }

  @Test
  void arcsByRadius() throws IOException {
    assertThat(errors(Dialect.GRBL, "G2 X10 R4 F100")).contains("arc-radius");
    double small = inspect(Dialect.GRBL, "G2 X10 R8 F100").cutMm();
    double large = inspect(Dialect.GRBL, "G2 X10 R-8 F100").cutMm();
    assertThat(small + large).isCloseTo(16 * Math.PI, within(1e-9));
    assertThat(errors(Dialect.GRBL, "G2 X10 I4 F100")).contains("arc-radius");
  }

  @Test
  void g18TurnsFromZToX() throws IOException {
    Box box = inspect(Dialect.LINUXCNC, "G18 G2 X10 I5 F100").box().all();
    assertThat(box.minZ()).isCloseTo(-5, within(1e-9));
    assertThat(box.maxZ()).isCloseTo(0, within(1e-9));
    assertThat(inspect(Dialect.LINUXCNC, "G18 G3 X10 I5 F100").box().all().maxZ())
        .isCloseTo(5, within(1e-9));
  }

  @Test
  void turnsAndHelices() throws IOException {
    assertThat(inspect(Dialect.LINUXCNC, "G0 X10\nG2 X10 I-10 P3 F100").cutMm())
        .isCloseTo(60 * Math.PI, within(1e-9));
    assertThat(errors(Dialect.GRBL, "G0 X10\nG2 X10 I-10 P3 F100")).contains("unused-word");
    Inspection helix = inspect(Dialect.GRBL, "G0 X10\nG2 X10 I-10 Z-5 F100");
    assertThat(helix.cutMm()).isCloseTo(Math.hypot(20 * Math.PI, 5), within(1e-9));
    assertThat(helix.box().all().minX()).isCloseTo(-10, within(1e-9));
  }

  @Test
  void centresGivenAbsolutely() throws IOException {
    assertThat(errors(Dialect.GRBL, "G90.1")).contains("unsupported-command");
    assertThat(inspect(Dialect.LINUXCNC, "G90.1 G0 X10\nG2 X10 I0 J0 F100").cutMm())
        .isCloseTo(20 * Math.PI, within(1e-9));
  }

  @Test
  void unitsChangeMidway() throws IOException {
    assertThat(inspect(Dialect.GRBL, "G20 G1 X1 F10\nG21 X10").maxFeedMmPerMin()).isEqualTo(254);
  }

  @Test
  void relativeMovesAndTheExtruder() throws IOException {
    assertThat(
            inspect(Dialect.MARLIN, "M104 S200\nM83\nG1 X1 E1\nG91\nM82\nG1 X1 E2")
                .filament()
                .sumMm())
        .isEqualTo(3);
    assertThat(
            inspect(Dialect.MARLIN, "M104 S200\nM82\nG91\nG1 X1 E1\nG1 X1 E1").filament().sumMm())
        .isEqualTo(2);
    assertThat(inspect(Dialect.PRUSA, "M104 S200\nM82\nG91\nG1 X1 E1\nG1 X1 E1").filament().sumMm())
        .isEqualTo(1);
  }

  @Test
  void g92() throws IOException {
    assertThat(
            inspect(Dialect.MARLIN, "M104 S200\nM82\nG1 X1 E5\nG92 E0\nG1 X2 E5")
                .filament()
                .sumMm())
        .isEqualTo(10);
    assertThat(inspect(Dialect.GRBL, "G0 X10\nG92 X0\nG1 X5 F100\nG92.1\nG1 X5").end().getFirst())
        .isEqualTo(5);
  }

  @Test
  void g10HasThreeMeanings() throws IOException {
    assertThat(inspect(Dialect.LINUXCNC, "G10 L2 P1 X5\nG0 X1").end().getFirst()).isEqualTo(6);
    assertThat(errors(Dialect.GRBL, "G10 L2 P1 X5\nG0 X1")).contains("forbidden-command");
    assertThat(inspect(Dialect.MARLIN, "M207 S1.5 F2400\nG1 X1 F600\nG10\nG11").seconds().motion())
        .isGreaterThan(inspect(Dialect.MARLIN, "G1 X1 F600").seconds().motion());
    assertThat(inspect(Dialect.REPRAPFIRMWARE, "G10 P0 S200\nM83\nG1 X1 E1").findings())
        .noneMatch(f -> f.code().equals("cold-extrusion"));
  }

  @Test
  void g28HasTwoMeanings() throws IOException {
    assertThat(inspect(Dialect.MARLIN, "G1 X7 Y7\nG28 X").end()).containsExactly(0.0, 7.0, 0.0);
    assertThat(inspect(Dialect.GRBL, "G0 X7 Y7\nG28 X0").end()).containsExactly(0.0, 7.0, 0.0);
    assertThat(errors(Dialect.GRBL, "G28.1")).contains("forbidden-command");
  }

  @Test
  void dwells() throws IOException {
    assertThat(inspect(Dialect.MARLIN, "G4 P500\nG4 S2 P9").seconds().dwell()).isEqualTo(2.5);
    assertThat(inspect(Dialect.GRBL, "G4 P0.51").seconds().dwell()).isCloseTo(0.55, within(1e-9));
    assertThat(codes(Dialect.GRBL, "G4 P2000")).contains("dwell-unit");
    assertThat(codes(Dialect.MARLIN, "G4 P2")).contains("dwell-unit");
    assertThat(errors(Dialect.GRBL, "G4 X1")).contains("missing-value");
  }

  @Test
  void toolChanges() throws IOException {
    assertThat(errors(Dialect.GRBL, "M6 T1")).contains("unsupported-command");
    assertThat(inspect(Dialect.LINUXCNC, "T3 M6").tools()).containsExactly(3);
    assertThat(inspect(Dialect.PRUSA, "T?\nTx\nT-1\nG1 X1").tools()).isEmpty();
  }

  @Test
  void drillingCyclesAreExpanded() throws IOException {
    Inspection drilled = inspect(Dialect.LINUXCNC, "G0 Z10\nG98 G81 X1 Y1 Z-5 R2 F100\nX2\nG80");
    assertThat(drilled.cutMm()).isEqualTo(14);
    assertThat(drilled.end()).containsExactly(2.0, 1.0, 10.0);
    assertThat(inspect(Dialect.LINUXCNC, "G0 Z10\nG99 G83 X1 Z-5 R2 Q1 F100").end().getLast())
        .isEqualTo(2);
    assertThat(errors(Dialect.GRBL, "G81 X1 Z-5 R2 F100")).contains("unsupported-command");
    assertThat(errors(Dialect.GRBL, "G80\nX3")).contains("axis-conflict");
  }

  @Test
  void parametersAndExpressions() throws IOException {
    assertThat(
            inspect(Dialect.LINUXCNC, "#1=10\n#<_len>=[#1*2+SQRT[16]]\nG1 X#1 Y#<_len> F100").end())
        .containsExactly(10.0, 24.0, 0.0);
    assertThat(inspect(Dialect.LINUXCNC, "G1 X[2 ** 3 - 6 MOD 4] Y-[ATAN[1]/[1]] F100").end())
        .containsExactly(6.0, -45.0, 0.0);
    assertThat(errors(Dialect.GRBL, "#1=10\nG1 X#1 F100")).contains("expression");
    assertThat(errors(Dialect.LINUXCNC, "G1 X#<nobody> F100")).contains("expression");
  }

  @Test
  void loopsAndSubroutinesAreBounded() throws IOException {
    assertThat(
            inspect(
                    Dialect.LINUXCNC,
                    "F100\n#1=0\no1 while [#1 lt 3]\n#1=[#1+1]\nG1 X#1\no1 endwhile\n")
                .end()
                .getFirst())
        .isEqualTo(3);
    assertThat(
            inspect(Dialect.LINUXCNC, "F100\no<a> sub\nG1 X#1\no<a> endsub\no<a> call [7]\n")
                .end()
                .getFirst())
        .isEqualTo(7);
    assertThat(
            inspect(Dialect.LINUXCNC, "F100\nG91\no2 repeat [4]\nG1 X1\no2 endrepeat\n")
                .end()
                .getFirst())
        .isEqualTo(4);
    assertThat(
            inspect(Dialect.LINUXCNC, "F100\no3 if [1 gt 2]\nG1 X1\no3 else\nG1 X2\no3 endif\n")
                .end()
                .getFirst())
        .isEqualTo(2);
    assertThat(errors(Dialect.LINUXCNC, "o1 while [1]\no1 endwhile\n")).contains("expression");
    assertThat(errors(Dialect.LINUXCNC, "o<elsewhere> call\n")).contains("expression");
    assertThat(errors(Dialect.GRBL, "o1 while [1]\no1 endwhile\n")).contains("expression");
  }

  @Test
  void textsOfMessagesAreOpaque() throws IOException {
    assertThat(inspect(Dialect.MARLIN, "M117 G1 X999 E5").end()).containsExactly(0.0, 0.0, 0.0);
    assertThat(errors(Dialect.MARLIN, "M118 100% (done) / * 5")).isEmpty();
    assertThat(errors(Dialect.MARLIN, "M587 S\"my ssid\" P\"pa ss;w\""))
        .containsExactly("forbidden-command");
  }

  @Test
  void macrosOfKlipperAreNotKnown() throws IOException {
    Inspection part =
        inspect(
            Dialect.KLIPPER,
            "START_PRINT BED=60\nSET_VELOCITY_LIMIT ACCEL=3000\nG1 X10 F3000\nEND_PRINT\n");
    assertThat(part.seconds().unknown().macros()).isEqualTo(2);
    assertThat(part.limits().printAcceleration()).isEqualTo(3000);
    assertThat(part.findings()).anyMatch(f -> f.code().equals("opaque-command"));
  }

  @Test
  void absoluteExtrusionHiddenInAMacro() throws IOException {
    var program = new StringBuilder("START_PRINT\n");
    for (int i = 1; i < 200; i++) {
      program.append("G1 X").append(i % 7).append(" E").append(i).append(" F3000\n");
    }
    String relative = program.toString().replace("START_PRINT\n", "START_PRINT\nM83\n");
    assertThat(codes(Dialect.KLIPPER, relative)).contains("absolute-extrusion-hidden");
  }

  @Test
  void whatCannotBeFollowedIsRefused() throws IOException {
    for (String line :
        List.of("M98 P100", "M72", "G52 X5", "G1 U5 F100", "G33 Z-5 K1", "G76 P1 Z-5 I-1 J1 K1")) {
      assertThat(errors(Dialect.LINUXCNC, "F100\n" + line))
          .as(line)
          .contains("unsupported-command");
    }
    assertThat(errors(Dialect.PRUSA, "G5 X5 Y5 I1 J1 P1 Q1")).contains("unsupported-command");
    assertThat(codes(Dialect.MARLIN, "G5 X5 Y5 I1 J1 P1 Q1")).contains("build-option");
    assertThat(codes(Dialect.LINUXCNC, "G41 D1\nG1 X5 F100")).contains("opaque-command");
    assertThat(codes(Dialect.LINUXCNC, "M101 P1\nG1 X5 F100")).contains("opaque-command");
  }

  @Test
  void repRapFirmwareCountsPerMinute() throws IOException {
    MachineLimits limits = inspect(Dialect.REPRAPFIRMWARE, "M203 X6000\nM566 X600\nG1 X5").limits();
    assertThat(limits.axes().getFirst().speed()).isEqualTo(100);
    assertThat(limits.axes().getFirst().jerk()).isEqualTo(10);
  }

  private static Inspection inspect(Dialect dialect, String program) throws IOException {
    return Inspector.anyMachine()
        .withDialect(dialect)
        .inspect(new ByteArrayInputStream(program.getBytes(UTF_8)));
  }

  private static List<String> codes(Dialect dialect, String program) throws IOException {
    return inspect(dialect, program).findings().stream().map(Finding::code).toList();
  }

  /** Codes of errors; what only says that a snippet is no whole program is left out. */
  private static List<String> errors(Dialect dialect, String program) throws IOException {
    return inspect(dialect, program).findings().stream()
        .filter(f -> f.severity() == Severity.ERROR && !f.code().equals("empty-program"))
        .map(Finding::code)
        .toList();
  }

  private static void assertError(Dialect dialect, String line, String code, int number, int column)
      throws IOException {
    assertThat(inspect(dialect, "G21\n" + line).findings())
        .anySatisfy(
            finding -> {
              assertThat(finding.code()).isEqualTo(code);
              assertThat(finding.line()).isEqualTo(number);
              assertThat(finding.column()).isEqualTo(column);
              assertThat(finding.text()).contains(line);
            });
  }
}
