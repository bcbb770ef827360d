package org.vicinal.agent.serial;

/**
 * A line to a machine. What goes wrong with it is a value, {@link Heard.Lost}, and never an
 * exception: ports vanish in the middle of everything.
 *
 * <p>{@link #open}, {@link #read} and {@link #close} belong to one thread, the machine's; {@link
 * #write}, {@link #writeUrgent} and {@link #stop} may come from any and never wait for the wire. A
 * line is opened once; a port that comes back gets a new one.
 */
public interface SerialLine {

  /** Opens the port. Says why it could not, and what to do, as {@link Heard.Lost}. */
  Heard open();

  /**
   * What has come since the last time; never waits. A write that failed or was not taken in time is
   * told here too.
   */
  Heard read();

  /** Sends these bytes in one piece, after what was written before. */
  void write(byte[] bytes);

  /** Sends these bytes before everything that still waits; never in the middle of a piece. */
  void writeUrgent(byte[] bytes);

  /**
   * Sends these bytes next, throws away what waits and takes nothing more until {@link #goOn}. From
   * any thread, at any time; a write that is not taken does not hold it up.
   */
  default void stop(byte[] bytes) {
    writeUrgent(bytes);
  }

  /** Takes writes again: whoever decides about them has heard of the stop. */
  default void goOn() {}

  /** Lets go of the port; safe to repeat. */
  void close();

  /** The port as people know it. */
  String describe();

  /** What a line has to tell. */
  sealed interface Heard {

    /** Bytes; at least one. */
    @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
    record Bytes(byte[] bytes) implements Heard {}

    /** Nothing has come. */
    record Silence() implements Heard {}

    /** The line is gone; {@code why} says what was expected, what was found and what to do. */
    record Lost(String why) implements Heard {}

    /** Nothing, as a value. */
    Heard SILENCE = new Silence();
  }
}
