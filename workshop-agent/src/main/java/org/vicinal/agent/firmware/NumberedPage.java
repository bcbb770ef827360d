package org.vicinal.agent.firmware;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.vicinal.agent.firmware.NumberedSender.Repeat;

/** One change of a {@link NumberedSender} while it is being worked out; lives for one call. */
final class NumberedPage {
  private static final Command PROBE = new Command("M105", Command.Origin.LINK, 0);

  private final int limit;
  private final long now;
  private final List<byte[]> writes = new ArrayList<>(1);
  private final List<Outcome> outcomes = new ArrayList<>(1);
  private final List<Flight> flights;
  private long next;
  private long cursor;
  private History history;
  private Repeat repeat;
  private long proven;
  private boolean prove;
  private Watch watch;
  private Window window;
  private int behind;
  private Sender.Tally tally;

  NumberedPage(NumberedSender before, long now) {
    this.limit = before.limit();
    this.now = now;
    this.flights = new ArrayList<>(before.flights());
    this.next = before.next();
    this.cursor = before.cursor();
    this.history = before.history();
    this.repeat = before.repeat();
    this.proven = before.proven();
    this.prove = before.prove();
    this.watch = before.watch();
    this.window = before.window();
    this.tally = before.tally();
  }

  Sender.Page close() {
    var after =
        new NumberedSender(
            limit,
            next,
            cursor,
            history,
            List.copyOf(flights),
            repeat,
            proven,
            prove,
            watch,
            window,
            tally);
    return new Sender.Page(after, writes, outcomes);
  }

  void sendNew(Command command) {
    if (command.text().startsWith("M110")) { // counts anew: itself 0, the next line 1
      next = 0;
      proven = 0;
      history = History.EMPTY;
      repeat = Repeat.NOTHING;
      prove = true; // a stray ok must not hide that the firmware still counts from elsewhere
    }
    if (NumberedLine.length(next, command.text()) > limit) {
      broken(
          "the line is longer than the %d characters the firmware keeps: %s"
              .formatted(limit, command.text()));
      return;
    }
    history = history.with(next, command);
    cursor = next;
    next++;
    transmit();
  }

  /** Sends the line under the cursor, for the first time or again. */
  private void transmit() {
    Optional<Command> command = history.find(cursor);
    if (command.isEmpty()) {
      broken("line %d is asked for, which is no longer remembered".formatted(cursor));
      return;
    }
    byte[] bytes = NumberedLine.of(cursor, command.get().text());
    writes.add(bytes);
    watch = watch.sent(now, flights.isEmpty());
    flights.add(new Flight(command.get(), cursor, bytes.length, now));
    cursor++;
  }

  void hear(Reply reply) {
    watch = watch.heard(now);
    switch (reply) {
      case Reply.Ok ok -> ok(ok);
      case Reply.Resend resend -> resend(resend.number());
      case Reply.LineFault fault -> fault(fault.lastLine());
      case Reply.Busy busy -> watch = watch.busy(now);
      case Reply.Waiting waiting -> watch = watch.soon(now, Watch.STALL / 10);
      default -> {
        // says nothing about a line
      }
    }
  }

  private void ok(Reply.Ok ok) {
    if (repeat.settling() && !ok.temperatures()) {
      settle();
    } else if (flights.isEmpty()) {
      tally = tally.strayOk();
    } else if (ok.number() >= 0) {
      int index = indexOf(ok.number());
      if (index >= 0) {
        window = window.told(ok.free(), flights.size() - index - 1);
      }
      prove(index, ok.freeBlocks());
    } else if (ok.temperatures()) {
      prove(indexOfProbe(), -1);
    } else if (asksTemperatures(flights.getFirst().command())) {
      tally = tally.strayOk(); // M105 is answered with temperatures, so this is an old one
    } else if (window.advanced()) {
      tally = tally.strayOk(); // it names the lines it takes; this one follows a refusal
    } else {
      acknowledgeThrough(0, -1);
    }
  }

  /** The firmware has named this line, so it has taken it and all before it. */
  private void prove(int index, int freeBlocks) {
    if (index >= 0) {
      proven = Math.max(proven, flights.get(index).number());
    }
    acknowledgeThrough(index, freeBlocks);
  }

  private void acknowledgeThrough(int index, int freeBlocks) {
    if (index < 0) {
      tally = tally.strayOk();
      return;
    }
    for (int i = 0; i <= index; i++) {
      acknowledge(flights.removeFirst(), i == index ? freeBlocks : -1);
    }
    watch = watch.acknowledged(now);
    goOn();
  }

  private void acknowledge(Flight flight, int freeBlocks) {
    tally = tally.line();
    if (flight.number() >= repeat.number()) {
      repeat = new Repeat(repeat.number(), 0, repeat.until(), repeat.echoes());
    }
    outcomes.add(new Outcome.Acknowledged(flight.command(), freeBlocks));
  }

  /** What the book itself has to send: the rest of a repetition, then the proof. */
  private void goOn() {
    if (!flights.isEmpty() || repeat.settling()) {
      return;
    }
    if (cursor < next) {
      transmit();
    } else if (prove) {
      prove = false;
      sendNew(PROBE);
    }
  }

  private void fault(long lastLine) {
    if (lastLine >= 0) {
      resend(lastLine + 1);
    }
  }

  private void resend(long asked) {
    long number = renumbering() ? 0 : asked;
    if (repeat.settling() && number == repeat.number()) {
      return; // the fault was told before, this is its request
    }
    if (number == repeat.number() && repeat.echoes() > 0 && cursor == number + 1) {
      echo();
      return;
    }
    if (number == next && cursor == next) {
      acceptAll();
    } else if (number > next && next <= 2) {
      repeatFrom(0); // it never heard M110
    } else if (number >= 0 && number <= proven && proven > 0) {
      askedForProven(number); // 0 above all: M110 sent again would make it count anew
    } else if (isFirstDoubtOf(number)) {
      doubt(number);
    } else if (number < 0 || number >= next || history.find(number).isEmpty()) {
      prove = true; // damaged on its way here, perhaps: ask again
      settleFor(repeat.number(), repeat.times() + 1);
    } else {
      repeatFrom(number);
    }
    if (repeat.times() > NumberedSender.SAME_LIMIT) {
      broken(
          "line %d was asked for %d times: %s"
              .formatted(repeat.number(), repeat.times(), hex(repeat.number())));
    }
  }

  /** Either the answer was damaged on its way here, or the firmware counts anew. */
  private void askedForProven(long number) {
    if (number == repeat.number() && repeat.times() > 0) {
      broken(
          "it asks for line %d, which it took long ago, so it has restarted unheard"
              .formatted(number));
      return;
    }
    prove = true;
    settleFor(number, 1);
  }

  /** Whether the proof that is on its way is asked for, alone and for the first time. */
  private boolean isFirstDoubtOf(long number) {
    return number != repeat.number()
        && cursor == next
        && flights.size() == 1
        && flights.getFirst().number() == number
        && asksTemperatures(flights.getFirst().command());
  }

  /**
   * A line that came twice is refused with the number of the one that follows it, which is already
   * on its way. Sent again it would come twice, too, and so on for ever; so its own answer is
   * awaited first, and if none comes the next proof asks for it.
   */
  private void doubt(long number) {
    settleFor(number, 1);
    watch = watch.soon(now, NumberedSender.SETTLE);
  }

  /**
   * A line that was behind the damaged one is refused with the same words. The damaged one is on
   * its way again, so nothing is sent; an ok that belongs to this refusal may be one too many.
   */
  private void echo() {
    repeat = new Repeat(repeat.number(), repeat.times(), repeat.until(), repeat.echoes() - 1);
    tally = tally.strayOk();
    prove = true;
  }

  private void repeatFrom(long number) {
    tally = tally.resend();
    voidFrom(number);
    window = window.narrowed(next);
    settleFor(number, number == repeat.number() ? repeat.times() + 1 : 1);
    cursor = number;
    prove = true;
  }

  private boolean renumbering() {
    return flights.size() == 1 && flights.getFirst().number() == 0;
  }

  /** The firmware wants what has not been sent yet, so it has everything that was. */
  private void acceptAll() {
    while (!flights.isEmpty()) {
      acknowledge(flights.removeFirst(), -1);
    }
    prove = true;
    settleFor(next, 1);
  }

  /** Lines before the one that is asked for were taken; it and those after it were thrown away. */
  private void voidFrom(long number) {
    while (!flights.isEmpty() && flights.getFirst().number() < number) {
      acknowledge(flights.removeFirst(), -1);
    }
    behind = Math.max(0, flights.size() - 1);
    flights.clear();
  }

  private void settleFor(long number, int times) {
    repeat = new Repeat(number, times, now + NumberedSender.SETTLE, behind);
  }

  private void settle() {
    repeat = repeat.settled();
    if (flights.isEmpty()) {
      goOn();
    }
  }

  void wake() {
    if (repeat.settling() && now >= repeat.until()) {
      settle();
    }
    if (flights.isEmpty() || now < watch.stallAt()) {
      return;
    }
    if (watch.hopeless(now)) {
      broken(
          "nothing has answered \"%s\" for %d s"
              .formatted(
                  flights.getFirst().command().text(), (now - watch.owedSince()) / 1_000_000_000L));
      return;
    }
    boolean ask = watch.probes() < Watch.PROBES;
    watch = watch.probed(now);
    if (ask) {
      tally = tally.stall();
      probe();
    }
  }

  /** Asks into the silence with the next number, whichever line has it. */
  private void probe() {
    if (renumbering()) {
      flights.clear();
      cursor = 0;
      transmit();
    } else if (cursor < next) {
      prove = true;
      transmit();
    } else {
      sendNew(PROBE);
    }
  }

  private int indexOf(long number) {
    for (int i = 0; i < flights.size(); i++) {
      if (flights.get(i).number() == number) {
        return i;
      }
    }
    return -1;
  }

  private int indexOfProbe() {
    for (int i = 0; i < flights.size(); i++) {
      if (asksTemperatures(flights.get(i).command())) {
        return i;
      }
    }
    return -1;
  }

  private static boolean asksTemperatures(Command command) {
    return command.text().startsWith("M105");
  }

  private String hex(long number) {
    return history
        .find(number)
        .map(c -> HexFormat.of().formatHex(c.text().getBytes(StandardCharsets.ISO_8859_1)))
        .orElse("no longer remembered");
  }

  private void broken(String why) {
    outcomes.add(new Outcome.Broken(why));
  }
}
