package org.vicinal.agent.stream;

import java.nio.file.Path;
import org.vicinal.agent.machine.MachineSettings;
import org.vicinal.agent.simulation.SimulatedPort;
import org.vicinal.gcode.MachineLimits;

/**
 * What is to be streamed, and where.
 *
 * @param limits what the program must keep to
 * @param checkOnly whether nothing is to be sent
 * @param yes whether the person's word was given on the command line
 * @param data the folder in which runs by hand are remembered
 * @param start where in the program it begins
 */
public record Job(
    MachineSettings machine,
    MachineLimits limits,
    Path program,
    boolean checkOnly,
    boolean yes,
    Path data,
    Start start) {

  /** The whole program. */
  public Job(
      MachineSettings machine,
      MachineLimits limits,
      Path program,
      boolean checkOnly,
      boolean yes,
      Path data) {
    this(machine, limits, program, checkOnly, yes, data, Start.BEGINNING);
  }

  /** Whether a spindle turns and not a nozzle. */
  boolean mill() {
    return !machine.firmware().numbered();
  }

  /** Whether nothing real is behind the port. */
  public boolean simulated() {
    return SimulatedPort.leadsToSimulation(machine.port());
  }

  /** The folder of this port's book. */
  Path folder() {
    return folderOf(data, machine.port());
  }

  /** The folder below {@code data} in which runs on this port are remembered. */
  public static Path folderOf(Path data, String port) {
    var name = port.replaceAll("[^A-Za-z0-9._-]+", "-").replaceFirst("^-", "");
    return data.resolve(name);
  }
}
