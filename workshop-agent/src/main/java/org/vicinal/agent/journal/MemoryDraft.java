package org.vicinal.agent.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.vicinal.messages.id.JobId;
import org.vicinal.messages.id.LotId;
import org.vicinal.messages.id.MachineId;
import org.vicinal.messages.net.Call;

/** A memory while one fact changes it. */
final class MemoryDraft {
  static final int MOST_ANSWERS = 200;
  static final int MOST_NOTICES = 50;
  private static final int MOST_GONE = 100;

  private final Memory before;
  Outbox outbox;
  Map<String, Long> positions;
  List<Call> calls;
  Map<JobId, Memory.Answered> answered;
  List<OpenBid> bids;
  Map<LotId, OpenLot> open;
  Map<LotId, ClosedLot> closed;
  Map<MachineId, Confirmation> confirmations;
  Map<MachineId, ActiveRun> runs;
  Set<MachineId> unsafe;
  long runsBegun;
  long reconciled;
  List<AnsweredCall> answers;
  Map<LotId, MadeLot> shelf;
  List<Noticed> notices;
  Map<MachineId, Experience> experience;

  MemoryDraft(Memory before) {
    this.before = before;
    outbox = before.outbox();
    positions = before.positions();
    calls = before.calls();
    answered = before.answered();
    bids = before.bids();
    open = before.open();
    closed = before.closed();
    confirmations = before.confirmations();
    runs = before.runs();
    unsafe = before.unsafe();
    runsBegun = before.runsBegun();
    reconciled = before.reconciled();
    answers = before.answers();
    shelf = before.shelf();
    notices = before.notices();
    experience = before.experience();
  }

  void notice(Noticed notice) {
    var all = new ArrayList<>(notices);
    all.add(notice);
    notices = all.subList(Math.max(0, all.size() - MOST_NOTICES), all.size());
  }

  /** Keeps what was said to a call that awaited its answer, or had another one. */
  void answer(JobId job, int round, AnsweredCall.Kind kind, String words) {
    var calls = new ArrayList<>(before.calls());
    before.answers().forEach(answer -> calls.add(answer.call()));
    for (var call : calls) {
      if (call.job().equals(job) && call.round() == round) {
        var kept = new ArrayList<>(before.answers());
        kept.removeIf(answer -> answer.call().job().equals(job));
        kept.add(new AnsweredCall(call, kind, words));
        answers = kept.size() > MOST_ANSWERS ? kept.subList(1, kept.size()) : kept;
        return;
      }
    }
  }

  /**
   * A lot is on its way from the shelf. When it is gone and paid it is kept for a while all the
   * same: the code that it was given for may have been wrong.
   */
  void shelve(LotId id, UnaryOperator<MadeLot> how) {
    var lot = before.shelf().get(id);
    if (lot == null) {
      return;
    }
    shelf = Memory.with(shelf, id, how.apply(lot));
    var gone = shelf.entrySet().stream().filter(it -> it.getValue().gone()).toList();
    if (gone.size() > MOST_GONE) {
      shelf = Memory.without(shelf, gone.getFirst().getKey());
    }
  }

  Memory done() {
    return new Memory(
        before.workshop(),
        before.epoch(),
        outbox,
        positions,
        calls,
        answered,
        bids,
        open,
        closed,
        confirmations,
        runs,
        unsafe,
        runsBegun,
        reconciled,
        answers,
        shelf,
        notices,
        experience);
  }
}
