package org.vicinal.agent.journal;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.vicinal.messages.id.JobId;
import org.vicinal.messages.id.LotId;
import org.vicinal.messages.id.MachineId;
import org.vicinal.messages.id.RunId;
import org.vicinal.messages.id.WorkshopId;
import org.vicinal.messages.net.Call;

/**
 * What all facts of the journal come to. Immutable; {@link #after} is the only way on.
 *
 * @param epoch when this journal began, in milliseconds: later journals of a workshop have greater
 *     ones
 * @param positions per partition, the next record to read
 * @param calls calls that an answer is owed for
 * @param answered the latest round of each job that was answered
 * @param confirmations what was said about a machine since its last run
 * @param unsafe machines that were at work when the agent died and have not come to rest since
 * @param runsBegun counts all runs of this journal, so that no run id comes twice
 * @param reconciled the latest generation of the coordinator that was told everything
 */
public record Memory(
    WorkshopId workshop,
    long epoch,
    Outbox outbox,
    Map<String, Long> positions,
    List<Call> calls,
    Map<JobId, Answered> answered,
    List<OpenBid> bids,
    Map<LotId, OpenLot> open,
    Map<LotId, ClosedLot> closed,
    Map<MachineId, Confirmation> confirmations,
    Map<MachineId, ActiveRun> runs,
    Set<MachineId> unsafe,
    long runsBegun,
    long reconciled) {

  /** The latest round that was answered, and when it closed. */
  public record Answered(int round, Instant closesAt) {}

  /** The memory of a workshop that nothing has happened to. */
  public static Memory begun(WorkshopId workshop, long epoch) {
    return new Memory(
        workshop,
        epoch,
        Outbox.EMPTY,
        Map.of(),
        List.of(),
        Map.of(),
        List.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        Set.of(),
        0,
        0);
  }

  /** Whether anything was ever heard of this lot. */
  public boolean knows(LotId lot) {
    return open.containsKey(lot) || closed.containsKey(lot);
  }

  /** The latest bid for {@code job}. */
  public Optional<OpenBid> findBid(JobId job) {
    return bids.stream().filter(bid -> bid.job().equals(job)).reduce((first, last) -> last);
  }

  /** The run with this id, while it is on. */
  public Optional<ActiveRun> findRun(RunId run) {
    return runs.values().stream().filter(active -> active.run().equals(run)).findFirst();
  }

  /** The run that this lot has on a machine now. */
  public Optional<ActiveRun> findRunOf(LotId lot) {
    return runs.values().stream().filter(active -> active.lot().equals(lot)).findFirst();
  }

  /** Whether this round of the job, or a later one, has been answered or awaits its answer. */
  public boolean heard(JobId job, int round) {
    var done = answered.get(job);
    return (done != null && done.round() >= round)
        || calls.stream().anyMatch(call -> call.job().equals(job) && call.round() >= round);
  }

  /** The memory after {@code fact}. It never refuses: the fact has happened. */
  public Memory after(Fact fact) {
    var draft = new MemoryDraft(this);
    switch (fact) {
      case Fact.Reached f -> draft.positions = with(positions, f.partition(), f.next());
      case Fact.CallTaken f -> draft.calls = appended(calls, f.call());
      case Fact.CallClosed f -> closeCall(draft, f.job(), f.round(), f.closesAt());
      case Fact.BidMade f -> {
        closeCall(draft, f.bid().job(), f.bid().round(), f.bid().closesAt());
        draft.bids = appended(bids, f.bid());
      }
      case Fact.BidTakenBack f ->
          draft.bids = bids.stream().filter(bid -> !bid.job().equals(f.job())).toList();
      case Fact.TendersForgotten f -> forget(draft, f.before());
      case Fact.LotTaken f -> draft.open = with(open, f.award().lot(), taken(f));
      case Fact.LotAccepted f -> change(draft, f.lot(), OpenLot.Stage.ACCEPTED);
      case Fact.LotMayGoOn f -> {
        var lot = open.get(f.lot());
        draft.open = lot == null ? open : with(open, f.lot(), lot.goingOn());
      }
      case Fact.LotWithdrawn f -> change(draft, f.lot(), OpenLot.Stage.WITHDRAWN);
      case Fact.LotClosed f -> closeLot(draft, f);
      case Fact.Waited f -> {
        var lot = open.get(f.lot());
        draft.open = lot == null ? open : with(open, f.lot(), lot.waitingFor(f.what()));
      }
      case Fact.Confirmed f ->
          draft.confirmations =
              with(
                  confirmations, f.machine(), new Confirmation(f.who(), f.what(), f.at(), f.lot()));
      case Fact.ConfirmationVoided f -> draft.confirmations = without(confirmations, f.machine());
      case Fact.RunBegun f -> begin(draft, f.run());
      case Fact.RunFinished f -> finish(draft, f);
      case Fact.MachineSafe f -> draft.unsafe = without(unsafe, f.machine());
      case Fact.Told f -> draft.outbox = outbox.with(workshop, epoch, f.at(), f.seen());
      case Fact.Delivered f -> draft.outbox = outbox.without(f.sequence());
      case Fact.Reconciled f -> draft.reconciled = Math.max(reconciled, f.generation());
    }
    return draft.done();
  }

  private static OpenLot taken(Fact.LotTaken f) {
    return new OpenLot(
        f.award(),
        f.machine(),
        f.program(),
        f.secondsPerPiece(),
        f.lines(),
        f.acceptance(),
        OpenLot.Stage.AWARDED,
        0,
        "",
        f.award().firstPiece());
  }

  private void closeCall(MemoryDraft draft, JobId job, int round, Instant closesAt) {
    draft.calls =
        calls.stream().filter(call -> !call.job().equals(job) || call.round() > round).toList();
    draft.answered = with(answered, job, new Answered(round, closesAt));
  }

  private void forget(MemoryDraft draft, Instant before) {
    draft.bids = bids.stream().filter(bid -> !bid.closesAt().isBefore(before)).toList();
    var kept = new LinkedHashMap<>(answered);
    kept.values().removeIf(done -> done.closesAt().isBefore(before));
    draft.answered = kept;
  }

  private void change(MemoryDraft draft, LotId id, OpenLot.Stage stage) {
    var lot = open.get(id);
    draft.open = lot == null ? open : with(open, id, lot.at(stage));
  }

  private void closeLot(MemoryDraft draft, Fact.LotClosed f) {
    var lot = open.get(f.lot());
    int pieces = lot == null ? 0 : lot.award().pieces();
    int made = lot == null ? 0 : lot.made();
    Instant readyBy = lot == null ? null : lot.award().readyBy();
    draft.open = without(open, f.lot());
    draft.closed =
        with(closed, f.lot(), new ClosedLot(f.lot(), f.outcome(), pieces, made, readyBy));
  }

  private void begin(MemoryDraft draft, ActiveRun run) {
    draft.runs = with(runs, run.machine(), run);
    draft.confirmations = without(confirmations, run.machine());
    draft.runsBegun = runsBegun + 1;
  }

  private void finish(MemoryDraft draft, Fact.RunFinished f) {
    var run = runs.get(f.machine());
    if (run == null || !run.run().equals(f.run())) {
      return;
    }
    draft.runs = without(runs, f.machine());
    draft.confirmations = without(confirmations, f.machine());
    var lot = open.get(run.lot());
    switch (f.ending()) {
      case MADE ->
          draft.open = lot == null ? open : with(open, run.lot(), lot.withMade(lot.made() + 1));
      case INTERRUPTED -> draft.unsafe = appended(unsafe, f.machine());
      case FAILED, CANCELLED -> {}
    }
  }

  private static <K, V> Map<K, V> with(Map<K, V> map, K key, V value) {
    var changed = new LinkedHashMap<>(map);
    changed.put(key, value);
    return changed;
  }

  private static <K, V> Map<K, V> without(Map<K, V> map, K key) {
    var changed = new LinkedHashMap<>(map);
    changed.remove(key);
    return changed;
  }

  private static <T> List<T> appended(List<T> list, T item) {
    return Stream.concat(list.stream(), Stream.of(item)).toList();
  }

  private static <T> Set<T> appended(Set<T> set, T item) {
    var changed = new LinkedHashSet<>(set);
    changed.add(item);
    return changed;
  }

  private static <T> Set<T> without(Set<T> set, T item) {
    var changed = new LinkedHashSet<>(set);
    changed.remove(item);
    return changed;
  }

  /** A memory while one fact changes it. */
  private static final class MemoryDraft {
    private final Memory before;
    private Outbox outbox;
    private Map<String, Long> positions;
    private List<Call> calls;
    private Map<JobId, Answered> answered;
    private List<OpenBid> bids;
    private Map<LotId, OpenLot> open;
    private Map<LotId, ClosedLot> closed;
    private Map<MachineId, Confirmation> confirmations;
    private Map<MachineId, ActiveRun> runs;
    private Set<MachineId> unsafe;
    private long runsBegun;
    private long reconciled;

    MemoryDraft(Memory before) {
      this.before = before;
      outbox = before.outbox;
      positions = before.positions;
      calls = before.calls;
      answered = before.answered;
      bids = before.bids;
      open = before.open;
      closed = before.closed;
      confirmations = before.confirmations;
      runs = before.runs;
      unsafe = before.unsafe;
      runsBegun = before.runsBegun;
      reconciled = before.reconciled;
    }

    Memory done() {
      return new Memory(
          before.workshop,
          before.epoch,
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
          reconciled);
    }
  }
}
