package org.vicinal.agent.firmware;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The book for firmwares that count nothing themselves (GRBL, grblHAL): the bytes of our lines
 * still in the controller's receive buffer, oldest first.
 *
 * <p>GRBL answers each line once, in order, when it has parsed it, not when it has moved. So the
 * head leaves on {@code ok} and on {@code error}, and an empty book does not mean an idle machine.
 * Bytes that come when the buffer is full are lost without a word, so they are never sent.
 *
 * <p>There is no checksum. What can be noticed is an answer too many, an answer that never comes
 * while the machine stands idle, and a refused line; each ends the run.
 *
 * @param limit how many bytes may wait, one less than the buffer
 * @param used how many do
 * @param idleSince since when reports say Idle although answers are owed, {@link Sender#NEVER}
 * @param mute whether an alarm has made everything void until the next banner
 */
record CountedSender(
    int limit, int used, List<Flight> flights, long idleSince, boolean mute, Tally tally)
    implements Sender {

  /** So long idle with an answer owed, and a line or its answer is gone. */
  static final long LOST = 3_000_000_000L;

  static CountedSender begin(int limit) {
    return new CountedSender(limit, 0, List.of(), NEVER, false, Tally.NONE);
  }

  /** The same book for a controller that has told the size of its buffer. */
  CountedSender limitedTo(int bytes) {
    return new CountedSender(bytes, used, flights, idleSince, mute, tally);
  }

  /** The same book with every line forgotten. */
  CountedSender emptied() {
    return new CountedSender(limit, 0, List.of(), NEVER, mute, tally);
  }

  @Override
  public boolean hasRoomFor(String text) {
    if (mute) {
      return false;
    }
    boolean alone = alone(text) || (!flights.isEmpty() && alone(last().command().text()));
    return alone ? flights.isEmpty() : used + text.length() + 1 <= limit;
  }

  private Flight last() {
    return flights.getLast();
  }

  private static boolean alone(String text) {
    return Eeprom.touchedBy(text);
  }

  @Override
  public Page send(Command command, long now) {
    byte[] bytes = (command.text() + "\n").getBytes(StandardCharsets.ISO_8859_1);
    if (bytes.length > limit) {
      return broken(
          "a line of %d bytes does not fit the buffer of %d: %s"
              .formatted(bytes.length, limit, command.text()));
    }
    List<Flight> after = new ArrayList<>(flights.size() + 1);
    after.addAll(flights);
    after.add(new Flight(command, 0, bytes.length, now));
    var next = new CountedSender(limit, used + bytes.length, after, NEVER, mute, tally);
    return new Page(next, List.of(bytes), List.of());
  }

  @Override
  public Page hear(Reply reply, long now) {
    return switch (reply) {
      case Reply.Ok ok -> answered(-1);
      case Reply.Rejected rejected -> answered(rejected.code());
      case Reply.Started started -> still(begin(limit).counting(tally));
      case Reply.Alarm alarm -> still(voids(alarm.code()) ? silenced() : this);
      case Reply.Status status -> reported(status.report(), now);
      case Reply.Buffers buffers when buffers.bytes() > 1 -> still(limitedTo(buffers.bytes() - 1));
      default -> still(this);
    };
  }

  /** Alarms 4 and 5, of the probe, let what waits be answered; the others void it. */
  private static boolean voids(int code) {
    return code != 4 && code != 5;
  }

  private CountedSender silenced() {
    return new CountedSender(limit, 0, List.of(), NEVER, true, tally);
  }

  private CountedSender counting(Tally counted) {
    return new CountedSender(limit, used, flights, idleSince, mute, counted);
  }

  private static Page still(CountedSender sender) {
    return new Page(sender, List.of(), List.of());
  }

  private Page answered(int code) {
    if (flights.isEmpty()) {
      return new Page(
          counting(tally.strayOk()), List.of(), mute ? List.of() : List.of(new Outcome.Surplus()));
    }
    Flight head = flights.getFirst();
    var next =
        new CountedSender(
            limit,
            used - head.bytes(),
            List.copyOf(flights.subList(1, flights.size())),
            NEVER,
            mute,
            tally.line());
    Outcome outcome =
        code < 0
            ? new Outcome.Acknowledged(head.command())
            : new Outcome.Refused(head.command(), code);
    return new Page(next, List.of(), List.of(outcome));
  }

  /** An idle controller has read all that it has, so answers still owed will never come. */
  private Page reported(StatusReport report, long now) {
    if (flights.isEmpty() || !report.idle()) {
      return still(idle(NEVER));
    }
    if (idleSince == NEVER) {
      return still(idle(now));
    }
    if (now - idleSince < LOST + dwellNanos()) {
      return still(this);
    }
    return counting(tally.stall())
        .broken(
            "the controller stands idle and has not answered %d lines, the first \"%s\""
                .formatted(flights.size(), flights.getFirst().command().text()));
  }

  private Page broken(String why) {
    return new Page(this, List.of(), List.of(new Outcome.Broken(why)));
  }

  private CountedSender idle(long since) {
    return since == idleSince ? this : new CountedSender(limit, used, flights, since, mute, tally);
  }

  /** GRBL reports Idle while it dwells. */
  private long dwellNanos() {
    double seconds = 0;
    for (Flight flight : flights) {
      seconds += Dwell.secondsOf(flight.command().text());
    }
    return (long) (seconds * 1e9);
  }

  @Override
  public Page wake(long now) {
    return still(this);
  }

  @Override
  public long wakeAt() {
    return NEVER;
  }

  /** Whether it may well stand: a line waits, or has the planner run empty before it is read. */
  boolean mayRest() {
    return flights.isEmpty()
        || flights.stream()
            .map(flight -> flight.command().text())
            .anyMatch(text -> alone(text) || text.indexOf('M') >= 0 || Dwell.secondsOf(text) > 0);
  }

  @Override
  public boolean settled() {
    return flights.isEmpty();
  }
}
