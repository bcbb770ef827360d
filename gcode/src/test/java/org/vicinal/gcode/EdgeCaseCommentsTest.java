package org.vicinal.gcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vicinal.gcode.Dialect.GRBL;
import static org.vicinal.gcode.Dialect.GRBLHAL;
import static org.vicinal.gcode.Dialect.KLIPPER;
import static org.vicinal.gcode.Dialect.LINUXCNC;
import static org.vicinal.gcode.Dialect.MARLIN;
import static org.vicinal.gcode.Dialect.REPRAPFIRMWARE;
import static org.vicinal.gcode.Snippets.codes;
import static org.vicinal.gcode.Snippets.end;
import static org.vicinal.gcode.Snippets.errors;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Comments and messages: one test for each row of the table of edge cases. */
class EdgeCaseCommentsTest {

  @Test
  void nestedParenthesesAreAnErrorOnMills() throws IOException {
    for (Dialect mill : new Dialect[] {GRBL, GRBLHAL, LINUXCNC}) {
      assertThat(errors(mill, "(a (b) c)\nG1 X1 F100")).as("%s", mill).contains("bad-comment");
    }
  }

  @Test
  void anUnclosedParenthesisIsAWarningAndAnErrorForLinuxCnc() throws IOException {
    assertThat(codes(GRBL, "G1 X1 F100 (open")).containsExactly("unclosed-comment");
    assertThat(end(GRBL, "G1 X1 F100 (open\nX2")).containsExactly(2.0, 0.0, 0.0);
    assertThat(errors(LINUXCNC, "G1 X1 F100 (open")).containsExactly("bad-comment");
  }

  @Test
  void theFirstOpenerOfACommentWins() throws IOException {
    for (Dialect mill : new Dialect[] {GRBL, GRBLHAL, LINUXCNC}) {
      assertThat(end(mill, "G1 X1 (;) F100\nG1 X2 ;(\nY3")).containsExactly(2.0, 3.0, 0.0);
    }
  }

  @Test
  void textInCommentsIsSkippedRaw() throws IOException {
    assertThat(end(GRBL, "G1 X1 (++) F100")).containsExactly(1.0, 0.0, 0.0);
    assertThat(codes(GRBL, "(++ #1 [x] \"a\" 1.2.3 % / *)\nG1 X1 F100")).isEmpty();
  }

  @Test
  void parenthesesOnPrintersAreAWarning() throws IOException {
    assertThat(codes(MARLIN, "G1 X1 (no)")).containsExactly("foreign-comment");
    assertThat(codes(KLIPPER, "G1 X1 (no)")).containsExactly("foreign-comment");
    assertThat(codes(REPRAPFIRMWARE, "G1 X1 (yes)")).isEmpty();
  }

  @Test
  void slashesAndHashesAreNoComments() throws IOException {
    for (Dialect dialect : Dialect.values()) {
      assertThat(errors(dialect, "// no comment")).as("%s", dialect).isNotEmpty();
      assertThat(errors(dialect, "# no comment")).as("%s", dialect).isNotEmpty();
    }
  }

  @Test
  void textsOfMessagesAreOpaque() throws IOException {
    for (int code : new int[] {16, 23, 28, 30, 117, 118, 485, 810, 815, 819, 928}) {
      assertThat(end(MARLIN, "M" + code + " G1 X999 E5"))
          .as("M%d", code)
          .containsExactly(0.0, 0.0, 0.0);
    }
    assertThat(errors(MARLIN, "M118 100% (done) / * 5")).isEmpty();
    assertThat(errors(MARLIN, "M587 S\"my ssid\" P\"pa ss;w\""))
        .containsExactly("forbidden-command");
    assertThat(codes(MARLIN, "M73 P5 R12")).isEmpty();
  }

  @Test
  void aNumberInAMessageIsNoLineNumber() throws IOException {
    assertThat(end(MARLIN, "M117 N5 G1 X999\nN2 G1 X1")).containsExactly(1.0, 0.0, 0.0);
    assertThat(codes(MARLIN, "M117 N5 * 3")).doesNotContain("bad-checksum");
  }
}
