package org.vicinal.agent.workshop;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.vicinal.agent.journal.OpenBid;
import org.vicinal.agent.journal.OpenLot;
import org.vicinal.messages.id.JobId;
import org.vicinal.messages.net.Instruction;

/**
 * When a machine will be free. What is due first is made first, so an hour is promised once: a bid
 * comes after all that was promised before it, the bids that may still be taken up included, and
 * all of them can be kept in whatever order they are awarded.
 */
final class Calendar {
  private Calendar() {}

  /** Pieces one after the other, and when they were promised for. */
  private record Task(Instant due, Duration each, int pieces) {}

  /**
   * When {@code machine} has done everything it has been given, at the hours when somebody is
   * there; now when it is idle.
   */
  static Instant freeAt(Draft draft, MachineOffer machine) {
    return end(draft, freeOfRun(draft, machine), given(draft, machine));
  }

  /** The same after all that was bid and may still be taken up, but for {@code job} itself. */
  static Instant freeAfterBids(Draft draft, MachineOffer machine, JobId job) {
    var bids =
        draft.memory().outstanding().stream()
            .filter(bid -> bid.machine().equals(machine.id()) && !bid.job().equals(job))
            .filter(bid -> draft.now.isBefore(Tenders.givenUp(bid.closesAt())))
            .map(bid -> new Task(bid.readyBy(), each(machine, bid), bid.left()))
            .toList();
    return end(draft, freeAt(draft, machine), bids);
  }

  /**
   * When the pieces of an award would be ready, after all that is due before them; or, when
   * something that is due after them would be late then, the day after which that is.
   */
  static Readiness readiness(
      Draft draft, MachineOffer machine, OpenBid bid, Instruction.Award award) {
    var mine = new Task(award.readyBy(), each(machine, bid), award.pieces());
    var before = new ArrayList<>(List.of(mine));
    var after = new ArrayList<Task>();
    for (var task : given(draft, machine)) {
      (task.due().isAfter(mine.due()) ? after : before).add(task);
    }
    var ready = end(draft, freeOfRun(draft, machine), before);
    after.sort(Comparator.comparing(Task::due));
    var free = ready;
    boolean disturbs = false;
    for (var task : after) {
      free = end(draft, free, List.of(task));
      disturbs |= free.isAfter(task.due().plus(draft.settings.reserve()));
    }
    return new Readiness(ready, disturbs);
  }

  /**
   * How an award would fit in.
   *
   * @param disturbs whether something that was promised for later would be late
   */
  record Readiness(Instant ready, boolean disturbs) {}

  private static Instant freeOfRun(Draft draft, MachineOffer machine) {
    var run = draft.memory().runs().get(machine.id());
    if (run == null) {
      return draft.now;
    }
    var over = run.at().plus(perPiece(machine, run.seconds()));
    return over.isAfter(draft.now) ? over : draft.now.plus(machine.handling());
  }

  private static List<Task> given(Draft draft, MachineOffer machine) {
    return draft.memory().open().values().stream()
        .filter(lot -> lot.machine().equals(machine.id()) && left(draft, lot) > 0)
        .map(
            lot ->
                new Task(lot.readyBy(), perPiece(machine, lot.secondsPerPiece()), left(draft, lot)))
        .toList();
  }

  /** When all of {@code tasks} are done, whatever their order. */
  private static Instant end(Draft draft, Instant from, List<Task> tasks) {
    var free = from;
    for (var task : tasks) {
      var begun = free;
      free =
          draft
              .settings
              .hours()
              .findEnd(begun, task.each(), task.pieces())
              .orElseGet(() -> begun.plus(task.each().multipliedBy(task.pieces())));
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

  private static Duration each(MachineOffer machine, OpenBid bid) {
    return perPiece(machine, bid.secondsPerPiece());
  }

  /** The machine's time for a piece, and the person's after it. */
  static Duration perPiece(MachineOffer machine, double seconds) {
    return Duration.ofMillis(Math.round(seconds * 1000)).plus(machine.handling());
  }
}
