package org.vicinal.agent.workshop;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.vicinal.agent.journal.ActiveRun;
import org.vicinal.agent.journal.ClosedLot;
import org.vicinal.agent.journal.Fact;
import org.vicinal.agent.journal.OpenLot;
import org.vicinal.agent.machine.Condition;
import org.vicinal.agent.machine.RunEnd;
import org.vicinal.messages.id.Digest;
import org.vicinal.messages.id.RunId;
import org.vicinal.messages.net.Report;
import org.vicinal.messages.net.Seen;

/**
 * Runs: when one may start, and what follows when it is over.
 *
 * <p>A run starts when its lot is ours by the broker's word, its program is here and checked, its
 * machine is ready, and a person has confirmed since the machine's last run. Each is begun at most
 * once: the journal holds it before the first byte.
 */
final class Runs {
  private static final Duration ASK_AGAIN = Duration.ofSeconds(30);
  private static final int ASKED_AT_MOST = 5;
  private static final Duration PROGRESS_AFTER = Duration.ofSeconds(1);
  private static final Duration PROGRESS_EVERY = Duration.ofSeconds(5);

  private Runs() {}

  /** The lot whose piece {@code machine} makes next: the one that was promised first. */
  static Optional<OpenLot> findNext(Draft draft, MachineOffer machine) {
    return draft.memory().open().values().stream()
        .filter(lot -> lot.machine().equals(machine.id()))
        .filter(lot -> lot.stage() == OpenLot.Stage.ACCEPTED && lot.left() > 0)
        .filter(lot -> !lot.waitsForCustomer())
        .min(Comparator.comparing(OpenLot::readyBy).thenComparing(lot -> lot.id().toString()));
  }

  static void advance(Draft draft) {
    for (var machine : draft.settings.machines()) {
      var asked = draft.senses.asked().get(machine.id());
      boolean busy = asked != null && (asked.again() == null || draft.now.isBefore(asked.again()));
      if (!busy && !draft.memory().runs().containsKey(machine.id())) {
        findNext(draft, machine).ifPresent(lot -> advance(draft, machine, lot));
      }
    }
  }

  private static void advance(Draft draft, MachineOffer machine, OpenLot lot) {
    switch (checked(draft, machine, lot)) {
      case Check.Pending _ -> {}
      case Check.Unfit unfit ->
          Lots.giveBack(draft, lot.id(), ClosedLot.Outcome.RETURNED, unfit.reason());
      case Check.Passed _ -> {
        if (draft.senses.condition(machine.id()) == Condition.READY
            && People.haveConfirmed(draft, machine, lot)) {
          ask(draft, machine, lot);
        } else {
          Waits.of(draft, machine, lot);
        }
      }
    }
  }

  private static Check checked(Draft draft, MachineOffer machine, OpenLot lot) {
    var digest = lot.program().digest();
    boolean came = lot.award().files().stream().anyMatch(file -> file.digest().equals(digest));
    return came
        ? Files.check(draft, lot.program(), machine.id())
        : Files.checkOwn(draft, lot.program(), machine.id());
  }

  private static void ask(Draft draft, MachineOffer machine, OpenLot lot) {
    var before = draft.senses.asked().get(machine.id());
    int tries = before == null || !before.lot().equals(lot.id()) ? 1 : before.tries() + 1;
    var run = nextRun(draft);
    draft.senses = draft.senses.asked(machine.id(), new Senses.Ask(run, lot.id(), tries, null));
    draft.cause(new Effect.StartRun(run, machine.id(), lot.program().digest(), lot.lines()));
  }

  /**
   * Unique in the world: the workshop, its journal, the runs before it, the tries since the start.
   */
  private static RunId nextRun(Draft draft) {
    var memory = draft.memory();
    var workshop =
        Digest.of(memory.workshop().value().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    return new RunId(
        "r-%s-%s-%d-%d"
            .formatted(
                workshop.value().substring(0, 6),
                Long.toString(memory.epoch(), 36),
                memory.runsBegun(),
                draft.senses.asks()));
  }

  /** The machine is about to send the first byte: written down first, or forbidden. */
  static void starting(Draft draft, RunId run) {
    for (var entry : draft.senses.asked().entrySet()) {
      var ask = entry.getValue();
      if (ask.run().equals(run) && ask.again() == null) {
        var machine = draft.settings.find(entry.getKey()).orElseThrow();
        var lot = draft.memory().open().get(ask.lot());
        draft.senses = draft.senses.unasked(machine.id());
        if (lot != null
            && lot.stage() == OpenLot.Stage.ACCEPTED
            && People.haveConfirmed(draft, machine, lot)) {
          begin(draft, run, machine, lot);
          return;
        }
      }
    }
    draft.cause(
        new Effect.ForbidRun(run, "The lot of run " + run + " is not to be made any more."));
  }

  private static void begin(Draft draft, RunId run, MachineOffer machine, OpenLot lot) {
    int piece = lot.made() + 1;
    var program = lot.program().digest();
    draft.note(
        new Fact.RunBegun(
            new ActiveRun(
                run,
                lot.id(),
                machine.id(),
                program,
                piece,
                lot.lines(),
                lot.secondsPerPiece(),
                draft.now)));
    draft.tell(new Seen.RunStarted(lot.id(), run, machine.id(), program, piece));
    draft.cause(new Effect.LetRunBegin(run));
  }

  /** The machine would not; it is asked again a few times, then the lot goes back. */
  static void refused(Draft draft, WorkshopInput.RunRefused input) {
    for (var entry : draft.senses.asked().entrySet()) {
      var ask = entry.getValue();
      if (!ask.run().equals(input.run())) {
        continue;
      }
      if (ask.tries() < ASKED_AT_MOST) {
        var again = new Senses.Ask(ask.run(), ask.lot(), ask.tries(), draft.now.plus(ASK_AGAIN));
        draft.senses = draft.senses.asked(entry.getKey(), again);
      } else {
        draft.senses = draft.senses.unasked(entry.getKey());
        Lots.giveBack(
            draft,
            ask.lot(),
            ClosedLot.Outcome.RETURNED,
            entry.getKey() + " would not take the run: " + input.reason());
      }
    }
  }

  /** Where a run ended. A run that the journal does not hold as begun is none. */
  static void over(Draft draft, RunId id, RunEnd end) {
    var run = draft.memory().findRun(id).orElse(null);
    if (run == null) {
      return;
    }
    var ending = ending(end);
    var reason = reason(end);
    draft.senses = draft.senses.runOver(run.machine(), id);
    draft.note(
        new Fact.RunFinished(
            run.machine(),
            id,
            ending,
            end.line(),
            reason,
            draft.now,
            Files.findSeconds(draft, run.program(), run.machine())));
    draft.cause(new Effect.ForgetRun(id));
    draft.tell(new Seen.RunEnded(run.lot(), id, run.machine(), ending, end.line(), reason));
    var lot = draft.memory().open().get(run.lot());
    if (lot == null) {
      return;
    }
    if (lot.stage() == OpenLot.Stage.WITHDRAWN) {
      draft.note(new Fact.LotClosed(lot.id(), ClosedLot.Outcome.WITHDRAWN));
      if (ending == Seen.Ending.MADE) {
        draft.tell(new Seen.LotMade(lot.id(), lot.made())); // surplus, said all the same
      }
    } else if (ending != Seen.Ending.MADE) {
      Lots.giveBack(draft, lot.id(), ClosedLot.Outcome.RETURNED, reason);
    } else if (lot.left() <= 0) {
      draft.note(new Fact.LotClosed(lot.id(), ClosedLot.Outcome.MADE));
      draft.tell(new Seen.LotMade(lot.id(), lot.made()));
    } else if (lot.waitsForCustomer()) {
      Waits.forCustomer(draft, lot);
    }
  }

  static void progressed(Draft draft, WorkshopInput.RunProgressed input) {
    var run = draft.memory().findRun(input.run()).orElse(null);
    var last = draft.senses.progress().get(input.run());
    if (run == null || (last != null && !isWorthTelling(last, input, draft.now))) {
      return;
    }
    draft.senses = draft.senses.progressTold(input.run(), new Senses.Told(draft.now, input.line()));
    double left =
        input.lines() <= 0
            ? run.seconds()
            : run.seconds() * (input.lines() - input.line()) / input.lines();
    var seen =
        new Seen.Progress(
            run.lot(), run.run(), run.machine(), input.line(), input.lines(), Math.max(0, left));
    if (Own.isOwn(seen)) {
      return;
    }
    draft.cause(
        new Effect.Signal(
            new Report(draft.memory().workshop(), draft.memory().epoch(), 0, draft.now, seen)));
  }

  /**
   * Every 5 s; after 1 s when a bar would move: a short run is seen to go, a long one costs little.
   */
  private static boolean isWorthTelling(
      Senses.Told last, WorkshopInput.RunProgressed input, Instant now) {
    boolean moved = (input.line() - last.line()) * 50 >= input.lines();
    return !now.isBefore(last.at().plus(moved ? PROGRESS_AFTER : PROGRESS_EVERY));
  }

  static void machineChanged(Draft draft, WorkshopInput.MachineChanged input) {
    draft.senses = draft.senses.machine(input.machine(), input.condition(), input.why());
    var memory = draft.memory();
    switch (input.condition()) {
      case OCCUPIED, READY -> {
        if (memory.unsafe().contains(input.machine())) {
          draft.note(new Fact.MachineSafe(input.machine()));
        }
      }
      case ABSENT, ALARM, FAULTED, TAKEN -> {
        if (memory.confirmations().containsKey(input.machine())) {
          draft.note(new Fact.ConfirmationVoided(input.machine())); // who knows what it did since
        }
        if (input.condition() == Condition.ALARM || input.condition() == Condition.FAULTED) {
          draft.cause(new Effect.AskPerson(input.machine(), null, input.why()));
        }
      }
      case ATTENTION -> Waits.inRun(draft, input);
      case OPENING, GREETING, CHECKING, STREAMING, HOLDING, DRAINING -> {}
    }
  }

  private static Seen.Ending ending(RunEnd end) {
    return switch (end) {
      case RunEnd.Completed _ -> Seen.Ending.MADE;
      case RunEnd.Cancelled _ -> Seen.Ending.CANCELLED;
      case RunEnd.Failed _ -> Seen.Ending.FAILED;
      case RunEnd.Interrupted _ -> Seen.Ending.INTERRUPTED;
    };
  }

  private static String reason(RunEnd end) {
    return switch (end) {
      case RunEnd.Completed _ -> "The machine made it.";
      case RunEnd.Cancelled cancelled -> cancelled.reason();
      case RunEnd.Failed failed -> failed.reason();
      case RunEnd.Interrupted interrupted -> interrupted.reason();
    };
  }
}
