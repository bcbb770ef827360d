package org.vicinal.agent.simulation;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Consumer;
import org.vicinal.agent.simulation.Waiting.On;

/**
 * GRBL 1.1 as a host meets it: a ring that overflows silently, bytes that act at once wherever they
 * stand, one answer to each line, alarms, holds and resets.
 *
 * <p>What G-code does is in {@link GrblProgram}, the dollar commands in {@link GrblSystem}. Motion,
 * homing and dwelling pass {@code speed} times as fast as the clock; the times of the protocol do
 * not.
 */
public final class SimulatedGrbl implements SimulatedFirmware {
  private static final long MILLI = 1_000_000L;

  private enum Hold {
    NONE,
    SLOWING,
    HELD
  }

  private final GrblSwitches switches;
  private final double speed;
  private final Consumer<String> executed;
  private final GrblRing ring;
  private final GrblLine line = new GrblLine();
  private final GrblMachine machine;
  private final GrblProgram program;
  private final GrblSystem system;
  private final StringBuilder out = new StringBuilder();
  private Waiting waiting = Waiting.OVER;
  private String current = "";
  private long clock;
  private boolean running;
  private long bannerAt = Long.MAX_VALUE;
  private Hold hold = Hold.NONE;
  private boolean door;
  private long slowUntil = Long.MAX_VALUE;
  private boolean alarmed;
  private boolean frozen;
  private boolean check;
  private boolean sleeping;
  private boolean homing;
  private boolean jogging;
  private boolean reportOwed;
  private long eepromUntil = Long.MIN_VALUE;
  private int reports;

  /**
   * @param travel along X, Y and Z in millimetres
   * @param speed how many seconds of the machine pass in one of the clock
   * @param executed hears every line that was read without an error and is carried out
   */
  public SimulatedGrbl(
      GrblSwitches switches, double[] travel, double speed, Consumer<String> executed) {
    this.switches = switches;
    this.speed = speed;
    this.executed = executed;
    this.ring = new GrblRing(switches.receiveBytes());
    this.machine = new GrblMachine(new GrblSettings(travel, switches.homing()));
    this.program = new GrblProgram(this, machine);
    this.system = new GrblSystem(this, machine);
  }

  @Override
  public void reset(long now) {
    settle(now);
    forget();
    machine.planner.place(new double[3]);
    alarmed = switches.homing();
    frozen = false;
    running = false;
    bannerAt = now + switches.bootNanos();
  }

  /** What every reset takes away. */
  private void forget() {
    ring.clear();
    line.clear();
    waiting = Waiting.OVER;
    current = "";
    machine.restart(clock);
    hold = Hold.NONE;
    door = false;
    slowUntil = Long.MAX_VALUE;
    check = false;
    sleeping = false;
    homing = false;
    jogging = false;
  }

  @Override
  public void receive(byte[] bytes, long now) {
    settle(now);
    for (byte b : bytes) {
      int code = b & 0xff;
      if (!running || (now < eepromUntil && code != 0x18)) {
        continue; // the processor writes its EEPROM or boots, and the receiver is not served
      }
      if (code == 0x18) {
        softReset();
      } else if (code >= 0x80 || code == '?' || code == '!' || code == '~') {
        realtime(code);
      } else {
        ring.arrive(b);
      }
      if (b == '\n') {
        work();
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

  private void settle(long now) {
    while (wakeAt() <= now) {
      clock = Math.max(clock, wakeAt());
      if (bannerAt <= clock) {
        banner();
      }
      machine.planner.advance(clock);
      slowDown();
      work();
    }
    clock = Math.max(clock, now);
    machine.planner.advance(clock);
  }

  private void banner() {
    bannerAt = Long.MAX_VALUE;
    running = true;
    say("");
    say("Grbl 1.1h ['$' for help]");
    if (alarmed) {
      say("[MSG:'$H'|'$X' to unlock]");
    }
  }

  private void slowDown() {
    if (hold != Hold.SLOWING || (clock < slowUntil && !machine.planner.isEmpty())) {
      return;
    }
    slowUntil = Long.MAX_VALUE;
    if (jogging) {
      machine.planner.clear(clock);
      hold = Hold.NONE;
    } else {
      machine.planner.freeze(clock);
      hold = Hold.HELD;
    }
  }

  private void realtime(int code) {
    if (frozen) {
      return;
    }
    switch (code) {
      case '?' -> {
        if (homing) {
          reportOwed = true;
        } else {
          report();
        }
      }
      case '!' -> hold(false);
      case 0x84 -> hold(true);
      case '~' -> goOn();
      case 0x85 -> {
        if (jogging()) {
          hold(false);
        }
      }
      default -> {
        // overrides change nothing that the model shows
      }
    }
  }

  private void hold(boolean byDoor) {
    if (alarmed || check || sleeping || homing) {
      return;
    }
    door = door || byDoor;
    if (byDoor) {
      machine.modes.spindle = 5;
    }
    if (hold == Hold.NONE) {
      hold = Hold.SLOWING;
      double seconds = machine.planner.feed() / 60 / Math.max(1, machine.settings.number(120));
      slowUntil = clock + nanos(seconds);
      slowDown();
    }
  }

  private void goOn() {
    if (hold == Hold.HELD) {
      hold = Hold.NONE;
      door = false;
      machine.planner.thaw(clock);
      work();
    }
  }

  private void softReset() {
    boolean moving = homing || (!machine.planner.isEmpty() && hold != Hold.HELD);
    boolean waitsForRoom = waiting.on() == On.ROOM || frozen;
    boolean locks = alarmed || moving;
    if (moving && !frozen) {
      say("ALARM:" + (homing ? 6 : 3));
    }
    if (waitsForRoom && !current.isEmpty()) {
      say("ok"); // the line that waited returns, although nothing of it is done
    }
    boolean stoppedHard = moving && !frozen;
    forget();
    frozen = false;
    alarmed = locks;
    running = false;
    bannerAt = stoppedHard ? clock + 560 * MILLI : clock;
    if (!stoppedHard) {
      banner();
    }
  }

  /** Reads and carries out all that can be at this moment. */
  private void work() {
    while (running && !frozen && !sleeping) {
      if (!current.isEmpty()) {
        if (!over(waiting)) {
          return;
        }
        goOnWithLine();
      } else if (hold != Hold.NONE || ring.isEmpty()) {
        return;
      } else if (line.take(ring.take())) {
        begin();
      }
    }
  }

  private void begin() {
    boolean tooLong = line.overflowed();
    String text = line.end();
    if (tooLong) {
      say("error:11");
    } else if (text.isEmpty()) {
      say("ok");
    } else {
      carryOut(text);
    }
  }

  private void carryOut(String text) {
    current = text;
    int error;
    if (text.charAt(0) == '$') {
      waiting = system.begin(text, clock);
      error = system.error();
    } else if (locked() || jogging()) {
      waiting = Waiting.OVER;
      error = 9;
    } else {
      waiting = program.begin(text);
      error = program.error();
    }
    if (error != 0) {
      answer(error);
    } else if (waiting.on() == On.NOTHING) {
      answer(0);
    }
  }

  private void goOnWithLine() {
    waiting = waiting.then().apply(clock);
    boolean code = current.charAt(0) != '$';
    if (code && program.error() != 0) {
      answer(program.error());
    } else if (waiting.on() == On.NOTHING) {
      answer(0);
    }
  }

  private void answer(int error) {
    if (error == 0 && !check) {
      executed.accept(current);
    }
    current = "";
    waiting = Waiting.OVER;
    say(error == 0 ? "ok" : "error:" + error);
  }

  private boolean over(Waiting what) {
    machine.planner.advance(clock);
    return switch (what.on()) {
      case NOTHING -> true;
      case TIME -> clock >= what.until();
      case ROOM -> !machine.planner.full();
      case REST -> machine.planner.isEmpty();
      case PERSON -> hold == Hold.NONE && !frozen && !sleeping;
      case HOTEND, BED -> true;
    };
  }

  @Override
  public long wakeAt() {
    if (frozen) {
      return Long.MAX_VALUE;
    }
    long next = Math.min(bannerAt, slowUntil);
    next = Math.min(next, machine.planner.nextEnd());
    return !current.isEmpty() && waiting.on() == On.TIME ? Math.min(next, waiting.until()) : next;
  }

  private void report() {
    double[] at = machine.planner.at(clock);
    StringBuilder text = new StringBuilder("<").append(stateWord());
    boolean work = ((int) machine.settings.number(10) & 1) == 0;
    double[] offset = machine.offset();
    for (int axis = 0; work && axis < 3; axis++) {
      at[axis] -= offset[axis];
    }
    text.append(work ? "|WPos:" : "|MPos:").append(GrblMachine.shown(at));
    if (((int) machine.settings.number(10) & 2) != 0) {
      text.append("|Bf:").append(machine.planner.free()).append(',').append(ring.free());
    }
    double speedOfSpindle = machine.modes.spindle == 5 ? 0 : machine.modes.speed;
    text.append(
        String.format(Locale.ROOT, "|FS:%.0f,%.0f", machine.planner.feed(), speedOfSpindle));
    if (reports % 10 == 0) {
      text.append("|WCO:").append(GrblMachine.shown(offset));
    } else if (reports % 10 == 1) {
      text.append("|Ov:100,100,100");
    }
    reports++;
    say(text.append('>').toString());
  }

  private String stateWord() {
    if (sleeping) {
      return "Sleep";
    }
    if (alarmed) {
      return "Alarm";
    }
    if (check) {
      return "Check";
    }
    if (hold != Hold.NONE && !jogging) {
      int phase = hold == Hold.HELD ? 0 : 1;
      return door ? "Door:" + (phase == 0 ? 0 : 2) : "Hold:" + phase;
    }
    if (jogging()) {
      return "Jog";
    }
    return machine.planner.isEmpty() ? "Idle" : "Run";
  }

  /** A line on its own, as GRBL ends it. */
  void say(String text) {
    out.append(text).append("\r\n");
  }

  void sayRaw(String text) {
    out.append(text);
  }

  long nanos(double machineSeconds) {
    return (long) (machineSeconds / speed * 1e9);
  }

  boolean checking() {
    return check;
  }

  boolean locked() {
    return alarmed;
  }

  /** Idle: nothing planned, nothing held. */
  boolean resting() {
    return machine.planner.isEmpty() && hold == Hold.NONE && !alarmed;
  }

  boolean jogging() {
    jogging = jogging && !machine.planner.isEmpty();
    return jogging;
  }

  void beginJog() {
    jogging = true;
  }

  int receiveBytes() {
    return switches.receiveBytes();
  }

  /** Begins a write of the EEPROM; bytes that come meanwhile are lost. */
  long writeEeprom(long now) {
    eepromUntil = now + 20 * MILLI;
    return eepromUntil;
  }

  Waiting toggleCheck() {
    if (check) {
      current = "";
      say("[MSG:Disabled]");
      say("ok");
      softReset();
      return Waiting.forThe(On.PERSON);
    }
    check = true;
    say("[MSG:Enabled]");
    return Waiting.OVER;
  }

  Waiting unlock() {
    if (alarmed) {
      alarmed = false;
      say("[MSG:Caution: Unlocked]");
    }
    return Waiting.OVER;
  }

  Waiting home() {
    homing = true;
    alarmed = false;
    return Waiting.until(clock + nanos(5.5))
        .then(
            now -> {
              homing = false;
              double off = -machine.settings.number(27);
              machine.planner.place(new double[] {off, off, off});
              if (reportOwed) {
                reportOwed = false;
                report();
              }
              return Waiting.OVER;
            });
  }

  void sleep() {
    say("[MSG:Sleeping]");
    sleeping = true;
    alarmed = true;
  }

  Waiting programHold() {
    hold = Hold.HELD;
    return Waiting.forThe(On.PERSON);
  }

  void probeMissed(boolean alarms) {
    say("[PRB:" + GrblMachine.shown(machine.planner.at(clock)) + ":0]");
    if (alarms) {
      alarmed = true;
      say("ALARM:5");
    }
  }

  /** A target beyond the travel: motion stops under control, and only a reset is heard. */
  void softLimit() {
    machine.planner.freeze(clock);
    freeze(2);
  }

  /** A limit switch is hit. */
  public void hitLimit(long now) {
    settle(now);
    machine.planner.clear(clock);
    freeze(1);
  }

  private void freeze(int alarm) {
    alarmed = true;
    frozen = true;
    machine.modes.spindle = 5;
    say("ALARM:" + alarm);
    say("[MSG:Reset to continue]");
  }

  /** Whether the spindle turns. */
  public boolean spindleTurns() {
    return machine.modes.spindle != 5;
  }

  /** Whether it is locked by an alarm. */
  public boolean alarmedNow() {
    return alarmed;
  }

  /** Whether every planned move has been made. */
  public boolean atRest() {
    return machine.planner.isEmpty();
  }

  /** Bytes that came while the ring was full. */
  public long lostBytes() {
    return ring.lost();
  }

  @Override
  public String describe() {
    return stateWord() + " " + GrblMachine.shown(machine.planner.at(clock));
  }
}
