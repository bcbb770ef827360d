package org.vicinal.gcode;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * What goes out says what the line says, in as few bytes as its firmware understands, and never
 * harms the stream.
 */
class WireFormTest {

  @Test
  void commentsAndNeedlessSpacesStayBehind() throws IOException {
    assertThat(sent(Dialect.MARLIN, "; made by hand\n\n  G1  X10.50\tY-0.5 ; there\r\nM107\n"))
        .containsExactly("G1 X10.50 Y-0.5", "M107");
    assertThat(sent(Dialect.GRBL, "%\n(first) G1 X 10 Y5 (there) F100\n"))
        .containsExactly("G1X10Y5F100");
  }

  @Test
  void numbersAndChecksumsOfTheFileStayBehind() throws IOException {
    assertThat(sent(Dialect.MARLIN, "N1 G1 X10*99\nN2 M110 N2*3\n")).containsExactly("G1 X10");
    assertThat(sent(Dialect.GRBL, "N10 G1 X1\n")).containsExactly("G1X1");
  }

  @Test
  void aMessageIsKeptButCannotBreakTheFraming() throws IOException {
    assertThat(sent(Dialect.MARLIN, "M117 5*3 (of 9) M110; x\n"))
        .containsExactly("M117 5+3 (of 9) m110");
  }

  @Test
  void everyLineKnowsWhereItCameFrom() throws IOException {
    try (WireLines lines = open(Dialect.MARLIN, "; one\nG28\nG1 X1\n")) {
      WireLine home = Objects.requireNonNull(lines.next());
      WireLine move = Objects.requireNonNull(lines.next());
      assertThat(home.sourceLine()).isEqualTo(2);
      assertThat(home.byteOffset()).isEqualTo(6);
      assertThat(move.byteOffset()).isEqualTo(10);
      assertThat(lines.next()).isNull();
    }
  }

  @Test
  void aLineTheFirmwareWouldCutIsRefused() {
    String message = "M117 " + "x".repeat(90);
    assertThatThrownBy(() -> sent(Dialect.MARLIN, "G28\n" + message + "\n"))
        .isInstanceOf(WireRefusal.class)
        .hasMessageContaining("Line 2: 95 bytes go out, but MARLIN takes 82");
  }

  @Test
  void theLongestLineIsEachFirmwaresOwn() throws IOException {
    for (Dialect dialect : Dialect.values()) {
      int limit = dialect.payloadLimit();
      String line = dialect.printer() ? "M117 " : "G1X";
      String fits = line + "1".repeat(limit - line.length());
      assertThat(sent(dialect, fits + " ; said aside\n")).as("%s", dialect).containsExactly(fits);
      assertThatThrownBy(() -> sent(dialect, fits + "1\n"))
          .as("%s", dialect)
          .hasMessageContaining((limit + 1) + " bytes go out");
    }
    assertThat(Dialect.GRBL.lineLimit()).isEqualTo(79);
    assertThat(Dialect.MARLIN.lineLimit()).isEqualTo(95);
    assertThat(Dialect.MARLIN.payloadLimit() + "N1234567 *255".length()).isEqualTo(95);
  }

  @Test
  void aSemicolonWithinQuotesIsPartOfTheText() throws IOException {
    assertThat(sent(Dialect.REPRAPFIRMWARE, "M291 P\"one; two\" S1 ; aside\nM98 P\"a b.g\"\n"))
        .containsExactly("M291 P\"one; two\" S1", "M98 P\"a b.g\"");
  }

  @Test
  void aChecksumForGrblIsRefusedAndNotDropped() {
    assertThatThrownBy(() -> sent(Dialect.GRBL, "N1 G1 X10*99\n"))
        .hasMessageContaining("begins a checksum");
  }

  @Test
  void bytesThatActAtOnceNeverReachGrbl() throws IOException {
    assertThat(sent(Dialect.GRBL, "G1 X1 (stop! \u2212)\n")).containsExactly("G1X1");
    assertThatThrownBy(() -> sent(Dialect.GRBL, "G1 X\u22125\n")).isInstanceOf(WireRefusal.class);
    assertThatThrownBy(() -> sent(Dialect.GRBL, "G1 X5 !\n")).hasMessageContaining("acts at once");
    assertThatThrownBy(() -> sent(Dialect.MARLIN, "G1 X1\u00000\n"))
        .hasMessageContaining("control byte 0x00");
  }

  private static List<String> sent(Dialect dialect, String program) throws IOException {
    var all = new ArrayList<String>();
    try (WireLines lines = open(dialect, program)) {
      for (WireLine line = lines.next(); line != null; line = lines.next()) {
        all.add(new String(line.bytes(), UTF_8));
      }
    }
    return all;
  }

  private static WireLines open(Dialect dialect, String program) throws IOException {
    return WireForm.open(new ByteArrayInputStream(program.getBytes(UTF_8)), dialect);
  }
}
