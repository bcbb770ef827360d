package org.vicinal.agent.simulation.grbl;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The simulated GRBL refuses what the iron refuses and answers as it answers. */
class SimulatedGrblTest {
  private static final long SECOND = 1_000_000_000L;

  private final List<String> executed = new ArrayList<>();
  private SimulatedGrbl grbl =
      new SimulatedGrbl(GrblSwitches.USUAL, new double[] {300, 200, 80}, 1, executed::add);
  private long now;

  @BeforeEach
  void switchOn() {
    grbl.reset(now);
    assertThat(after(2)).contains("Grbl 1.1h ['$' for help]");
  }

  /** What it says in these seconds, without empty lines. */
  private List<String> after(double seconds) {
    now += (long) (seconds * SECOND);
    String said = new String(grbl.advance(now), StandardCharsets.ISO_8859_1);
    return said.lines().filter(line -> !line.isEmpty()).toList();
  }

  private List<String> said(String text) {
    grbl.receive(text.getBytes(StandardCharsets.ISO_8859_1), now);
    return after(0.05);
  }

  @Test
  void everyLineIsAnsweredOnceAndCrlfTwice() {
    assertThat(said("G21\n")).containsExactly("ok");
    assertThat(said("\n")).containsExactly("ok");
    assertThat(said("G90\r\n")).containsExactly("ok", "ok");
  }

  @Test
  void seventyNineCharactersAreTakenAndEightyAreNot() {
    String line = "G0X1." + "0".repeat(74);
    assertThat(line).hasSize(79);
    assertThat(said(line + "\n")).containsExactly("ok");
    assertThat(said(line + "0\n")).containsExactly("error:11");
  }

  @Test
  void whatDoesNotFitTheRingIsLostWithoutAWord() {
    StringBuilder moves = new StringBuilder();
    for (int i = 0; i < 60; i++) {
      moves.append("G1X-").append(100 + i % 2).append(".000F100 \n");
    }
    List<String> answers = said(moves.toString());
    assertThat(answers).hasSizeLessThan(20).containsOnly("ok");
    assertThat(grbl.lostBytes()).isPositive();
  }

  @Test
  void realtimeBytesActInsideComments() {
    assertThat(said("G21 (what? now)\n")).hasSize(2).anyMatch(line -> line.startsWith("<Idle"));
    assertThat(said("(stop!)\nG90\n")).isEmpty();
    assertThat(said("?")).singleElement().asString().startsWith("<Hold:0");
    assertThat(said("~")).containsExactly("ok", "ok");
  }

  @Test
  void linesAreRefusedByTheirNumbers() {
    assertThat(said("G1X-5\n")).containsExactly("error:22");
    assertThat(said("G1X-5X-6F100\n")).containsExactly("error:25");
    assertThat(said("G0G1X-1\n")).containsExactly("error:21");
    assertThat(said("M6T1\n")).containsExactly("error:20");
    assertThat(said("G1Xa\n")).containsExactly("error:2");
    assertThat(said("5\n")).containsExactly("error:1");
    assertThat(said("G2X-10F100\n")).containsExactly("error:35");
    assertThat(said("G2X-10R1F100\n")).containsExactly("error:34");
    assertThat(said("G4\n")).containsExactly("error:28");
    assertThat(said("$Q\n")).containsExactly("error:3");
    assertThat(said("$H\n")).containsExactly("error:5");
    assertThat(executed).isEmpty();
  }

  @Test
  void aResetInMotionLosesThePositionAndLocks() {
    said("G1X-100F500\n");
    assertThat(said("\u0018")).containsExactly("ALARM:3");
    assertThat(said("G0X0\n")).isEmpty();
    assertThat(after(0.6)).contains("Grbl 1.1h ['$' for help]", "[MSG:'$H'|'$X' to unlock]");
    assertThat(said("G0X0\n")).containsExactly("error:9");
    assertThat(said("$X\n")).containsExactly("[MSG:Caution: Unlocked]", "ok");
    assertThat(said("G21\n")).containsExactly("ok");
  }

  @Test
  void aResetAfterTheHoldHasEndedKeepsThePosition() {
    said("G1X-100F1200\n");
    assertThat(said("!?")).anyMatch(line -> line.startsWith("<Hold:1"));
    after(1);
    assertThat(said("?")).anyMatch(line -> line.startsWith("<Hold:0"));
    assertThat(said("\u0018")).containsExactly("Grbl 1.1h ['$' for help]");
    assertThat(said("?")).anyMatch(line -> line.startsWith("<Idle"));
  }

  @Test
  void aMoveBeyondTheTravelFreezesUntilAReset() {
    grbl = new SimulatedGrbl(GrblSwitches.HOMING, new double[] {300, 200, 80}, 1, executed::add);
    grbl.reset(now);
    assertThat(after(2)).contains("[MSG:'$H'|'$X' to unlock]");
    assertThat(said("$H\n?")).isEmpty();
    assertThat(after(6)).hasSize(2).contains("ok");
    assertThat(said("G0X-400\n")).contains("ALARM:2").doesNotContain("ok");
    assertThat(said("?")).isEmpty();
    assertThat(said("$X\n")).isEmpty();
    assertThat(said("\u0018")).contains("[MSG:'$H'|'$X' to unlock]");
    assertThat(said("$X\n")).contains("ok");
  }

  @Test
  void aFinishedLineWaitsForRoomInThePlanner() {
    StringBuilder moves = new StringBuilder();
    for (int i = 0; i < 16; i++) {
      moves.append("G1X-").append(i % 2 * 10).append("F100\n");
    }
    assertThat(said(moves.toString())).hasSize(16);
    assertThat(said("G1X-50F100\n")).isEmpty();
    assertThat(after(7)).containsExactly("ok");
  }

  @Test
  void bytesThatComeWhileSettingsAreWrittenAreLost() {
    grbl.receive("$110=500\n".getBytes(StandardCharsets.ISO_8859_1), now);
    grbl.receive("G21\n".getBytes(StandardCharsets.ISO_8859_1), now + 1_000_000);
    assertThat(after(1)).containsExactly("ok");
    assertThat(said("$$\n")).contains("$110=500.000", "ok");
  }

  @Test
  void checkModeReadsAndDoesNothing() {
    assertThat(said("$C\n")).containsExactly("[MSG:Enabled]", "ok");
    assertThat(said("M3S1000\nG1X-10F100\nG1Z\n")).startsWith("ok", "ok", "error:2");
    assertThat(executed).isEmpty();
    assertThat(said("$C\n")).contains("[MSG:Disabled]", "ok", "Grbl 1.1h ['$' for help]");
    assertThat(said("?")).anyMatch(line -> line.startsWith("<Idle|MPos:"));
  }

  @Test
  void aProgramStopAnswersOnlyAfterCycleStart() {
    assertThat(said("M0\n")).isEmpty();
    assertThat(said("?")).anyMatch(line -> line.startsWith("<Hold:0"));
    assertThat(said("~")).containsExactly("ok");
    assertThat(said("M30\n")).containsExactly("[MSG:Pgm End]", "ok");
  }
}
