package org.vicinal.agent.machine;

import java.util.Optional;
import org.vicinal.agent.firmware.Sender.Tally;

/** What others may see of a state. */
final class Snapshots {

  private Snapshots() {}

  static MachineStatus of(MachineState state) {
    Standing standing = state.standing();
    Tally tally = standing.past();
    String firmware = "";
    String reading = "";
    if (state instanceof MachineState.Online online) {
      tally = tally.plus(online.link().sender().tally());
      firmware = online.link().telemetry().known().firmware();
      reading = online.link().telemetry().reading();
    }
    Optional<MachineStatus.RunStatus> run =
        state
            .findRun()
            .map(r -> new MachineStatus.RunStatus(r.id(), r.acknowledged(), r.request().lines()));
    return new MachineStatus(
        standing.settings().name(),
        state.condition(),
        standing.why(),
        standing.settings().port(),
        firmware,
        reading,
        run,
        new MachineStatus.Counters(
            tally.lines(), tally.resends(), tally.stalls(), tally.strayOks(), standing.opened()));
  }
}
