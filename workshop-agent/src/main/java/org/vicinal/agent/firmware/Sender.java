package org.vicinal.agent.firmware;

import java.util.List;

/**
 * The book of one link from one reset to the next: which lines wait for an answer, and what may be
 * sent now. All kinds are values; a new reset begins a new book, so no answer of an earlier one can
 * count for a line of this one.
 *
 * <p>Times are nanoseconds of one clock that only goes forward.
 */
public sealed interface Sender permits NumberedSender, CautiousSender, CountedSender {

  /** No time at all: nothing to wake for. */
  long NEVER = Long.MAX_VALUE;

  /** A new book for a firmware that has just been opened or reset. */
  static Sender begin(Firmware firmware) {
    return switch (firmware.family()) {
      case NUMBERED -> NumberedSender.begin(firmware);
      case CHECKED -> CautiousSender.begin(firmware);
      case COUNTED -> CountedSender.begin(firmware.bufferBytes());
    };
  }

  /** The same book with nothing outstanding: what was not answered never will be. */
  default Sender anew() {
    return switch (this) {
      case CountedSender counted -> counted.emptied();
      case NumberedSender numbered -> numbered;
      case CautiousSender cautious -> cautious;
    };
  }

  /** Whether this line may be sent now. */
  boolean hasRoomFor(String text);

  /** Sends a line for which there is room. */
  Page send(Command command, long now);

  /** Takes what the firmware said. */
  Page hear(Reply reply, long now);

  /** Time has passed. */
  Page wake(long now);

  /** When {@link #wake} wants to be called, {@link #NEVER} if nothing is waited for. */
  long wakeAt();

  /** Whether lines wait that a machine without any stop in between should be moving for. */
  default boolean wantsMotion() {
    return switch (this) {
      case CountedSender counted -> !counted.mayRest();
      default -> false; // told by the firmware itself, where it is
    };
  }

  /** Whether nothing waits for an answer. */
  boolean settled();

  /** What has happened so far. */
  Tally tally();

  /**
   * The book after something happened.
   *
   * @param writes what goes to the port, each in one piece
   * @param outcomes what has been concluded, in order
   */
  record Page(Sender next, List<byte[]> writes, List<Outcome> outcomes) {}

  /** Counts of what has happened on this link. */
  record Tally(long lines, long resends, long stalls, long strayOks) {
    static final Tally NONE = new Tally(0, 0, 0, 0);

    Tally line() {
      return new Tally(lines + 1, resends, stalls, strayOks);
    }

    Tally resend() {
      return new Tally(lines, resends + 1, stalls, strayOks);
    }

    Tally stall() {
      return new Tally(lines, resends, stalls + 1, strayOks);
    }

    Tally strayOk() {
      return new Tally(lines, resends, stalls, strayOks + 1);
    }

    /** Both together. */
    public Tally plus(Tally other) {
      return new Tally(
          lines + other.lines,
          resends + other.resends,
          stalls + other.stalls,
          strayOks + other.strayOks);
    }
  }
}
