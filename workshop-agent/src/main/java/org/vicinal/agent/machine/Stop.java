package org.vicinal.agent.machine;

import java.nio.charset.StandardCharsets;
import org.vicinal.agent.firmware.Firmware;
import org.vicinal.agent.firmware.Reply;
import org.vicinal.agent.firmware.Sender;

/** The bytes that stop a machine, whatever it is doing. */
final class Stop {

  private Stop() {}

  /**
   * GRBL: the reset byte; motion ends within 30 ms, the spindle with it. Marlin: M112 on a line of
   * its own and without a number, because only so a firmware without emergency parser sees it
   * before its queue is worked off.
   */
  static byte[] bytes(Firmware firmware) {
    return firmware.numbered()
        ? "\nM112\n".getBytes(StandardCharsets.ISO_8859_1)
        : new byte[] {0x18};
  }

  /**
   * What follows once the state knows: Marlin's word again, in case the first was damaged on the
   * wire, and no heat. A firmware that has heard the first is deaf to all of it.
   */
  static byte[] again(Firmware firmware) {
    return firmware.numbered()
        ? "\nM112\nM104 S0\nM140 S0\nM107\n".getBytes(StandardCharsets.ISO_8859_1)
        : new byte[0];
  }

  /** A book that lets nothing out until the controller has started again. */
  static Sender muted(Sender sender, long now) {
    return sender.hear(new Reply.Alarm(3), now).next();
  }
}
