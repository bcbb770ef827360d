package org.vicinal.agent.simulation;

import java.io.ByteArrayOutputStream;
import java.util.Random;
import org.vicinal.agent.simulation.board.SimulatedFirmware;

/**
 * A board at the end of a cable that takes its time and may be bad: to a host this is the board.
 * One thread; time is given.
 */
public final class CabledBoard implements SimulatedFirmware {
  private final SimulatedFirmware board;
  private final Faults faults;
  private final Wire out;
  private final Wire back;
  private long sent;
  private boolean rebooted;

  /**
   * @param baud bits per second in each direction; 0 for no limit
   */
  public CabledBoard(SimulatedFirmware board, Faults faults, int baud) {
    this.board = board;
    this.faults = faults;
    Random random = new Random(faults.seed());
    this.out = new Wire(random, faults.out() ? faults : Faults.NONE, baud);
    this.back = new Wire(random, faults.back() ? faults : Faults.NONE, baud);
  }

  /** Whether somebody has pulled the cable out. */
  public boolean unplugged() {
    return after(faults.unplugAfter());
  }

  /** Whether the board still takes what is sent. */
  public boolean reads() {
    return !after(faults.deafAfter());
  }

  private boolean after(long bytes) {
    return bytes > 0 && sent >= bytes;
  }

  @Override
  public void reset(long now) {
    board.reset(now);
  }

  @Override
  public void receive(byte[] bytes, long now) {
    sent += bytes.length;
    if (reads()) {
      out.send(bytes, now);
    }
    if (!rebooted && after(faults.rebootAfter())) {
      rebooted = true;
      board.reset(now);
    }
  }

  @Override
  public byte[] advance(long now) {
    long before = Long.MIN_VALUE;
    long at = Math.min(out.nextArrival(), board.wakeAt());
    while (at <= now && (at > before || out.nextArrival() <= at)) {
      byte[] bytes = out.arrived(at);
      if (bytes != null) {
        board.receive(bytes, at);
      }
      back.send(board.advance(at), at); // answers leave when they are made, not when one looks
      before = at;
      at = Math.min(out.nextArrival(), board.wakeAt());
    }
    back.send(board.advance(now), now);
    return heard(now);
  }

  private byte[] heard(long now) {
    byte[] first = back.arrived(now);
    if (first == null || back.nextArrival() > now) {
      return first == null ? new byte[0] : first;
    }
    var all = new ByteArrayOutputStream();
    all.writeBytes(first);
    for (byte[] next = back.arrived(now); next != null; next = back.arrived(now)) {
      all.writeBytes(next);
    }
    return all.toByteArray();
  }

  @Override
  public long wakeAt() {
    return Math.min(board.wakeAt(), Math.min(out.nextArrival(), back.nextArrival()));
  }

  @Override
  public long lostBytes() {
    return board.lostBytes();
  }

  @Override
  public String describe() {
    return board.describe();
  }
}
