package org.vicinal.gcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.vicinal.gcode.Dialect.GRBL;
import static org.vicinal.gcode.Dialect.GRBLHAL;
import static org.vicinal.gcode.Dialect.LINUXCNC;
import static org.vicinal.gcode.Dialect.MARLIN;
import static org.vicinal.gcode.Snippets.codes;
import static org.vicinal.gcode.Snippets.end;
import static org.vicinal.gcode.Snippets.errors;
import static org.vicinal.gcode.Snippets.inspect;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/**
 * What mills compute: cycles, parameters, subroutines, threads, kept modes. Implemented or refused;
 * no word is dropped while the machine moves on.
 */
class EdgeCaseProgramsTest {

  @Test
  void drillingCyclesAreExpandedWithStickyWords() throws IOException {
    Inspection drilled = inspect(LINUXCNC, "G0 Z10\nG98 G81 X1 Y1 Z-5 R2 F100\nX2\nG80");
    assertThat(drilled.cutMm()).isEqualTo(14);
    assertThat(drilled.end()).containsExactly(2.0, 1.0, 10.0);
    assertThat(end(LINUXCNC, "G0 Z10\nG99 G83 X1 Z-5 R2 Q1 F100").getLast()).isEqualTo(2);
    assertThat(end(LINUXCNC, "G0 Z10\nG91 G99 G81 X1 Z-3 R-1 L3 F100"))
        .containsExactly(3.0, 0.0, 9.0);
    for (String cycle : new String[] {"G73", "G83"}) {
      assertThat(errors(LINUXCNC, cycle + " X1 Z-5 R2 F100")).containsExactly("missing-value");
    }
    for (String cycle : new String[] {"G82", "G86", "G89"}) {
      assertThat(errors(LINUXCNC, cycle + " X1 Z-5 R2 F100")).containsExactly("missing-value");
      assertThat(inspect(LINUXCNC, cycle + " X1 Z-5 R2 P3 F100\nX2").seconds().dwell())
          .isEqualTo(6);
    }
    assertThat(errors(LINUXCNC, "G81 X1 Z5 R2 F100")).containsExactly("missing-value");
    assertThat(errors(LINUXCNC, "G81 X1 Z-5 R2 L0 F100")).containsExactly("missing-value");
    assertThat(errors(LINUXCNC, "G87 X1 Z-5 R2 F100")).containsExactly("unsupported-command");
    assertThat(end(LINUXCNC, "G18 G0 Y10\nG98 G81 X1 Z2 Y-5 R2 F100"))
        .containsExactly(1.0, 10.0, 2.0);
  }

  @Test
  void grblHasNoCyclesAndRefusesTheirLines() throws IOException {
    assertThat(errors(GRBL, "G81 X1 Z-5 R2 F100")).containsExactly("unsupported-command");
    assertThat(errors(GRBL, "G80\nX3")).containsExactly("axis-conflict");
    assertThat(end(GRBLHAL, "G0 Z10\nG98 G81 X1 Z-5 R2 F100")).containsExactly(1.0, 0.0, 10.0);
  }

  @Test
  void parametersAndExpressionsAreComputedOrRefused() throws IOException {
    assertThat(end(LINUXCNC, "#1=10\n#<_len>=[#1*2+SQRT[16]]\nG1 X#1 Y#<_len> F100"))
        .containsExactly(10.0, 24.0, 0.0);
    assertThat(end(LINUXCNC, "G1 X[2 ** 3 - 6 MOD 4] Y-[ATAN[1]/[1]] F100"))
        .containsExactly(6.0, -45.0, 0.0);
    assertThat(end(LINUXCNC, "#1=2 G1 X#1 F100\nX#1").getFirst())
        .as("a parameter is set when its line is done")
        .isEqualTo(2);
    assertThat(end(LINUXCNC, "G20 G0 X2\nG91 G0 Y[#5420]").get(1)).isCloseTo(50.8, within(1e-9));
    assertThat(end(LINUXCNC, "G10 L2 P1 X7\nG0 X1\nG53 G0 Y[#5221] Z[#<_x>]"))
        .containsExactly(8.0, 7.0, 1.0);
    assertThat(errors(GRBL, "#1=10\nG1 X#1 F100")).containsExactly("expression", "expression");
    assertThat(errors(GRBLHAL, "G1 X[1+1] F100")).containsExactly("expression");
    assertThat(errors(LINUXCNC, "G1 X#<nobody> F100")).containsExactly("expression");
    assertThat(errors(LINUXCNC, "G1 X[1/0] F100")).containsExactly("expression");
    assertThat(errors(MARLIN, "G1 X#1")).contains("unexpected-byte");
  }

  @Test
  void oWordsRunWithinBoundsOrAreRefused() throws IOException {
    String loop = "F100\n#1=0\no1 while [#1 lt 3]\n#1=[#1+1]\nG1 X#1\no1 endwhile\n";
    assertThat(end(LINUXCNC, loop).getFirst()).isEqualTo(3);
    assertThat(end(LINUXCNC, "F100\no<a> sub\nG1 X#1 Y#2\no<a> endsub\no<a> call [7] [8]\n"))
        .containsExactly(7.0, 8.0, 0.0);
    assertThat(end(LINUXCNC, "F100\nG91\nN5 o2 repeat [4]\nG1 X1\nN9 o2 endrepeat\n").getFirst())
        .isEqualTo(4);
    String branch = "F100\no3 if [%s]\nG1 X1\no3 elseif [%s]\nG1 X2\no3 else\nG1 X3\no3 endif\n";
    assertThat(end(LINUXCNC, branch.formatted("1", "1")).getFirst()).isEqualTo(1);
    assertThat(end(LINUXCNC, branch.formatted("0", "1")).getFirst()).isEqualTo(2);
    assertThat(end(LINUXCNC, branch.formatted("0", "0")).getFirst()).isEqualTo(3);
    String doing = "F100\n#1=0\no4 do\n#1=[#1+1]\nG1 X#1\no4 while [#1 lt 5]\n";
    assertThat(end(LINUXCNC, doing).getFirst()).isEqualTo(5);
    String value = "o5 sub\no5 return [#1*2]\no5 endsub\no5 call [21]\nG0 X#<_value>\n";
    assertThat(end(LINUXCNC, value).getFirst()).isEqualTo(42);
    assertThat(errors(LINUXCNC, "o1 while [1]\no1 endwhile\n")).containsExactly("expression");
    assertThat(errors(LINUXCNC, "o1 sub\no1 call\no1 endsub\no1 call"))
        .containsExactly("expression");
    assertThat(errors(LINUXCNC, "o<elsewhere> call\n")).containsExactly("expression");
    assertThat(errors(GRBL, "o1 while [1]\no1 endwhile\n")).contains("expression");
    assertThat(errors(GRBLHAL, "o1 sub")).contains("expression");
  }

  @Test
  void m98RunsANumberedProgramWithinBounds() throws IOException {
    String program = "F100 G91\nM98 P100 L3\nG1 Y1\nM30\nO100 (a hole)\nG1 X2\nM99\n";
    assertThat(end(LINUXCNC, program)).containsExactly(6.0, 1.0, 0.0);
    assertThat(errors(LINUXCNC, program)).isEmpty();
    assertThat(errors(LINUXCNC, "M98 P7\nM2")).containsExactly("expression");
    assertThat(errors(LINUXCNC, "O1\nM98 P1\nM99")).containsExactly("expression");
    assertThat(errors(LINUXCNC, "M99")).containsExactly("expression");
    assertThat(errors(GRBL, "M98 P100")).containsExactly("unsupported-command");
    assertThat(codes(Dialect.REPRAPFIRMWARE, "M98 P\"macro.g\"\nG1 X1"))
        .containsExactly("opaque-command");
  }

  @Test
  void modesAreKeptAndBroughtBack() throws IOException {
    assertThat(end(LINUXCNC, "G21 G90 F100\nM70\nG20 G91\nG1 X1\nM72\nG1 Y1"))
        .containsExactly(25.4, 1.0, 0.0);
    String sub = "o1 sub\nM73\nG20 G91\nG1 X1 F10\no1 endsub\nG21 G90\no1 call\no1 call\nG0 Y1\n";
    assertThat(end(LINUXCNC, sub)).containsExactly(50.8, 1.0, 0.0);
    assertThat(errors(LINUXCNC, "M72")).containsExactly("unsupported-command");
    assertThat(errors(LINUXCNC, "M70\nM71\nM72")).containsExactly("unsupported-command");
    assertThat(errors(GRBL, "M70")).containsExactly("unsupported-command");
  }

  @Test
  void localOffsetsAddToEverySystem() throws IOException {
    assertThat(end(LINUXCNC, "G10 L2 P2 X100\nG52 X5 Y1\nG0 X1 Y1\nG55 G0 X1"))
        .containsExactly(106.0, 2.0, 0.0);
    assertThat(end(LINUXCNC, "G52 X5\nG0 X1\nG52 X0\nG0 X1")).containsExactly(1.0, 0.0, 0.0);
    assertThat(errors(LINUXCNC, "G52")).containsExactly("axis-missing");
    assertThat(errors(GRBL, "G52 X5")).containsExactly("unsupported-command");
  }

  @Test
  void aToolLengthIsCountedOrSaidToBeUnknown() throws IOException {
    assertThat(codes(LINUXCNC, "T1 M6\nG43 H1\nG0 Z5")).contains("tool-length-unknown");
    assertThat(codes(LINUXCNC, "G43 H0\nG0 Z5")).isEmpty();
    assertThat(codes(LINUXCNC, "G10 L1 P1 Z50\nG43 H1\nG0 Z5")).isEmpty();
    assertThat(end(LINUXCNC, "G10 L1 P1 Z50\nG43 H1\nG0 Z5")).containsExactly(0.0, 0.0, 55.0);
    assertThat(end(LINUXCNC, "G10 L1 P1 Z50\nG43.1 Z2\nG43.2 H1\nG0 Z5").getLast()).isEqualTo(57);
    assertThat(end(GRBL, "G43.1 Z2\nG0 Z5\nG49\nG0 X1")).containsExactly(1.0, 0.0, 7.0);
    assertThat(errors(GRBL, "G43.1 X2 Z1")).containsExactly("axis-conflict");
    assertThat(errors(GRBL, "G43 H1")).containsExactly("unsupported-command");
  }

  @Test
  void cutterCompensationIsRefused() throws IOException {
    for (String line : new String[] {"G41 D1", "G42", "G41.1 D3", "G42.1 D3"}) {
      assertThat(errors(LINUXCNC, line + "\nG1 X5 F100")).as(line).contains("unsupported-command");
    }
    assertThat(errors(LINUXCNC, "G40\nG1 X5 F100")).isEmpty();
    assertThat(errors(GRBL, "G41 D1")).containsExactly("unsupported-command");
  }

  @Test
  void cutsInStepWithTheSpindleAreFollowed() throws IOException {
    Inspection thread = inspect(LINUXCNC, "M3 S60\nG33 Z-10 K2");
    assertThat(thread.end()).containsExactly(0.0, 0.0, -10.0);
    assertThat(thread.seconds().motion()).as("5 turns at one a second").isCloseTo(5, within(0.5));
    assertThat(end(LINUXCNC, "M3 S60\nG33.1 Z-10 K2")).containsExactly(0.0, 0.0, 0.0);
    assertThat(errors(LINUXCNC, "G33 Z-10 K2")).containsExactly("thread");
    assertThat(errors(LINUXCNC, "M3 S60\nG33 Z-10")).containsExactly("thread");
    assertThat(errors(GRBL, "G33 Z-10 K2")).containsExactly("unsupported-command");
  }

  @Test
  void theThreadCycleEndsOnItsDriveLine() throws IOException {
    String cycle = "G18 G0 X20 Z2\nM3 S600\nG76 P1.5 Z-30 I-2 J0.2 K1 R2 Q29.5 H3";
    Inspection thread = inspect(LINUXCNC, cycle);
    assertThat(thread.end()).containsExactly(20.0, 0.0, -30.0);
    assertThat(thread.box().cutting().minX()).as("peak and depth").isCloseTo(17, within(1e-9));
    assertThat(errors(LINUXCNC, cycle)).isEmpty();
    assertThat(errors(LINUXCNC, cycle.replace("G18", "G17"))).containsExactly("thread");
    assertThat(errors(LINUXCNC, cycle.replace("Z-30 ", ""))).isNotEmpty();
    assertThat(errors(LINUXCNC, cycle.replace("J0.2", "J0"))).containsExactly("thread");
    assertThat(errors(GRBL, cycle)).contains("unsupported-command");
  }

  @Test
  void turningAxesAndSecondSlidesAreCountedAndSaid() throws IOException {
    for (String axis : new String[] {"A", "B", "C", "U", "V", "W"}) {
      Inspection part = inspect(LINUXCNC, "G21 M3 S1 G1 X1 " + axis + "90 F100\nM2");
      assertThat(part.findings()).as(axis).extracting(Finding::code).containsExactly("extra-axis");
      assertThat(part.seconds().motion()).as(axis).isPositive();
      assertThat(codes(MARLIN, "G1 X1 " + axis + "90")).as(axis).containsExactly("extra-axis");
    }
    double shifted = inspect(LINUXCNC, "G92 A0\nG1 A90 F100\nG92 A0\nG1 A10").seconds().motion();
    assertThat(shifted)
        .isEqualTo(inspect(LINUXCNC, "G1 A90 F100\nA100").seconds().motion(), within(1.0));
    assertThat(errors(GRBL, "G1 X1 A90 F100")).containsExactly("unsupported-command");
  }

  @Test
  void wordsThatNothingUsesAreAnErrorOnMills() throws IOException {
    for (String line : new String[] {"G1 X1 I2", "G0 X1 R2", "G1 X1 L3", "G0 X1 P1"}) {
      assertThat(errors(GRBL, "F100\n" + line)).as(line).containsExactly("unused-word");
      assertThat(errors(LINUXCNC, "F100\n" + line)).as(line).containsExactly("unused-word");
    }
    assertThat(errors(LINUXCNC, "G0 X1 H2")).containsExactly("unused-word");
    assertThat(errors(LINUXCNC, "G64 P0.01\nG61\nM66 P0 L0\nG96 D2500 S200\nG97")).isEmpty();
    assertThat(errors(LINUXCNC, "F100\nG53 G2 X1 I1")).contains("axis-conflict");
    assertThat(errors(LINUXCNC, "G91\nG53 G0 X1")).containsExactly("axis-conflict");
  }

  @Test
  void ownersCommandsAreWarnedAbout() throws IOException {
    assertThat(codes(LINUXCNC, "M101 P1 Q2\nG1 X5 F100")).containsExactly("opaque-command");
    assertThat(errors(LINUXCNC, "M250")).containsExactly("unsupported-command");
    assertThat(errors(GRBL, "M101")).containsExactly("unsupported-command");
  }

  @Test
  void loopsBeforeTheSecondPercentRun() throws IOException {
    String program = "%\n#1=0\no1 while [#1 lt 3]\nG91 G0 X1\n#1=[#1+1]\no1 endwhile\n%\nG0 X99\n";
    assertThat(Snippets.end(Dialect.LINUXCNC, program)).containsExactly(3.0, 0.0, 0.0);
  }
}
