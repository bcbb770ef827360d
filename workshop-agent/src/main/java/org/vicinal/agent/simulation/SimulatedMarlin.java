package org.vicinal.agent.simulation;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Marlin 2.1 as a host meets it: reading, numbering, the queue of four, answers, busy reports.
 *
 * <p>What commands do is in {@link MarlinCommands}, the machine in {@link Printer}. Motion, heating
 * and dwelling pass {@code speed} times as fast as the clock; the intervals of the protocol do not.
 */
public final class SimulatedMarlin implements SimulatedFirmware {
  private static final int RING = 4;
  private static final long SECOND = 1_000_000_000L;

  private record Queued(String text, long number) {}

  private final MarlinSwitches switches;
  private final double speed;
  private final Consumer<String> executed;
  private final MarlinInput input;
  private final EmergencyParser emergency = new EmergencyParser();
  private final Deque<Queued> ring = new ArrayDeque<>();
  private final StringBuilder out = new StringBuilder();
  private final Printer printer;
  private final MarlinCommands commands;
  private @Nullable Queued current;
  private Waiting waiting = Waiting.OVER;
  private long clock;
  private long bootAt = Long.MAX_VALUE;
  private boolean running;
  private boolean halted;
  private long last;
  private long busyAt = Long.MAX_VALUE;
  private long reportAt = Long.MAX_VALUE;
  private long reportEvery;
  private long heatReportAt = Long.MAX_VALUE;

  /**
   * @param box its travel along X, Y and Z in millimetres
   * @param speed how many seconds of the machine pass in one of the clock
   * @param executed hears every command as it is handled, without number and checksum
   */
  public SimulatedMarlin(
      MarlinSwitches switches, double[] box, double speed, Consumer<String> executed) {
    this.switches = switches;
    this.speed = speed;
    this.executed = executed;
    this.input = new MarlinInput(switches.receiveBytes());
    this.printer = new Printer(box);
    this.commands = new MarlinCommands(this, printer, switches);
  }

  @Override
  public void reset(long now) {
    pass(now);
    input.clear();
    ring.clear();
    current = null;
    waiting = Waiting.OVER;
    printer.restart();
    last = 0;
    running = false;
    halted = false;
    busyAt = Long.MAX_VALUE;
    reportAt = Long.MAX_VALUE;
    heatReportAt = Long.MAX_VALUE;
    bootAt = now + switches.bootNanos();
  }

  @Override
  public void receive(byte[] bytes, long now) {
    settle(now);
    for (byte b : bytes) {
      if (halted || !running) {
        continue;
      }
      if (switches.emergencyParser()) {
        commands.emergency(emergency.take(b));
      }
      input.arrive(b);
      if (b == '\n') {
        work(); // the firmware reads faster than the wire brings
      }
    }
    work();
  }

  @Override
  public byte[] advance(long now) {
    settle(now);
    byte[] said = out.toString().getBytes(StandardCharsets.ISO_8859_1);
    out.setLength(0);
    return said;
  }

  /** Lets everything happen that is due by then, in its order. */
  private void settle(long now) {
    while (wakeAt() <= now) {
      pass(Math.max(clock, wakeAt()));
      if (bootAt <= clock) {
        boot();
      }
      report();
      work();
    }
    pass(now);
  }

  private void pass(long to) {
    double seconds = (to - clock) / (double) SECOND * speed;
    if (seconds > 0) {
      printer.hotend.pass(seconds);
      printer.bed.pass(seconds);
    }
    clock = Math.max(clock, to);
  }

  private void boot() {
    bootAt = Long.MAX_VALUE;
    running = true;
    say("start");
    say("Marlin bugfix-2.1.x");
    say("echo: Last Updated: 2026-01-01 | Author: (simulated by Vicinal)");
    say("echo: Free Memory: 9000  PlannerBufferBytes: 1232");
  }

  private void report() {
    if (busyAt <= clock) {
      busyAt = clock + 2 * SECOND;
      say(
          waiting.on() == Waiting.On.PERSON
              ? "echo:busy: paused for user"
              : "echo:busy: processing");
    }
    if (reportAt <= clock) {
      reportAt = clock + reportEvery;
      say(" " + printer.temperatures());
    }
    if (heatReportAt <= clock) {
      heatReportAt = clock + SECOND;
      say(" " + printer.temperatures() + " W:?");
    }
  }

  /** Reads and handles all that can be at this moment. */
  private void work() {
    while (running && !halted) {
      boolean read = read();
      boolean handled = !halted && handle();
      if (!read && !handled) {
        return;
      }
    }
  }

  private boolean read() {
    if (ring.size() + (current == null ? 0 : 1) >= RING) {
      return false;
    }
    String line = input.nextLine();
    if (line == null) {
      return false;
    }
    accept(line.stripLeading());
    return true;
  }

  private void accept(String line) {
    long number = -1;
    if (line.startsWith("N")) {
      number = leadingNumber(line, 1);
      boolean renumbers = line.contains("M110");
      if (renumbers && line.indexOf('N', 4) >= 0) {
        number = leadingNumber(line, line.indexOf('N', 4) + 1);
      }
      if (number != last + 1 && !renumbers) {
        if (!switches.dropsKnownLines() || (number != last && number != last - 1)) {
          refuse("Line Number is not Last Line Number+1");
        }
        return;
      }
      int star = line.lastIndexOf('*');
      if (star < 0) {
        refuse("No Checksum with line number");
        return;
      }
      if (checksum(line, star) != leadingNumber(line, star + 1)) {
        refuse("checksum mismatch");
        return;
      }
      last = number;
    }
    if (!line.isEmpty()) {
      ring.addLast(new Queued(line, number));
    }
  }

  private static int checksum(String line, int star) {
    int sum = 0;
    for (int i = 0; i < star; i++) {
      sum ^= line.charAt(i);
    }
    return sum & 0xff;
  }

  private static long leadingNumber(String text, int from) {
    int i = from;
    while (i < text.length() && text.charAt(i) == ' ') {
      i++;
    }
    int end = i;
    while (end < text.length() && end - i < 10 && Character.isDigit(text.charAt(end))) {
      end++;
    }
    return end == i ? 0 : Long.parseLong(text, i, end, 10);
  }

  private void refuse(String why) {
    say("Error:" + why + ", Last Line: " + last);
    input.flush();
    say("Resend: " + (last + 1));
    if (switches.okAfterResend()) {
      say("ok");
    }
  }

  private boolean handle() {
    if (current == null) {
      if (ring.isEmpty()) {
        return false;
      }
      begin(ring.removeFirst());
    } else if (!over(waiting)) {
      return false;
    } else {
      waiting = waiting.then().apply(clock);
    }
    if (waiting.on() == Waiting.On.NOTHING) {
      finish();
    } else if (waiting.on() == Waiting.On.HOTEND || waiting.on() == Waiting.On.BED) {
      heatReportAt = Math.min(heatReportAt, clock + SECOND);
    }
    return true;
  }

  private void begin(Queued queued) {
    current = queued;
    if (switches.busy()) {
      busyAt = clock + 2 * SECOND;
    }
    String text =
        queued.number() < 0 ? queued.text() : queued.text().replaceFirst("^N[0-9]+ *", "");
    int star = text.indexOf('*');
    String command = star < 0 ? text : text.substring(0, star);
    executed.accept(command);
    waiting = commands.begin(command);
  }

  private boolean over(Waiting what) {
    return switch (what.on()) {
      case NOTHING -> true;
      case TIME -> clock >= what.until();
      case ROOM -> !printer.moves.full(clock);
      case REST -> printer.moves.empty(clock);
      case HOTEND -> printer.hotend.there();
      case BED -> printer.bed.there();
      case PERSON -> false;
    };
  }

  private void finish() {
    Queued done = current;
    current = null;
    busyAt = Long.MAX_VALUE;
    heatReportAt = Long.MAX_VALUE;
    String extra = commands.takeAnswer();
    if (done != null && switches.advancedOk() && extra.isEmpty()) {
      String number = done.number() < 0 ? "" : " N" + done.number();
      say("ok" + number + " P" + (printer.moves.free(clock) - 1) + " B" + (RING - 1 - ring.size()));
    } else {
      say(extra.isEmpty() ? "ok" : "ok " + extra);
    }
  }

  /** Ends what the current command waits for: heat or a person. */
  void goOn() {
    if (current != null && waiting.on().compareTo(Waiting.On.HOTEND) >= 0) {
      waiting = new Waiting(Waiting.On.TIME, clock, waiting.then());
    }
  }

  /** Dead until the next reset. */
  void kill() {
    printer.heatersOff();
    printer.moves.clear();
    say("Error:Printer halted. kill() called!");
    halted = true;
  }

  /** The firmware's own guard finds something wrong with a heater, as on a broken thermistor. */
  public void thermalFault(long now) {
    settle(now);
    say("Error:Thermal Runaway, system stopped! Heater_ID: 0");
    kill();
  }

  /** Says something of its own accord, as a filament sensor does. */
  public void say(String line, long now) {
    settle(now);
    say(line);
  }

  void say(String line) {
    out.append(line).append('\n');
  }

  void renumber(long number) {
    last = number;
  }

  void reportEvery(long seconds) {
    reportEvery = seconds * SECOND;
    reportAt = seconds > 0 ? clock + reportEvery : Long.MAX_VALUE;
  }

  /** Nanoseconds of the clock in which this many seconds of the machine pass. */
  long nanos(double machineSeconds) {
    return (long) (machineSeconds / speed * SECOND);
  }

  @Override
  public long wakeAt() {
    if (halted) {
      return Long.MAX_VALUE;
    }
    long next = Math.min(Math.min(bootAt, busyAt), Math.min(reportAt, heatReportAt));
    return current == null ? next : Math.min(next, endOf(waiting));
  }

  private long endOf(Waiting what) {
    return switch (what.on()) {
      case NOTHING -> clock;
      case TIME -> what.until();
      case ROOM -> printer.moves.nextEnd();
      case REST -> printer.moves.lastEnd();
      case HOTEND -> clock + nanos(printer.hotend.secondsToTarget()) + 1;
      case BED -> clock + nanos(printer.bed.secondsToTarget()) + 1;
      case PERSON -> Long.MAX_VALUE;
    };
  }

  /** Degrees Celsius that the hotend is to have. */
  public double hotendTarget() {
    return printer.hotend.target();
  }

  /** Degrees Celsius that the bed is to have. */
  public double bedTarget() {
    return printer.bed.target();
  }

  /** Whether every planned move has been made. */
  public boolean atRest() {
    return printer.moves.empty(clock);
  }

  /** Bytes that came while there was no room for them. */
  public long lostBytes() {
    return input.lost();
  }

  @Override
  public String describe() {
    return (halted ? "halted " : "") + printer.temperatures() + " " + printer.position();
  }
}
