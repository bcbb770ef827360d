package org.vicinal.agent.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vicinal.agent.firmware.GrblReplies;
import org.vicinal.agent.firmware.Reply;
import org.vicinal.agent.simulation.grbl.GrblSwitches;
import org.vicinal.agent.simulation.grbl.SimulatedGrbl;

/**
 * grblHAL is asked what it has been built with and what its numbers mean, and is taken at its word.
 */
class GrblHalTest {
  private final List<String> executed = new ArrayList<>();

  /** More than its planner and its buffer hold. */
  private final List<String> program =
      IntStream.range(0, 400).mapToObj(i -> "G1X%d.125F3000".formatted(i % 10)).toList();

  private VirtualBench ready(GrblSwitches switches) {
    var board = new SimulatedGrbl(switches, new double[] {300, 200, 80}, 1, executed::add);
    var bench = VirtualBench.halRouter(board, program);
    assertThat(bench.untilFree(20)).isTrue();
    bench.confirm();
    assertThat(bench.until(() -> bench.state().condition() == Condition.READY, 20)).isTrue();
    return bench;
  }

  private static void hears(VirtualBench bench, String line) {
    byte[] bytes = (line + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
    bench.ask(new Input.Heard(bench.now(), bytes));
  }

  @Test
  void itsOwnWordsExplainTheNumbersThatAreNotKnownHere() {
    var bench = ready(GrblSwitches.HAL);
    assertThat(bench.written).contains("$I+\n", "$EA\n", "$EE\n");
    hears(bench, "[ALARMCODE:77||The coolant has boiled.]");
    hears(bench, "ALARM:77");
    assertThat(bench.why()).contains("ALARM:77, \"The coolant has boiled.\"");
    hears(bench, "ALARM:10");
    assertThat(bench.why()).contains("the emergency stop is pressed");
  }

  @Test
  void whereThePrintableBytesMeanNothingItsTwinsAreUsed() {
    var bench = ready(GrblSwitches.HAL.with("twinsOnly", "true"));
    bench.startRun();
    assertThat(bench.untilCondition(Condition.STREAMING, 20)).isTrue();
    bench.ask(new Input.PauseAsked(bench.now(), 5));
    bench.passTo(bench.now() + 2 * VirtualBench.SECOND);
    assertThat(bench.state().condition()).isEqualTo(Condition.HOLDING);
    bench.ask(new Input.ResumeAsked(bench.now(), 6));
    assertThat(bench.until(() -> bench.findEnd().isPresent(), 600)).isTrue();
    assertThat(bench.findEnd()).contains(new RunEnd.Completed(400));
    assertThat(bench.written).contains("\u0082\u0080", "\u0081");
  }

  @Test
  void whoeverChangesAToolThereIsNotDisturbedAndMayGoOnFromHere() {
    var bench = ready(GrblSwitches.HAL);
    hears(bench, "<Tool|MPos:0.000,0.000,0.000|FS:0,0>");
    hears(bench, "<Tool|MPos:0.000,0.000,0.000|FS:0,0>");
    hears(bench, "<Tool|MPos:0.000,0.000,0.000|FS:0,0>");
    assertThat(bench.state().condition()).isEqualTo(Condition.TAKEN);
    bench.ask(new Input.ResumeAsked(bench.now(), 6));
    assertThat(bench.written.getLast()).isEqualTo("\u00a3~");
  }

  @Test
  void aLatheIsNoLaserAndADamagedSettingIsNone() {
    var bench = ready(GrblSwitches.HAL);
    for (String harmless : List.of("$32=2", "$32=\u00dc0")) {
      hears(bench, harmless);
      bench.startRun();
      assertThat(bench.state().findRun()).as(harmless).isPresent();
      bench.ask(new Input.CancelAsked(bench.now(), 4, "enough"));
      assertThat(bench.untilCondition(Condition.OCCUPIED, 60)).isTrue();
      bench.confirm();
      assertThat(bench.untilCondition(Condition.READY, 60)).isTrue();
    }
    hears(bench, "$32=1");
    bench.startRun();
    assertThat(bench.lastAnswer()).asString().contains("laser");
  }

  @Test
  void optionsAndMeaningsAreRead() {
    assertThat(GrblReplies.parse("[NEWOPT:ENUMS,RT-,TC]"))
        .isEqualTo(new Reply.Options(List.of("ENUMS", "RT-", "TC")));
    assertThat(GrblReplies.parse("[ERRORCODE:9|Locked|G-code is locked out.]"))
        .isEqualTo(new Reply.Meaning(false, 9, "G-code is locked out."));
    assertThat(GrblReplies.parse("[ERRORCODE:x||no]")).isInstanceOf(Reply.Text.class);
  }
}
