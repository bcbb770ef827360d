package org.vicinal.coordinator.view;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.vicinal.messages.id.LotId;
import org.vicinal.messages.id.MachineId;
import org.vicinal.messages.id.RunId;
import org.vicinal.messages.id.WorkshopId;

/**
 * What one award became.
 *
 * @param made pieces so far
 * @param waiting for which person's hand, as last told; null when for none
 * @param run the one on the machine now; null when there is none
 * @param takenBackAt of a late lot, when it is called for elsewhere if nothing happens; else null
 */
public record LotView(
    LotId lot,
    WorkshopId workshop,
    MachineId machine,
    State state,
    int pieces,
    int made,
    String price,
    Instant acceptBy,
    Instant readyBy,
    @Nullable String waiting,
    @Nullable Run run,
    @Nullable Instant takenBackAt) {

  /** Where a lot is on its way. */
  public enum State {
    AWARDED,
    ACCEPTED,
    RUNNING,
    LATE,
    MADE,
    DECLINED,
    LAPSED,
    RETURNED,
    INTERRUPTED,
    WITHDRAWN,
    REFUSED;

    /** Whether the workshop has it now. */
    public boolean held() {
      return this == AWARDED || this == ACCEPTED || this == RUNNING || this == LATE;
    }
  }

  /**
   * A run on a machine.
   *
   * @param lines 0 until the first signal tells
   * @param secondsLeft of machine time; 0 until the first signal tells
   */
  public record Run(RunId run, long line, long lines, double secondsLeft) {
    /** How much of it is done, from 0 to 1. */
    public double fraction() {
      return lines <= 0 ? 0 : Math.min(1, (double) line / lines);
    }
  }

  LotView in(State next) {
    return with(next, made, readyBy, null, null);
  }

  LotView late(Instant takenBack) {
    return new LotView(
        lot,
        workshop,
        machine,
        State.LATE,
        pieces,
        made,
        price,
        acceptBy,
        readyBy,
        null,
        null,
        takenBack);
  }

  LotView delayedTo(Instant later) {
    return with(state == State.LATE ? State.ACCEPTED : state, made, later, waiting, run);
  }

  LotView running(MachineId on, Run started) {
    return new LotView(
        lot,
        workshop,
        on,
        State.RUNNING,
        pieces,
        made,
        price,
        acceptBy,
        readyBy,
        null,
        started,
        null);
  }

  LotView withMade(int count) {
    return with(state, Math.min(pieces, count), readyBy, waiting, run);
  }

  LotView waitingFor(String person) {
    return with(state, made, readyBy, person, run);
  }

  LotView at(Run progress) {
    return with(state, made, readyBy, null, progress);
  }

  private LotView with(
      State next, int count, Instant ready, @Nullable String person, @Nullable Run current) {
    return new LotView(
        lot,
        workshop,
        machine,
        next,
        pieces,
        count,
        price,
        acceptBy,
        ready,
        person,
        current,
        next == State.LATE ? takenBackAt : null);
  }
}
