package org.vicinal.agent.simulation.grbl;

import org.vicinal.agent.simulation.board.Switch;
import org.vicinal.agent.simulation.board.Switches;

/** In what boards with GRBL differ, and in what grblHAL differs from all of them. */
public record GrblSwitches(
    @Switch("the receive buffer in bytes; what comes when it is full is lost") int receiveBytes,
    @Switch("characters kept of a line") int lineBytes,
    @Switch("moves that are planned ahead") int blocks,
    @Switch("has limit switches, and is locked until it has been homed") boolean homing,
    @Switch("a switch is not found while homing: ALARM:9") boolean homingFails,
    @Switch("grblHAL: its banner, realtime bytes, states and error gate") boolean hal,
    @Switch("grblHAL without the printable realtime bytes: ?, ! and ~ mean nothing (RT-)")
        boolean twinsOnly,
    @Switch("machine Z in mm at which the probe touches; NaN never") double probeZ,
    @Switch("milliseconds from reset to the banner") int bootMillis) {

  /** A small router: no switches, an AVR with its bootloader. */
  public static final GrblSwitches USUAL =
      new GrblSwitches(128, 79, 15, false, false, false, false, Double.NaN, 800);

  /** With limit switches. */
  public static final GrblSwitches HOMING = USUAL.with("homing", "true");

  /** grblHAL on a 32-bit board. */
  public static final GrblSwitches HAL =
      new GrblSwitches(1024, 256, 100, false, false, true, false, Double.NaN, 300);

  /** The same with one switch set; {@link Switches#with}. */
  public GrblSwitches with(String name, String value) {
    return Switches.with(this, name, value);
  }
}
