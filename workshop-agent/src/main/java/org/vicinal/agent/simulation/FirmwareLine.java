package org.vicinal.agent.simulation;

import org.vicinal.agent.serial.SerialLine;
import org.vicinal.agent.simulation.board.SimulatedFirmware;

/**
 * A line straight to a simulated firmware in the same process, on the clock of the system. The
 * firmware belongs to whoever holds this object's lock.
 */
public final class FirmwareLine implements SerialLine {
  private final SimulatedFirmware firmware;
  private final boolean resetOnOpen;
  private boolean switchedOn;
  private boolean open;

  /** Opening this line resets the board, as the DTR line of most boards does it. */
  public FirmwareLine(SimulatedFirmware firmware) {
    this(firmware, true);
  }

  FirmwareLine(SimulatedFirmware firmware, boolean resetOnOpen) {
    this.firmware = firmware;
    this.resetOnOpen = resetOnOpen;
  }

  @Override
  public synchronized Heard open() {
    if (resetOnOpen || !switchedOn) {
      firmware.reset(System.nanoTime());
      switchedOn = true;
    }
    open = true;
    return Heard.SILENCE;
  }

  @Override
  public synchronized Heard read() {
    if (!open || (firmware instanceof CabledBoard board && board.unplugged())) {
      return new Heard.Lost(
          open ? "The simulated board was unplugged." : "The simulated board has been let go.");
    }
    byte[] said = firmware.advance(System.nanoTime());
    return said.length == 0 ? Heard.SILENCE : new Heard.Bytes(said);
  }

  @Override
  public synchronized void write(byte[] bytes) {
    if (open) {
      firmware.receive(bytes, System.nanoTime());
    }
  }

  @Override
  public void writeUrgent(byte[] bytes) {
    write(bytes);
  }

  @Override
  public synchronized void close() {
    open = false;
  }

  /** The state of the machine in a line. */
  @Override
  public synchronized String describe() {
    return firmware.describe();
  }
}
