package org.vicinal.agent.firmware;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Several lines wait at once only where the firmware says how much room it has. */
class WindowTest {
  private Sender sender = NumberedSender.begin(Firmware.MARLIN);
  private long now = 1;

  private void send(String text) {
    assertThat(sender.hasRoomFor(text)).isTrue();
    sender = sender.send(new Command(text, Command.Origin.PROGRAM, 1), now++).next();
  }

  private void hear(String line) {
    sender = sender.hear(MarlinReplies.parse(line), now++).next();
  }

  @Test
  void aBareOkLeavesItAtOne() {
    send("G1 X1");
    hear("ok");
    send("G1 X2");
    assertThat(sender.hasRoomFor("G1 X3")).isFalse();
  }

  @Test
  void anOkWithRoomOpensItToThree() {
    send("G1 X1");
    hear("ok N1 P15 B3");
    send("G1 X2");
    send("G1 X3");
    send("G1 X4");
    assertThat(sender.hasRoomFor("G1 X5")).isFalse();
    hear("ok N2 P14 B1");
    assertThat(sender.hasRoomFor("G1 X5")).isTrue();
  }

  @Test
  void onlyMovesGoTogetherAndNeverMoreThanTheSmallestBuffer() {
    send("G1 X1");
    hear("ok N1 P15 B3");
    send("G1 X2");
    assertThat(sender.hasRoomFor("M109 S200")).isFalse();
    assertThat(sender.hasRoomFor("G1 X3 ".repeat(17))).isFalse();
  }

  @Test
  void aRequestToRepeatClosesItForAWhile() {
    send("G1 X1");
    hear("ok N1 P15 B3");
    send("G1 X2");
    send("G1 X3");
    hear("Error:checksum mismatch, Last Line: 1");
    hear("Resend: 2");
    hear("ok");
    assertThat(sender.hasRoomFor("G1 X4")).isFalse();
    hear("ok N2 P15 B3");
    hear("ok N3 P15 B3");
    hear("ok T:20.0 /0.0 B:20.0 /0.0");
    send("G1 X4");
    assertThat(sender.hasRoomFor("G1 X5")).isFalse();
  }
}
