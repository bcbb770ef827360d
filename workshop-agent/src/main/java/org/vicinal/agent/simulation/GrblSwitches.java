package org.vicinal.agent.simulation;

/**
 * In what boards with GRBL differ.
 *
 * @param receiveBytes the size of the receive buffer
 * @param homing whether it has limit switches, and is locked until it has been homed
 * @param bootNanos from reset to the banner
 */
public record GrblSwitches(int receiveBytes, boolean homing, long bootNanos) {

  /** A small router: no switches, an AVR with its bootloader. */
  public static final GrblSwitches USUAL = new GrblSwitches(128, false, 800_000_000L);

  /** With limit switches. */
  public static final GrblSwitches HOMING = new GrblSwitches(128, true, 800_000_000L);
}
