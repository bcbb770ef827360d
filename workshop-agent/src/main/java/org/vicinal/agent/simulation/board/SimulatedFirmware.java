package org.vicinal.agent.simulation.board;

/**
 * A controller board without the board. One thread at a time; time is given, in nanoseconds that
 * never go back.
 */
public interface SimulatedFirmware {

  /** Power or the reset line: forgets what a board forgets, and starts. */
  void reset(long now);

  /** Bytes arrive at the board's receiver. */
  void receive(byte[] bytes, long now);

  /** Lets time pass up to {@code now} and gives what the board has said since the last call. */
  byte[] advance(long now);

  /** When it will next do something by itself; {@link Long#MAX_VALUE} for never. */
  long wakeAt();

  /** Bytes that came while there was no room for them, since the beginning. */
  long lostBytes();

  /** The state of the machine in a line, for people who watch. */
  String describe();
}
