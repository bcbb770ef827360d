package org.vicinal.agent.firmware;

import static org.vicinal.agent.firmware.NumberedSender.Repeat.NOTHING;

import java.util.List;

/**
 * The book for firmwares that number their lines (Marlin and its relatives).
 *
 * <p>Four rules keep it right whatever the wire does to lines and answers:
 *
 * <ul>
 *   <li>What the firmware has certainly taken is never sent again. If it asks for it all the same,
 *       twice, it counts anew: it has restarted, and its "start" was lost on the wire.
 *   <li>A line is repeated only when the firmware asks for it by number, byte for byte, and then
 *       all that follow it, one by one. A line whose answer is missing is never repeated: newer
 *       firmware drops a known number without a word.
 *   <li>Silence is ended by a question, M105 under the next number. {@code ok T:} says that
 *       everything before it arrived, {@code Resend:} says what did not.
 *   <li>The {@code ok} after a {@code Resend} counts for no line. As answers may now be one too
 *       many, M105 follows the repetition: only it is answered with temperatures, so from its
 *       answer on the count is right again.
 * </ul>
 *
 * @param limit the longest line, without its end
 * @param next the number of the next new line
 * @param cursor the number to be sent next; below {@code next} while lines are repeated
 * @param flights what waits for an answer, oldest first
 * @param repeat what is known of the last request to repeat
 * @param proven the greatest number that the firmware has certainly taken, 0 for none: an answer
 *     with temperatures or with the number says so, a bare ok does not
 * @param prove whether M105 must be sent before any new line
 * @param watch the silence so far
 * @param window how many lines may wait
 */
record NumberedSender(
    int limit,
    long next,
    long cursor,
    History history,
    List<Flight> flights,
    Repeat repeat,
    long proven,
    boolean prove,
    Watch watch,
    Window window,
    Tally tally)
    implements Sender {

  /** How long after a Resend its ok may come. */
  static final long SETTLE = 500_000_000L;

  /** So many requests for the same line are a fault of the line, not of the wire. */
  static final int SAME_LIMIT = 12;

  /**
   * The last Resend: the line it wanted, how often in a row, and until when its ok is awaited.
   *
   * @param until {@link Sender#NEVER} when nothing is awaited
   * @param echoes how many lines were behind the damaged one; each may be refused for the same
   *     reason
   */
  record Repeat(long number, int times, long until, int echoes) {
    static final Repeat NOTHING = new Repeat(-1, 0, NEVER, 0);

    boolean settling() {
      return until != NEVER;
    }

    Repeat settled() {
      return new Repeat(number, times, NEVER, echoes);
    }
  }

  static NumberedSender begin(Firmware firmware) {
    return new NumberedSender(
        firmware.lineBytes(),
        1,
        1,
        History.EMPTY,
        List.of(),
        NOTHING,
        0,
        false,
        Watch.BEGIN,
        Window.ONE,
        Tally.NONE);
  }

  @Override
  public boolean hasRoomFor(String text) {
    return cursor == next && !repeat.settling() && !prove && window.hasRoomFor(text, flights, next);
  }

  @Override
  public boolean settled() {
    return flights.isEmpty() && cursor == next && !repeat.settling() && !prove;
  }

  @Override
  public long wakeAt() {
    long stall = flights.isEmpty() ? NEVER : watch.stallAt();
    return Math.min(repeat.until(), stall);
  }

  @Override
  public Page send(Command command, long now) {
    NumberedPage page = new NumberedPage(this, now);
    page.sendNew(command);
    return page.close();
  }

  @Override
  public Page hear(Reply reply, long now) {
    NumberedPage page = new NumberedPage(this, now);
    page.hear(reply);
    return page.close();
  }

  @Override
  public Page wake(long now) {
    NumberedPage page = new NumberedPage(this, now);
    page.wake();
    return page.close();
  }
}
