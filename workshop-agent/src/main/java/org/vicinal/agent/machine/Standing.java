package org.vicinal.agent.machine;

import org.vicinal.agent.firmware.Sender.Tally;

/**
 * What stays true of a machine while its port comes and goes.
 *
 * @param confirmed whether a person has said since the last run that it may be used
 * @param unsafe whether heaters or a spindle may be on from a time that is not remembered
 * @param why what led to the present state, for people
 * @param past what earlier links have been through
 * @param knowledge what people and checks have established since
 * @param presentUntil when somebody must say again that they are there
 * @param opened how often the port has been opened
 */
record Standing(
    MachineSettings settings,
    boolean confirmed,
    boolean unsafe,
    String why,
    Tally past,
    Knowledge knowledge,
    long presentUntil,
    long opened) {

  static Standing begin(MachineSettings settings, Beginning beginning) {
    return new Standing(
        settings,
        beginning.confirmed(),
        beginning.interrupted(),
        "The agent has started.",
        new Tally(0, 0, 0, 0),
        Knowledge.NONE,
        Long.MAX_VALUE,
        0);
  }

  Standing confirmed(boolean by) {
    return new Standing(settings, by, unsafe, why, past, knowledge, presentUntil, opened);
  }

  Standing unsafe(boolean now) {
    return new Standing(settings, confirmed, now, why, past, knowledge, presentUntil, opened);
  }

  Standing because(String reason) {
    return new Standing(settings, confirmed, unsafe, reason, past, knowledge, presentUntil, opened);
  }

  Standing after(Tally link) {
    return new Standing(
        settings, confirmed, unsafe, why, past.plus(link), knowledge, presentUntil, opened);
  }

  Standing knowing(Knowledge next) {
    return new Standing(settings, confirmed, unsafe, why, past, next, presentUntil, opened);
  }

  Standing presentUntil(long until) {
    return new Standing(settings, confirmed, unsafe, why, past, knowledge, until, opened);
  }

  Standing openedAgain() {
    return new Standing(
        settings, confirmed, unsafe, why, past, knowledge, presentUntil, opened + 1);
  }
}
