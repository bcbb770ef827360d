package org.vicinal.agent.machine;

import java.util.Optional;

/**
 * A machine at one moment.
 *
 * @param why what led here, for a person
 * @param firmware how the firmware named itself; empty before it did
 * @param reading temperatures or position as last reported; empty before the first report
 * @param run the run it is at
 */
public record MachineStatus(
    String machine,
    Condition condition,
    String why,
    String port,
    String firmware,
    String reading,
    Optional<RunStatus> run,
    Counters counters) {

  /** Where a run is. */
  public record RunStatus(String runId, long line, long lines) {}

  /**
   * What the link has been through since the agent began.
   *
   * @param lines sent and acknowledged, the program's and the host's own
   * @param resends asked for by the firmware
   * @param stalls silences that needed a probe
   * @param strayOks answers that belonged to no line
   * @param reopened how often the port has been opened
   */
  public record Counters(long lines, long resends, long stalls, long strayOks, long reopened) {
    public static final Counters NONE = new Counters(0, 0, 0, 0, 0);
  }
}
