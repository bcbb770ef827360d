package org.vicinal.agent.simulation.grbl;

/**
 * Feed hold, safety door and jog cancel: motion comes to a stand under control and stays there.
 *
 * <pre>
 *  NONE --!--> SLOWING --stands--> HELD --~--> (RESTORING, when a spindle must start again) --> NONE
 * </pre>
 */
final class GrblHold {
  private static final long SPINDLE_DELAY = 4_000_000_000L;
  private static final long NEVER = Long.MAX_VALUE;

  private enum Phase {
    NONE,
    SLOWING,
    HELD,
    RESTORING
  }

  private final GrblMachine machine;
  private Phase phase = Phase.NONE;
  private long phaseEnds = NEVER;
  private boolean door;
  private boolean jogging;

  GrblHold(GrblMachine machine) {
    this.machine = machine;
  }

  void clear() {
    phase = Phase.NONE;
    phaseEnds = NEVER;
    door = false;
    jogging = false;
  }

  boolean none() {
    return phase == Phase.NONE;
  }

  /** Stands, and may be reset without losing the position. */
  boolean stands() {
    return phase == Phase.HELD;
  }

  /** Whether the door keeps the spindle still, whatever the modes say. */
  boolean keepsSpindleStill() {
    return door && phase != Phase.RESTORING;
  }

  boolean jogging() {
    jogging = jogging && !machine.moves.isEmpty();
    return jogging;
  }

  void beginJog() {
    jogging = true;
  }

  /** Begins to slow down; {@code nanos} until it stands. */
  void begin(boolean byDoor, long nanos, long now) {
    door = door || byDoor;
    if (phase == Phase.NONE) {
      phase = Phase.SLOWING;
      phaseEnds = now + nanos;
      advance(now);
    }
  }

  /** M0 and M6: stands already. */
  void stand() {
    phase = Phase.HELD;
  }

  /** Lets go; lost on anything that does not stand yet. Whether motion goes on at once. */
  boolean release(long now) {
    if (phase != Phase.HELD) {
      return false;
    }
    if (door && machine.modes.spindle != 5) {
      phase = Phase.RESTORING;
      phaseEnds = now + SPINDLE_DELAY;
      return false;
    }
    goOn(now);
    return true;
  }

  private void goOn(long now) {
    phase = Phase.NONE;
    phaseEnds = NEVER;
    door = false;
    machine.moves.thaw(now);
  }

  /** Comes to a stand, or goes on, when that is due. */
  void advance(long now) {
    if (phase == Phase.SLOWING && (now >= phaseEnds || machine.moves.isEmpty())) {
      phaseEnds = NEVER;
      if (jogging) {
        machine.moves.clear(now);
        machine.arrive(machine.moves.target());
        jogging = false;
        phase = Phase.NONE;
      } else {
        machine.moves.freeze(now);
        phase = Phase.HELD;
      }
    } else if (phase == Phase.RESTORING && now >= phaseEnds) {
      goOn(now);
    }
  }

  long wakeAt() {
    return phaseEnds;
  }

  /** As a status report shows it. */
  String word(boolean hal) {
    boolean stands = phase == Phase.HELD;
    if (!door) {
      return stands ? "Hold:0" : "Hold:1";
    }
    int restoring = hal ? 4 : 3;
    return "Door:" + (stands ? 0 : phase == Phase.RESTORING ? restoring : 2);
  }
}
