package org.vicinal.agent.machine;

import org.vicinal.agent.firmware.Firmware;
import org.vicinal.agent.firmware.LineFramer;
import org.vicinal.agent.firmware.Sender;

/**
 * An open port and what is known of the firmware behind it, from one opening to the next.
 *
 * @param epoch counts openings and resets; every book of lines belongs to one
 */
record Link(Sender sender, LineFramer framer, Telemetry telemetry, Polling polling, long epoch) {

  static Link begin(Firmware firmware, long now) {
    return new Link(
        Sender.begin(firmware), LineFramer.EMPTY, Telemetry.NONE, Polling.begin(now), 1);
  }
}
