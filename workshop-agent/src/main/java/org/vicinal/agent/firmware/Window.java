package org.vicinal.agent.firmware;

import java.util.List;

/**
 * How many numbered lines may wait for an answer at once.
 *
 * <p>One, unless the firmware tells with every {@code ok} how much room its queue has
 * (ADVANCED_OK): then up to three, so that a fast machine need not wait for the wire. After a
 * request to repeat it is one again for a while, because lines behind a damaged one are thrown away
 * and asked for once each.
 *
 * @param lines how many
 * @param advanced whether the firmware names the line that it acknowledges, so that a bare ok is
 *     none
 * @param narrowBefore the number from which on it may be wide again
 */
record Window(int lines, boolean advanced, long narrowBefore) {
  static final Window ONE = new Window(1, false, 0);

  private static final int MOST = 3;

  /** The smallest receive buffers have 128 bytes. */
  private static final int BYTES = 110;

  private static final int CALM = 400;

  /**
   * After an acknowledgement with {@code free} slots while so many lines are still on their way.
   */
  Window told(int free, int onTheirWay) {
    return free < 0 ? this : new Window(Math.clamp(free + onTheirWay, 1, MOST), true, narrowBefore);
  }

  Window narrowed(long next) {
    return new Window(1, advanced, next + CALM);
  }

  boolean hasRoomFor(String text, List<Flight> flights, long next) {
    if (flights.isEmpty()) {
      return true;
    }
    if (flights.size() >= lines || next < narrowBefore || alone(text)) {
      return false;
    }
    int bytes = NumberedLine.length(next, text) + 1;
    for (Flight flight : flights) {
      if (alone(flight.command().text())) {
        return false;
      }
      bytes += flight.bytes();
    }
    return bytes <= BYTES;
  }

  /** Moves only: what waits or answers at length is not overtaken. */
  private static boolean alone(String text) {
    return !(text.startsWith("G0")
        || text.startsWith("G1 ")
        || text.startsWith("G2 ")
        || text.startsWith("G3 "));
  }
}
