package org.vicinal.agent.simulation.grbl;

import java.util.function.Consumer;
import org.vicinal.agent.simulation.board.SimulatedFirmware;

/**
 * GRBL 1.1 or grblHAL as a host meets it: bytes come in, some act at once, the others wait in the
 * ring for their line.
 *
 * <pre>
 *  bytes --realtime--> GrblController (hold, alarm, reset, report)
 *     \                       ^
 *      GrblRing -> GrblDialogue -> GrblSystem ($), GrblProgram (G-code) -> GrblMachine
 * </pre>
 *
 * <p>Motion, homing and dwelling pass {@code speed} times as fast as the clock; the times of the
 * protocol do not.
 */
public final class SimulatedGrbl implements SimulatedFirmware {
  private static final long MILLI = 1_000_000L;
  private static final long NEVER = Long.MAX_VALUE;
  private static final int SOFT_RESET = 0x18;

  private final GrblSwitches switches;
  private final GrblRing ring;
  private final GrblMachine machine;
  private final GrblController grbl;
  private final GrblDialogue dialogue;
  private long bannerAt = NEVER;
  private boolean reportOwed;
  private long reportAt = NEVER;

  /**
   * @param travel along X, Y and Z in millimetres
   * @param speed how many seconds of the machine pass in one of the clock
   * @param executed hears every line that was read without an error and is carried out
   */
  public SimulatedGrbl(
      GrblSwitches switches, double[] travel, double speed, Consumer<String> executed) {
    this.switches = switches;
    this.ring = new GrblRing(switches.receiveBytes());
    this.machine =
        new GrblMachine(
            new GrblSettings(travel, switches.homing(), switches.hal()), switches, speed);
    var board =
        new GrblController.Board() {
          @Override
          public void softReset() {
            SimulatedGrbl.this.softReset();
          }

          @Override
          public void flush() {
            flushInput();
          }
        };
    this.grbl = new GrblController(switches, machine, speed, board);
    this.dialogue = new GrblDialogue(grbl, machine, ring, switches, executed);
  }

  @Override
  public void reset(long now) {
    settle(now);
    grbl.powerUp();
    dialogue.forget();
    reportOwed = false;
    bannerAt = now + switches.bootMillis() * MILLI;
  }

  private void flushInput() {
    dialogue.forget();
  }

  @Override
  public void receive(byte[] bytes, long now) {
    settle(now);
    for (byte b : bytes) {
      int code = b & 0xff;
      if (!grbl.running() || (grbl.deaf(now) && code != SOFT_RESET)) {
        continue; // the processor boots or writes its EEPROM, and the receiver is not served
      }
      if (code == SOFT_RESET) {
        softReset();
      } else if (code >= 0x80 || printable(code)) {
        realtime(code);
      } else if (switches.hal() && (code == 0x05 || code == 0x19)) {
        realtime(code);
      } else {
        ring.arrive(b);
      }
      if (b == '\n') {
        dialogue.work();
      }
    }
    dialogue.work();
    reportUnasked();
  }

  private boolean printable(int code) {
    return !switches.twinsOnly() && (code == '?' || code == '!' || code == '~');
  }

  private void realtime(int code) {
    if (grbl.frozen() && !switches.hal()) {
      return;
    }
    switch (code) {
      case '?' -> askReport(false);
      case '!' -> grbl.feedHold(false);
      case '~' -> cycleStart();
      case 0x84 -> grbl.feedHold(true);
      case 0x85 -> {
        if (switches.hal()) {
          flushInput();
        }
        grbl.jogCancel();
      }
      default -> {
        if (!switches.hal() || !extended(code)) {
          grbl.override(code);
        }
      }
    }
  }

  /** The bytes that only grblHAL knows; whether this was one. */
  private boolean extended(int code) {
    switch (code) {
      case 0x05, 0x80 -> askReport(false);
      case 0x87 -> askReport(true);
      case 0x81, 0xA3 -> cycleStart();
      case 0x82 -> grbl.feedHold(false);
      case 0x83 -> grbl.voice().say(machine.modes.report());
      case 0x19 -> {
        flushInput();
        grbl.stopMotion();
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private void askReport(boolean full) {
    if (grbl.reports()) {
      grbl.voice().say(grbl.report(ring, full));
    } else {
      reportOwed = grbl.homing();
    }
  }

  private void cycleStart() {
    grbl.cycleStart();
    dialogue.work();
  }

  private void softReset() {
    boolean returns = dialogue.returnsAtReset(grbl.frozen());
    boolean inMotion = grbl.resetInMotion();
    grbl.softReset(inMotion);
    if (returns) {
      grbl.voice().say("ok"); // the line that waited returns, although nothing of it is done
    }
    dialogue.forget();
    reportOwed = false;
    if (inMotion) {
      bannerAt = grbl.clock() + 560 * MILLI;
    } else {
      greet();
    }
  }

  private void greet() {
    bannerAt = NEVER;
    grbl.greet();
    if (!grbl.locked()) {
      dialogue.runStartupLines();
    }
  }

  @Override
  public byte[] advance(long now) {
    settle(now);
    return grbl.voice().take();
  }

  private void settle(long now) {
    for (long at = wakeAt(); at <= now; at = wakeAt()) {
      grbl.pass(at);
      if (bannerAt <= grbl.clock()) {
        greet();
      }
      dialogue.work();
      reportUnasked();
    }
    grbl.pass(now);
  }

  private void reportUnasked() {
    if (reportOwed && grbl.reports()) {
      reportOwed = false;
      grbl.voice().say(grbl.report(ring, false));
    }
    double every = machine.settings.number(481);
    if (every > 0 && reportAt <= grbl.clock() && grbl.reports()) {
      grbl.voice().say(grbl.report(ring, false));
    }
    if (every <= 0) {
      reportAt = NEVER;
    } else if (reportAt <= grbl.clock() || reportAt == NEVER) {
      reportAt = grbl.clock() + (long) (every * MILLI);
    }
  }

  @Override
  public long wakeAt() {
    long next = Math.min(Math.min(bannerAt, reportAt), grbl.wakeAt());
    return grbl.frozen() && !switches.hal() ? next : Math.min(next, dialogue.wakeAt());
  }

  /** A limit switch is hit. */
  public void hitLimit(long now) {
    settle(now);
    grbl.hitLimit();
  }

  /** Whether the spindle turns. */
  public boolean spindleTurns() {
    return grbl.spindleTurns();
  }

  /** Whether it is locked by an alarm. */
  public boolean alarmedNow() {
    return grbl.locked();
  }

  /** Whether every planned move has been made. */
  public boolean atRest() {
    return machine.moves.isEmpty();
  }

  /** How often the planner ran empty. */
  public long starved() {
    return machine.moves.starved();
  }

  @Override
  public long lostBytes() {
    return ring.lost();
  }

  @Override
  public String describe() {
    return grbl.word() + " " + GrblMachine.shown(machine.moves.at(grbl.clock()));
  }
}
