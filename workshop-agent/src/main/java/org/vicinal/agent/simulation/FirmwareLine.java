package org.vicinal.agent.simulation;

import org.vicinal.agent.serial.SerialLine;

/**
 * A line straight to a simulated firmware in the same process, on the clock of the system. The
 * firmware belongs to whoever holds this object's lock.
 */
public final class FirmwareLine implements SerialLine {
  private final SimulatedFirmware firmware;
  private boolean open;

  /** Opening this line resets the board, as the DTR line of most boards does it. */
  public FirmwareLine(SimulatedFirmware firmware) {
    this.firmware = firmware;
  }

  @Override
  public synchronized Heard open() {
    firmware.reset(System.nanoTime());
    open = true;
    return Heard.SILENCE;
  }

  @Override
  public synchronized Heard read() {
    if (!open) {
      return new Heard.Lost("The simulated board has been let go.");
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
