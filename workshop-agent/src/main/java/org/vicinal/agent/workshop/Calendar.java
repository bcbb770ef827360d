package org.vicinal.agent.workshop;

import java.time.Duration;
import java.time.Instant;
import org.vicinal.agent.journal.Memory;
import org.vicinal.agent.journal.OpenLot;

/** When a machine will be free, by what has been promised already. */
final class Calendar {
  private Calendar() {}

  /** When {@code machine} has done everything it has been given; {@code now} when it is idle. */
  static Instant freeAt(Memory memory, MachineOffer machine, Instant now) {
    var free = now;
    var run = memory.runs().get(machine.id());
    if (run != null) {
      var over = run.at().plus(perPiece(machine, run.seconds()));
      free = over.isAfter(now) ? over : now.plus(machine.handling());
    }
    for (var lot : memory.open().values()) {
      if (lot.machine().equals(machine.id()) && lot.stage() != OpenLot.Stage.WITHDRAWN) {
        boolean running = run != null && run.lot().equals(lot.id());
        int left = Math.max(0, lot.left() - (running ? 1 : 0));
        free = free.plus(perPiece(machine, lot.secondsPerPiece()).multipliedBy(left));
      }
    }
    return free;
  }

  /** The machine's time for a piece, and the person's after it. */
  static Duration perPiece(MachineOffer machine, double seconds) {
    return Duration.ofMillis(Math.round(seconds * 1000)).plus(machine.handling());
  }
}
