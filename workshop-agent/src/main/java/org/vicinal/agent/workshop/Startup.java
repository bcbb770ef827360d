package org.vicinal.agent.workshop;

import java.time.Duration;
import org.vicinal.agent.journal.ActiveRun;
import org.vicinal.agent.journal.ClosedLot;
import org.vicinal.agent.journal.Fact;
import org.vicinal.agent.machine.RunEnd;

/**
 * What is done first after a start: runs that were on are interrupted, and never started again by
 * themselves; everything the broker has not acknowledged is told again.
 */
final class Startup {
  private static final Duration TENDERS_KEPT = Duration.ofDays(7);

  private Startup() {}

  static void take(Draft draft, WorkshopInput.Started input) {
    var unsent = draft.memory().outbox().waiting();
    unsent.forEach(report -> draft.cause(new Effect.Tell(report)));
    draft.note(new Fact.TendersForgotten(draft.now.minus(TENDERS_KEPT)));
    Plans.tell(draft);
    for (var run : draft.memory().runs().values()) {
      interrupt(draft, run, input.lines().getOrDefault(run.run(), 0L));
    }
    returnWhatNobodyMakes(draft);
  }

  /** Machines have come or gone: the coordinator hears which there are. */
  static void revised(Draft draft) {
    Plans.tell(draft);
    Slices.revised(draft);
    for (var machine : draft.senses.asked().keySet()) {
      if (draft.settings.find(machine).isEmpty()) {
        draft.senses = draft.senses.unasked(machine);
      }
    }
    returnWhatNobodyMakes(draft);
  }

  private static void returnWhatNobodyMakes(Draft draft) {
    for (var lot : draft.memory().open().values()) {
      if (draft.settings.find(lot.machine()).isEmpty()) {
        Lots.giveBack(
            draft,
            lot.id(),
            ClosedLot.Outcome.RETURNED,
            lot.machine() + " is no longer in this workshop.");
      }
    }
  }

  private static void interrupt(Draft draft, ActiveRun run, long line) {
    var reason =
        "The agent stopped while %s was at line %d. Look at the machine and clear it."
            .formatted(run.machine(), line);
    Runs.over(draft, run.run(), new RunEnd.Interrupted(reason, line));
  }
}
