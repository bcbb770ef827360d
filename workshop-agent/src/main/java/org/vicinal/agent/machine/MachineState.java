package org.vicinal.agent.machine;

import java.util.Optional;

/**
 * A machine as its actor knows it: with a port or without one.
 *
 * <pre>
 *  Absent -> Opening -> Greeting -> Occupied -(a person confirms)-> Ready
 *    ^          |                      ^                              | run
 *    +----------+                      |                              v
 *    port gone, from anywhere          +--- Draining <- Streaming <- Checking
 *                                              ^        |  ^
 *                                              |        v  |
 *                                              +--- Holding, Attention
 *
 *  Taken    somebody uses the machine by its panel    -> Occupied
 *  Alarm    GRBL is locked; a person homes or unlocks -> Occupied
 *  Faulted  stopped or failed; a person looks at it   -> Opening
 * </pre>
 *
 * <p>A value. {@link #next} is the whole behaviour of a machine: it reads no clock, opens no port
 * and waits for nothing; what is to be done comes back as {@link Effect}s.
 */
public sealed interface MachineState {

  /** What stays while the port comes and goes. */
  Standing standing();

  /** The state's name. */
  Condition condition();

  /** When the state wants an {@link Input.Woken}; {@link Long#MAX_VALUE} for never. */
  long wakeAt();

  /** Without a port. */
  record Absent(Standing standing, long retryAt, int tries) implements MachineState {
    @Override
    public Condition condition() {
      return Condition.ABSENT;
    }

    @Override
    public long wakeAt() {
      return retryAt;
    }
  }

  /** While the port is being opened. */
  record Opening(Standing standing, int tries) implements MachineState {
    @Override
    public Condition condition() {
      return Condition.OPENING;
    }

    @Override
    public long wakeAt() {
      return Long.MAX_VALUE;
    }
  }

  /** With an open port. */
  record Online(Standing standing, Link link, Phase phase) implements MachineState {
    @Override
    public Condition condition() {
      return phase.condition();
    }

    @Override
    public long wakeAt() {
      long wake = Math.min(link.sender().wakeAt(), phase.wakeAt());
      long present = phase instanceof Phase.Streaming ? standing.presentUntil() : Long.MAX_VALUE;
      return Math.min(Math.min(wake, link.polling().wakeAt()), present);
    }
  }

  /** A machine whose thread is about to start. */
  static MachineState begin(MachineSettings settings, Beginning beginning) {
    return new Absent(Standing.begin(settings, beginning), Long.MIN_VALUE, 0);
  }

  /** The state after an input, and what is to be done about it. */
  static Turn next(MachineState state, Input input) {
    return Turning.next(state, input);
  }

  /** The run that is going on. */
  default Optional<Run> findRun() {
    return this instanceof Online online ? online.phase().findRun() : Optional.empty();
  }
}
