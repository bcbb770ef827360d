package org.vicinal.agent.firmware;

/**
 * A line for the firmware, without number, checksum and end.
 *
 * @param text what is to be done
 * @param origin who wants it
 * @param line where it stands in the program's file, from 1; 0 for what is not of the program
 * @param offset how many bytes of the program stand before that line
 */
public record Command(String text, Origin origin, long line, long offset) {

  /** Who wants a line sent. */
  public enum Origin {
    /** The program of the run. */
    PROGRAM,
    /** The host, to greet, to ask, to make safe. */
    HOST,
    /** The book of the link, to find out what has arrived. */
    LINK
  }

  /** A line of which nobody needs to know where in its file it begins. */
  public Command(String text, Origin origin, long line) {
    this(text, origin, line, 0);
  }

  /** A line of the host's own. */
  public static Command host(String text) {
    return new Command(text, Origin.HOST, 0);
  }

  /** Whether it belongs to the program. */
  public boolean ofProgram() {
    return origin == Origin.PROGRAM;
  }
}
