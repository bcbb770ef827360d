package org.vicinal.agent.machine;

import org.vicinal.agent.firmware.Sender.Tally;

/**
 * What stays true of a machine while its port comes and goes.
 *
 * @param confirmed whether a person has said since the last run that it may be used
 * @param unsafe whether heaters or a spindle may be on from a time that is not remembered
 * @param why what led to the present state, for people
 * @param past what earlier links have been through
 * @param opened how often the port has been opened
 */
record Standing(
    MachineSettings settings,
    boolean confirmed,
    boolean unsafe,
    String why,
    Tally past,
    long opened) {

  Standing confirmed(boolean by) {
    return new Standing(settings, by, unsafe, why, past, opened);
  }

  Standing unsafe(boolean now) {
    return new Standing(settings, confirmed, now, why, past, opened);
  }

  Standing because(String reason) {
    return new Standing(settings, confirmed, unsafe, reason, past, opened);
  }

  Standing after(Tally link) {
    return new Standing(settings, confirmed, unsafe, why, past.plus(link), opened);
  }

  Standing openedAgain() {
    return new Standing(settings, confirmed, unsafe, why, past, opened + 1);
  }
}
