package org.vicinal.agent.simulation.marlin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The simulated Marlin refuses what the real one refuses and answers as it answers. */
class SimulatedMarlinTest {
  private static final long SECOND = 1_000_000_000L;

  private final List<String> executed = new ArrayList<>();
  private SimulatedMarlin marlin = marlin(MarlinSwitches.USUAL);
  private long now;

  private SimulatedMarlin marlin(MarlinSwitches switches) {
    return new SimulatedMarlin(switches, new double[] {250, 210, 210}, 1, executed::add);
  }

  @BeforeEach
  void switchOn() {
    marlin.reset(now);
    assertThat(after(1)).startsWith("start", "Marlin bugfix-2.1.x");
  }

  private void use(MarlinSwitches switches) {
    marlin = marlin(switches);
    switchOn();
  }

  private List<String> after(double seconds) {
    now += (long) (seconds * SECOND);
    return new String(marlin.advance(now), StandardCharsets.ISO_8859_1).lines().toList();
  }

  private List<String> said(String text) {
    marlin.receive(text.getBytes(StandardCharsets.ISO_8859_1), now);
    return after(0.01);
  }

  private static String numbered(int number, String command) {
    String body = "N" + number + " " + command;
    return body + "*" + body.chars().reduce(0, (sum, c) -> sum ^ c) + "\n";
  }

  @Test
  void emptyLinesAndCommentsHaveNoAnswer() {
    assertThat(said("\n\r\n; only words\n")).isEmpty();
    assertThat(said("G90 ; absolute\n")).containsExactly("ok");
  }

  @Test
  void aDamagedLineIsAskedForAgain() {
    assertThat(said(numbered(1, "G90"))).containsExactly("ok");
    assertThat(said("N2 G91*1\n"))
        .containsExactly("Error:checksum mismatch, Last Line: 1", "Resend: 2", "ok");
    assertThat(said("N2 G91\n"))
        .containsExactly("Error:No Checksum with line number, Last Line: 1", "Resend: 2", "ok");
    assertThat(said(numbered(7, "G91")))
        .containsExactly(
            "Error:Line Number is not Last Line Number+1, Last Line: 1", "Resend: 2", "ok");
    assertThat(executed).containsExactly("G90");
  }

  @Test
  void aKnownNumberVanishesInNewBuildsAndIsRefusedByOldOnes() {
    said(numbered(1, "G90"));
    assertThat(said(numbered(1, "G90"))).isEmpty();
    use(MarlinSwitches.OLD);
    said(numbered(1, "G90"));
    assertThat(said(numbered(1, "G90"))).contains("Resend: 2", "ok");
  }

  @Test
  void aDamagedNumberLetterMakesTheLineUnnumbered() {
    assertThat(said("M1 G91*33\n")).isNotEmpty();
    use(MarlinSwitches.USUAL);
    assertThat(said("O1 G91*33\n")).containsExactly("echo:Unknown command: \"O1 G91\"", "ok");
  }

  @Test
  void whatGoesBeyondNinetyFiveCharactersIsCutOffWithItsChecksum() {
    String line = numbered(1, "M117 " + "x".repeat(85));
    assertThat(line).hasSizeGreaterThan(96);
    assertThat(said(line)).contains("Resend: 1");
  }

  @Test
  void anAnswerToM105IsOneLine() {
    assertThat(said("M105\n")).singleElement().asString().startsWith("ok T:21.00 /0.00 B:21.00");
  }

  @Test
  void numberedAnswersNameTheirLine() {
    use(MarlinSwitches.USUAL.withAdvancedOk());
    assertThat(said(numbered(1, "G90"))).singleElement().asString().startsWith("ok N1 P15 B");
  }

  @Test
  void itSaysThatItIsBusyEveryTwoSeconds() {
    assertThat(said("G28\n")).isEmpty();
    assertThat(after(5)).containsExactly("echo:busy: processing", "echo:busy: processing");
    assertThat(after(5)).contains("ok");
  }

  @Test
  void heatingTakesItsTimeAndReportsEverySecond() {
    assertThat(said("M109 S200\n")).isEmpty();
    assertThat(after(10)).filteredOn(line -> line.startsWith(" T:")).hasSizeBetween(9, 11);
    assertThat(after(200)).contains("ok");
    assertThat(said("M105\n")).singleElement().asString().contains("/200.00");
  }

  @Test
  void theEmergencyParserActsWithAFullQueueAndOnlyWhereItIsBuiltIn() {
    said("M109 S200\nM105\nM105\nM105\n");
    assertThat(said(numbered(1, "M108"))).contains("ok");
    said("M112\n");
    assertThat(marlin.describe()).startsWith("halted");
    assertThat(said("M105\n")).isEmpty();
    use(MarlinSwitches.OLD);
    said("M109 S200\nG4 P1\nG4 P1\nG4 P1\n");
    assertThat(said("M112\n")).isEmpty();
    assertThat(marlin.describe()).doesNotStartWith("halted");
  }

  @Test
  void aKillTurnsTheHeatersOffAndMakesItMuteUntilAReset() {
    said("M104 S200\n");
    assertThat(said("M112\n")).contains("Error:Printer halted. kill() called!");
    assertThat(marlin.hotendTarget()).isZero();
    assertThat(said("M115\n")).isEmpty();
    marlin.reset(now);
    assertThat(after(1)).contains("start");
  }

  @Test
  void aFullPlannerHoldsTheAnswerBack() {
    StringBuilder moves = new StringBuilder();
    for (int i = 0; i < 17; i++) {
      moves.setLength(0);
      moves.append("G1 X").append(i % 2 * 100).append(" F600\n");
      if (said(moves.toString()).isEmpty()) {
        break;
      }
    }
    assertThat(executed).hasSize(17);
    assertThat(said("M400\n")).isEmpty();
    assertThat(marlin.atRest()).isFalse();
  }
}
