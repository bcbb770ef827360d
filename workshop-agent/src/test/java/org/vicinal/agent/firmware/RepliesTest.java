package org.vicinal.agent.firmware;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Every line a firmware says has a meaning, and no bytes at all stop the reader. */
class RepliesTest {

  @Test
  void marlinsWordsAreKnownByTheirBeginnings() {
    assertThat(MarlinReplies.parse("ok")).isEqualTo(new Reply.Ok(-1, -1, -1, false, "ok"));
    assertThat(MarlinReplies.parse("ok N12 P15 B3"))
        .isEqualTo(new Reply.Ok(12, 3, 15, false, "ok N12 P15 B3"));
    assertThat(MarlinReplies.parse("ok T:21.0 /0.0 B:20.0 /0.0 @:0"))
        .isInstanceOfSatisfying(Reply.Ok.class, ok -> assertThat(ok.temperatures()).isTrue());
    assertThat(MarlinReplies.parse("okay")).isInstanceOf(Reply.Text.class);
    assertThat(MarlinReplies.parse("Resend: 7")).isEqualTo(new Reply.Resend(7));
    assertThat(MarlinReplies.parse("Resend:N7")).isEqualTo(new Reply.Resend(7));
    assertThat(MarlinReplies.parse("rs N7 Expected checksum 12")).isEqualTo(new Reply.Resend(7));
    assertThat(MarlinReplies.parse("Error:checksum mismatch, Last Line: 6"))
        .isInstanceOfSatisfying(
            Reply.LineFault.class, fault -> assertThat(fault.lastLine()).isEqualTo(6));
    assertThat(MarlinReplies.parse("Error:Printer halted. kill() called!"))
        .isInstanceOf(Reply.Fatal.class);
    assertThat(MarlinReplies.parse("Error:MINTEMP triggered, system stopped! Heater_ID: bed"))
        .isInstanceOf(Reply.Fatal.class);
    assertThat(MarlinReplies.parse("echo:busy: processing")).isEqualTo(new Reply.Busy(false));
    assertThat(MarlinReplies.parse("echo:busy: paused for user")).isEqualTo(new Reply.Busy(true));
    assertThat(MarlinReplies.parse("start")).isInstanceOf(Reply.Started.class);
    assertThat(MarlinReplies.parse(" T:20.1 /200.0 B:40.0 /60.0 W:3"))
        .isInstanceOf(Reply.Temperatures.class);
    assertThat(MarlinReplies.parse("\u00ff\u00festart")).isEqualTo(new Reply.Started("start"));
    assertThat(MarlinReplies.parse("restart")).isInstanceOf(Reply.Text.class);
    assertThat(MarlinReplies.parse("echo: Brown out Reset")).isInstanceOf(Reply.ResetCause.class);
    assertThat(MarlinReplies.parse("// action:paused")).isEqualTo(new Reply.HostAction("paused"));
    assertThat(MarlinReplies.parse("Cap:EMERGENCY_PARSER:1"))
        .isEqualTo(new Reply.Capability("EMERGENCY_PARSER", true));
  }

  @Test
  void grblsWordsAreKnown() {
    assertThat(GrblReplies.parse("ok")).isInstanceOf(Reply.Ok.class);
    assertThat(GrblReplies.parse("error:22")).isEqualTo(new Reply.Rejected(22));
    assertThat(GrblReplies.parse("ALARM:1")).isEqualTo(new Reply.Alarm(1));
    assertThat(GrblReplies.parse("Grbl 1.1h ['$' for help]")).isInstanceOf(Reply.Started.class);
    assertThat(GrblReplies.parse("[OPT:V,15,128]")).isEqualTo(new Reply.Buffers(15, 128));
    assertThat(GrblReplies.parse("[GC:G0 G54]")).isInstanceOf(Reply.ModalState.class);
    assertThat(GrblReplies.parse(">G21:ok")).isInstanceOf(Reply.Text.class);
    assertThat(GrblReplies.parse("<Hold:1|WPos:1.000,2.000,3.000|Bf:15,128|FS:0,0|Pn:XY>"))
        .isInstanceOfSatisfying(
            Reply.Status.class,
            status -> {
              assertThat(status.report().state()).isEqualTo("Hold");
              assertThat(status.report().still()).isFalse();
              assertThat(status.report().position()).isEqualTo("WPos 1.000,2.000,3.000");
            });
  }

  @Test
  void noBytesStopTheReader() {
    Random random = new Random(Long.getLong("vicinal.seed", 7));
    String[] beginnings = {"ok", "ok N", "Resend:", "error:", "ALARM:", "<Idle|", "[OPT:", "Cap:"};
    for (int i = 0; i < 20_000; i++) {
      byte[] bytes = new byte[random.nextInt(40)];
      random.nextBytes(bytes);
      String line =
          beginnings[random.nextInt(beginnings.length)]
              + new String(bytes, StandardCharsets.ISO_8859_1);
      assertThat(MarlinReplies.parse(line)).isNotNull();
      assertThat(GrblReplies.parse(line)).isNotNull();
    }
  }

  @Test
  void linesComeOutWholeHoweverTheyArrive() {
    byte[] said = "start\r\n\r\nok\nok T:2\u0000 0\n".getBytes(StandardCharsets.ISO_8859_1);
    for (int size = 1; size <= said.length; size++) {
      LineFramer framer = LineFramer.EMPTY;
      List<String> lines = new ArrayList<>();
      for (int from = 0; from < said.length; from += size) {
        int to = Math.min(said.length, from + size);
        LineFramer.Framed framed = framer.take(java.util.Arrays.copyOfRange(said, from, to));
        framer = framed.next();
        lines.addAll(framed.lines());
      }
      assertThat(lines).containsExactly("start", "ok", "ok T:2 0");
      assertThat(framer.controls()).isEqualTo(1);
    }
  }
}
