package org.vicinal.agent.simulation.grbl;

import org.vicinal.agent.simulation.board.Waiting;
import org.vicinal.agent.simulation.board.Waiting.On;

/**
 * The state of the controller beside its modes: locked, frozen, held, homing, checking, asleep; and
 * what lines and single bytes do to it.
 */
final class GrblController {
  private static final long MILLI = 1_000_000L;
  private static final long NEVER = Long.MAX_VALUE;
  private static final double HOMING = 5.5; // seconds

  /** What only the board can do. */
  interface Board {

    /** 0x18, from inside. */
    void softReset();

    /** Throws away what has been received and not answered. */
    void flush();
  }

  private final GrblSwitches switches;
  private final GrblMachine machine;
  private final double speed;
  private final Board board;
  private final GrblVoice voice = new GrblVoice();
  private final GrblHold hold;
  private long clock;
  private boolean running;
  private boolean alarmed;
  private boolean frozen;
  private boolean check;
  private boolean sleeping;
  private boolean homing;
  private boolean tool;
  private long pausedUntil = Long.MIN_VALUE;
  private long eepromUntil = Long.MIN_VALUE;
  private final GrblReport report = new GrblReport();

  GrblController(GrblSwitches switches, GrblMachine machine, double speed, Board board) {
    this.switches = switches;
    this.machine = machine;
    this.speed = speed;
    this.board = board;
    this.hold = new GrblHold(machine);
  }

  GrblVoice voice() {
    return voice;
  }

  boolean hal() {
    return switches.hal();
  }

  long clock() {
    return clock;
  }

  /** Lets time pass and what is due happen to motion and holds. */
  void pass(long now) {
    clock = Math.max(clock, now);
    machine.moves.advance(clock);
    hold.advance(clock);
  }

  long wakeAt() {
    if (frozen && !hal()) {
      return NEVER;
    }
    long paused = pausedUntil > clock ? pausedUntil : NEVER;
    return Math.min(paused, Math.min(hold.wakeAt(), machine.moves.nextEnd()));
  }

  long nanos(double machineSeconds) {
    return (long) (machineSeconds / speed * 1e9);
  }

  /** Whether lines are read at all. */
  boolean reads() {
    boolean mute = sleeping || (frozen && !hal());
    return running && !mute && clock >= pausedUntil;
  }

  boolean running() {
    return running;
  }

  boolean held() {
    return !hold.none();
  }

  boolean checking() {
    return check;
  }

  boolean locked() {
    return alarmed;
  }

  boolean frozen() {
    return frozen;
  }

  boolean waitsForReset() {
    return frozen || sleeping;
  }

  /** Idle: nothing planned, nothing held. */
  boolean resting() {
    return machine.moves.isEmpty() && hold.none() && !alarmed;
  }

  boolean jogging() {
    return hold.jogging();
  }

  void beginJog() {
    hold.beginJog();
  }

  void offsetsChanged() {
    report.offsetsChanged();
  }

  boolean spindleTurns() {
    return machine.modes.spindle != 5 && !hold.keepsSpindleStill();
  }

  double probeZ() {
    return switches.probeZ();
  }

  boolean touches(double z) {
    return z <= switches.probeZ(); // never for NaN
  }

  /** Begins a write of the EEPROM; bytes that come meanwhile are lost. */
  long writeEeprom(long now) {
    eepromUntil = now + (hal() ? 0 : 20 * MILLI);
    return eepromUntil;
  }

  /** Whether the receiver is not served because the processor writes its EEPROM. */
  boolean deaf(long now) {
    return now < eepromUntil;
  }

  Waiting toggleCheck() {
    if (check) {
      voice.say("[MSG:Disabled]");
      voice.say("ok");
      board.softReset();
      return Waiting.OVER;
    }
    check = true;
    voice.say("[MSG:Enabled]");
    return Waiting.OVER;
  }

  /** {@code $RST}: starts anew by itself. */
  void restart() {
    board.softReset();
  }

  Waiting unlock() {
    if (alarmed) {
      alarmed = false;
      voice.say("[MSG:Caution: Unlocked]");
    }
    return Waiting.OVER;
  }

  /** Looks for the switches. */
  Waiting home() {
    homing = true;
    alarmed = false;
    return Waiting.until(clock + nanos(HOMING))
        .then(
            now -> {
              homing = false;
              if (switches.homingFails()) {
                alarm(9);
                return Waiting.OVER;
              }
              double off = -machine.settings.number(27);
              machine.place(new double[] {off, off, off});
              return Waiting.OVER;
            });
  }

  void sleep() {
    voice.say("[MSG:Sleeping]");
    sleeping = true;
    alarmed = true;
    machine.modes.spindle = 5;
  }

  Waiting programHold() {
    hold.stand();
    return Waiting.forThe(On.PERSON);
  }

  Waiting toolChange() {
    tool = true;
    hold.stand();
    return Waiting.forThe(On.PERSON);
  }

  /** A probe that touches before it moves, or does not touch before it leaves. */
  Waiting probeRefused(boolean alarms) {
    if (alarms) {
      alarm(4);
    }
    return Waiting.until(Math.max(clock, pausedUntil));
  }

  Waiting probed(double[] at, boolean changed, boolean alarms) {
    if (!changed && alarms) {
      alarm(5);
    }
    machine.offsets.probed(at, changed);
    return Waiting.until(Math.max(clock, pausedUntil))
        .then(
            now -> {
              voice.say(machine.offsets.probeShown());
              return Waiting.OVER;
            });
  }

  /** A target beyond the travel: motion stops under control, then only a reset is heard. */
  void softLimit() {
    machine.moves.freeze(clock);
    freeze(2);
  }

  /** A limit switch is hit. */
  void hitLimit() {
    machine.moves.clear(clock);
    freeze(1);
  }

  private void freeze(int code) {
    frozen = true;
    machine.modes.spindle = 5;
    alarm(code);
    voice.say("[MSG:Reset to continue]");
    if (hal()) {
      board.flush();
    }
  }

  private void alarm(int code) {
    alarmed = true;
    pausedUntil = clock + 500 * MILLI;
    voice.say("ALARM:" + code);
  }

  /** A status report, now; whether one may be given. */
  boolean reports() {
    boolean mute = frozen && !hal();
    return !mute && !homing;
  }

  String report(GrblRing ring, boolean full) {
    return report.build(this, machine, ring, full);
  }

  boolean homing() {
    return homing;
  }

  void feedHold(boolean byDoor) {
    if (!alarmed && !check && !sleeping && !homing) {
      hold.begin(byDoor, nanos(machine.stoppingSeconds()), clock);
    }
  }

  void cycleStart() {
    if (!alarmed && hold.release(clock)) {
      tool = false;
    }
  }

  void jogCancel() {
    if (hold.jogging()) {
      feedHold(false);
    }
  }

  /** grblHAL's 0x19: stands at once and forgets what is planned, but not where it is. */
  void stopMotion() {
    machine.moves.clear(clock);
    machine.arrive(machine.moves.target());
    hold.clear();
  }

  void override(int code) {
    if (machine.overrides.take(code)) {
      machine.overridden();
    }
  }

  /** Power: forgets where it is. */
  void powerUp() {
    forget();
    machine.place(new double[3]);
    alarmed = switches.homing();
    frozen = false;
  }

  /** What 0x18 finds: whether motion had to be broken off, which loses the position. */
  boolean resetInMotion() {
    return (homing || (!machine.moves.isEmpty() && !hold.stands())) && !frozen;
  }

  /** 0x18: what every reset takes away. Alarms stay, and a reset in motion is one. */
  void softReset(boolean inMotion) {
    if (inMotion) {
      voice.say("ALARM:" + (homing ? 6 : 3));
    }
    boolean locks = alarmed || inMotion || frozen;
    forget();
    frozen = false;
    alarmed = locks;
  }

  private void forget() {
    machine.restart(clock);
    hold.clear();
    running = false;
    check = false;
    sleeping = false;
    homing = false;
    tool = false;
    pausedUntil = Long.MIN_VALUE;
  }

  /** The firmware is up. */
  void greet() {
    running = true;
    voice.say("");
    voice.say(hal() ? "GrblHAL 1.1f ['$' or '$HELP' for help]" : "Grbl 1.1h ['$' for help]");
    if (alarmed) {
      voice.say("[MSG:'$H'|'$X' to unlock]");
    }
  }

  /** The state as reports name it. */
  String word() {
    if (sleeping) {
      return "Sleep";
    }
    if (alarmed) {
      return "Alarm";
    }
    if (check) {
      return "Check";
    }
    if (homing) {
      return "Home";
    }
    if (tool) {
      return "Tool";
    }
    if (!hold.none() && !hold.jogging()) {
      return hold.word(hal());
    }
    if (hold.jogging()) {
      return "Jog";
    }
    return machine.moves.isEmpty() ? "Idle" : "Run";
  }
}
