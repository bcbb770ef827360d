package org.vicinal.agent.simulation.marlin;

import java.util.function.Consumer;
import org.vicinal.agent.simulation.board.SimulatedFirmware;
import org.vicinal.agent.simulation.board.Waiting;
import org.vicinal.agent.simulation.board.Waiting.On;
import org.vicinal.agent.simulation.marlin.LineNumbers.Verdict;

/**
 * Marlin 2.1 as a host meets it: it reads lines, counts them, queues four, answers each when it has
 * been handled.
 *
 * <pre>
 *  bytes -> MarlinInput -> LineNumbers -> CommandQueue -> MarlinCommands -> ok
 *     \                        \ Resend                       |
 *      EmergencyParser                                     Printer
 * </pre>
 *
 * <p>Motion, heating and dwelling pass {@code speed} times as fast as the clock; the intervals of
 * the protocol do not.
 */
public final class SimulatedMarlin implements SimulatedFirmware, MarlinCommands.Board {
  private static final long SECOND = 1_000_000_000L;
  private static final long NEVER = Long.MAX_VALUE;

  private final MarlinSwitches switches;
  private final double speed;
  private final Consumer<String> executed;
  private final MarlinInput input;
  private final LineNumbers numbers;
  private final CommandQueue queue;
  private final EmergencyParser emergency = new EmergencyParser();
  private final Voice voice = new Voice();
  private final Printer printer;
  private final Reports reports;
  private final MarlinCommands commands;
  private final Waits waits;
  private long clock;
  private long bootAt = NEVER;
  private boolean running;
  private boolean halted;

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
    this.input = new MarlinInput(switches);
    this.numbers = new LineNumbers(switches);
    this.queue = new CommandQueue(switches.queue());
    this.printer = new Printer(switches, box, speed);
    this.reports = new Reports(voice, printer);
    this.waits = new Waits(printer, speed);
    var motion = new MotionCommands(voice, printer, speed);
    this.commands = new MarlinCommands(this, voice, printer, reports, numbers, switches, motion);
  }

  @Override
  public void reset(long now) {
    pass(now);
    input.clear();
    queue.clear();
    printer.restart(clock);
    reports.restart();
    numbers.renumber(0);
    running = false;
    halted = false;
    bootAt = now + switches.bootMillis() * SECOND / 1000;
  }

  @Override
  public void receive(byte[] bytes, long now) {
    settle(now);
    for (byte b : bytes) {
      if (halted && switches.reprap() && emergency.take(b).equals("M999")) {
        reset(now);
        settle(now);
      }
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
    return voice.take();
  }

  /** Lets everything happen that is due by then, in its order. */
  private void settle(long now) {
    for (long at = wakeAt(); at <= now; at = wakeAt()) {
      pass(at);
      if (bootAt <= clock) {
        bootAt = NEVER;
        running = true;
        Identity.greet(voice, switches);
      }
      if (!halted) {
        reports.tell(queue.waiting().on(), clock);
        work();
      }
    }
    pass(now);
  }

  private void pass(long to) {
    double seconds = (to - clock) / (double) SECOND * speed;
    clock = Math.max(clock, to);
    printer.moves.advance(clock);
    if (seconds <= 0) {
      return;
    }
    String wrong = printer.pass(seconds);
    if (!wrong.isEmpty() && running && !halted) {
      voice.say("Error:" + wrong.replaceFirst(" (\\w+)$", ", system stopped! Heater_ID: $1"));
      kill();
    }
  }

  /** Reads and handles all that can be at this moment. */
  private void work() {
    boolean more = true;
    while (more && running && !halted) {
      boolean read = read();
      more = (!halted && handle()) || read;
    }
  }

  private boolean read() {
    if (queue.full()) {
      return false;
    }
    String line = input.nextLine();
    if (line == null) {
      return false;
    }
    switch (numbers.judge(line.stripLeading())) {
      case Verdict.Taken taken -> {
        if (!switches.emergencyParser()) {
          commands.emergency(EmergencyParser.find(taken.text(), 0)); // seen early, if unnumbered
        }
        queue.add(new CommandQueue.Queued(taken.text(), taken.number()));
      }
      case Verdict.Dropped dropped -> {} // without a word
      case Verdict.Refused refused -> refuse(refused.why());
    }
    return true;
  }

  private void refuse(String why) {
    voice.say("Error:" + why + ", Last Line: " + numbers.last());
    input.flush();
    voice.say("Resend: " + (numbers.last() + 1));
    if (switches.okAfterResend()) {
      voice.say("ok");
    }
  }

  private boolean handle() {
    if (!queue.busy()) {
      CommandQueue.Queued next = queue.beginNext();
      if (next == null) {
        return false;
      }
      if (switches.busy()) {
        reports.commandBegins(clock);
      }
      String command = next.command();
      executed.accept(command);
      queue.waitFor(commands.begin(command));
    } else if (waits.over(queue.waiting(), clock)) {
      queue.waitFor(queue.waiting().then().apply(clock));
    } else {
      return false;
    }
    if (queue.waiting().on() == On.NOTHING) {
      finish();
    } else if (Waits.heats(queue.waiting().on())) {
      reports.heatingGoesOn(clock);
    }
    return true;
  }

  private void finish() {
    CommandQueue.Queued done = queue.end();
    reports.commandEnds();
    String extra = commands.takeAnswer();
    if (halted) {
      return;
    }
    if (done != null && switches.advancedOk() && extra.isEmpty()) {
      String number = done.number() < 0 ? "" : " N" + done.number();
      int planner = Math.max(0, printer.moves.free() - 1);
      voice.say("ok" + number + " P" + planner + " B" + queue.freeSlots());
    } else {
      voice.say(extra.isEmpty() ? "ok" : "ok " + extra);
    }
  }

  @Override
  public long now() {
    return clock;
  }

  /** Ends what the current command waits for: heat or a person. */
  @Override
  public void goOn() {
    Waiting waiting = queue.waiting();
    if (Waits.heats(waiting.on()) || waiting.on() == On.PERSON) {
      queue.waitFor(new Waiting(On.TIME, clock, waiting.then()));
    }
  }

  /** Dead until the next reset. */
  @Override
  public void kill() {
    printer.heatersOff();
    printer.moves.clear(clock);
    voice.say(
        switches.reprap()
            ? "Emergency Stop! Reset the controller to continue."
            : "Error:Printer halted. kill() called!");
    if (switches.hostActions()) {
      voice.say("//action:poweroff");
    }
    halted = true;
  }

  /** The firmware's own guard finds something wrong with a heater, as on a broken thermistor. */
  public void thermalFault(long now) {
    settle(now);
    voice.say("Error:Thermal Runaway, system stopped! Heater_ID: 0");
    kill();
  }

  /** What else it is at: {@code processing} for a print from its own card, {@code idle}. */
  public void at(String status) {
    commands.at(status);
  }

  /** Says something of its own accord, as a filament sensor does. */
  public void say(String line, long now) {
    settle(now);
    voice.say(line);
  }

  @Override
  public long wakeAt() {
    if (halted) {
      return NEVER;
    }
    long next = Math.min(bootAt, reports.wakeAt());
    if (printer.hot()) {
      next = Math.min(next, clock + waits.soon(1, 100));
    }
    long end = queue.busy() ? waits.endOf(queue.waiting(), clock) : NEVER;
    return Math.min(Math.min(next, printer.moves.nextEnd()), end);
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
    return printer.moves.isEmpty();
  }

  @Override
  public long lostBytes() {
    return input.lost();
  }

  @Override
  public String describe() {
    return (halted ? "halted " : "") + printer.temperatures() + " " + printer.position();
  }
}
