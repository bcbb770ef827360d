package org.vicinal.agent.machine;

import org.vicinal.agent.firmware.Firmware;

/**
 * What the workshop says about a machine and its port.
 *
 * @param name the workshop's own name for it, unique in the workshop
 * @param port a device path such as {@code /dev/ttyUSB0}, {@code tcp://host:port}, or {@code
 *     simulated:marlin}
 * @param baud bits per second; ignored by {@code tcp://} and by boards with native USB
 * @param firmware what it runs
 * @param limits what it may be asked to do
 * @param attendance who is near while it works
 * @param spindle who switches it; of no meaning for a printer
 */
public record MachineSettings(
    String name,
    String port,
    int baud,
    Firmware firmware,
    MachineLimits limits,
    Attendance attendance,
    Spindle spindle) {

  /** A machine whose spindle, if it has one, obeys the controller. */
  public MachineSettings(
      String name,
      String port,
      int baud,
      Firmware firmware,
      MachineLimits limits,
      Attendance attendance) {
    this(name, port, baud, firmware, limits, attendance, Spindle.DRIVEN);
  }

  /** A machine that somebody runs by hand. */
  public MachineSettings(
      String name, String port, int baud, Firmware firmware, MachineLimits limits) {
    this(name, port, baud, firmware, limits, Attendance.BY_HAND, Spindle.DRIVEN);
  }

  public MachineSettings {
    if (name.isBlank()) {
      throw new IllegalArgumentException("Expected a name for the machine on " + port + ".");
    }
    if (baud < 1) {
      throw new IllegalArgumentException("Expected a rate in baud for " + name + ", got " + baud);
    }
  }
}
