package org.vicinal.agent.workshop;

import java.time.Duration;
import java.time.Instant;
import org.vicinal.agent.journal.OpenLot;

/** When a machine will be free, by what has been promised already. */
final class Calendar {
  private Calendar() {}

  /**
   * When {@code machine} has done everything it has been given, at the hours when somebody is
   * there; now when it is idle.
   */
  static Instant freeAt(Draft draft, MachineOffer machine) {
    var now = draft.now;
    var hours = draft.settings.hours();
    var free = now;
    var run = draft.memory().runs().get(machine.id());
    if (run != null) {
      var over = run.at().plus(perPiece(machine, run.seconds()));
      free = over.isAfter(now) ? over : now.plus(machine.handling());
    }
    for (var lot : draft.memory().open().values()) {
      int left = lot.machine().equals(machine.id()) ? left(draft, lot) : 0;
      if (left > 0) {
        var each = perPiece(machine, lot.secondsPerPiece());
        free = hours.findEnd(free, each, left).orElse(free.plus(each.multipliedBy(left)));
      }
    }
    return free;
  }

  private static int left(Draft draft, OpenLot lot) {
    if (lot.stage() == OpenLot.Stage.WITHDRAWN) {
      return 0;
    }
    var run = draft.memory().runs().get(lot.machine());
    boolean running = run != null && run.lot().equals(lot.id());
    return Math.max(0, lot.left() - (running ? 1 : 0));
  }

  /** The machine's time for a piece, and the person's after it. */
  static Duration perPiece(MachineOffer machine, double seconds) {
    return Duration.ofMillis(Math.round(seconds * 1000)).plus(machine.handling());
  }
}
