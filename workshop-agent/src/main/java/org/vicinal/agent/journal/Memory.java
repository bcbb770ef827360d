package org.vicinal.agent.journal;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
 * @param answers the latest calls that were answered, oldest first, with what was said; at most
 *     {@value MemoryDraft#MOST_ANSWERS}
 * @param shelf lots of which pieces are made and still here, or not paid
 * @param notices what the coordinator has told about lots, oldest first; at most {@value
 *     MemoryDraft#MOST_NOTICES}
 * @param experience how long each machine really takes
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
    long reconciled,
    List<AnsweredCall> answers,
    Map<LotId, MadeLot> shelf,
    List<Noticed> notices,
    Map<MachineId, Experience> experience) {

  @SuppressWarnings("NullAway") // journals of older agents have neither of these
  public Memory {
    answers = answers == null ? List.of() : List.copyOf(answers);
    shelf = shelf == null ? Map.of() : shelf;
    notices = notices == null ? List.of() : List.copyOf(notices);
    experience = experience == null ? Map.of() : experience;
  }

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
        0,
        List.of(),
        Map.of(),
        List.of(),
        Map.of());
  }

  /** Whether anything was ever heard of this lot. */
  public boolean knows(LotId lot) {
    return open.containsKey(lot) || closed.containsKey(lot);
  }

  /** The latest bid for {@code job}. */
  public Optional<OpenBid> findBid(JobId job) {
    return bids.stream().filter(bid -> bid.job().equals(job)).reduce((first, last) -> last);
  }

  /** The bids of which pieces may still be awarded: the latest of each job. */
  public List<OpenBid> outstanding() {
    return bids.stream()
        .filter(bid -> bid.left() > 0 && findBid(bid.job()).orElse(bid).equals(bid))
        .toList();
  }

  /** The latest call of {@code job} that awaits its answer or had one. */
  public Optional<Call> findCall(JobId job) {
    return calls.stream()
        .filter(call -> call.job().equals(job))
        .reduce((first, last) -> last)
        .or(() -> findAnswer(job).map(AnsweredCall::call));
  }

  /** What was said to the latest call of {@code job}. */
  public Optional<AnsweredCall> findAnswer(JobId job) {
    return answers.stream()
        .filter(answer -> answer.call().job().equals(job))
        .reduce((first, last) -> last);
  }

  /** The run with this id, while it is on. */
  public Optional<ActiveRun> findRun(RunId run) {
    return runs.values().stream().filter(active -> active.run().equals(run)).findFirst();
  }

  /** How long a machine really takes, as far as it is known. */
  public Experience experienceOf(MachineId machine) {
    return experience.getOrDefault(machine, Experience.NONE);
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
      case Fact.CallClosed f ->
          closeCall(draft, f.job(), f.round(), f.closesAt(), AnsweredCall.Kind.of(f), f.reason());
      case Fact.BidMade f -> {
        closeCall(
            draft,
            f.bid().job(),
            f.bid().round(),
            f.bid().closesAt(),
            AnsweredCall.Kind.BID,
            f.words());
        draft.bids = appended(bidsBut(f.bid().job(), f.bid().round()), f.bid());
      }
      case Fact.BidTakenBack f -> {
        draft.bids = bidsBut(f.job(), f.round());
        draft.answer(
            f.job(), f.round(), AnsweredCall.Kind.WITHDRAWN, f.reason() == null ? "" : f.reason());
      }
      case Fact.TendersForgotten f -> forget(draft, f.before());
      case Fact.LotTaken f -> {
        draft.open = with(open, f.award().lot(), OpenLot.taken(f));
        draft.bids = bidsTaken(f.award().job(), f.award().pieces());
      }
      case Fact.LotAccepted f -> change(draft, f.lot(), lot -> lot.at(OpenLot.Stage.ACCEPTED));
      case Fact.LotWithdrawn f -> change(draft, f.lot(), lot -> lot.at(OpenLot.Stage.WITHDRAWN));
      case Fact.LotClosed f -> closeLot(draft, f);
      case Fact.Waited f -> change(draft, f.lot(), lot -> lot.waitingFor(f.what()));
      case Fact.LotDelayed f -> change(draft, f.lot(), lot -> lot.delayedTo(f.readyBy()));
      case Fact.LotMayGoOn f -> change(draft, f.lot(), OpenLot::goingOn);
      case Fact.PiecesMade f -> change(draft, f.lot(), lot -> lot.withMade(f.made()));
      case Fact.LotNoticed f -> {
        draft.notice(new Noticed(f.at(), f.lot(), f.id(), f.words()));
        draft.shelve(f.lot(), lot -> f.undone() ? lot.undone() : lot);
      }
      case Fact.ShelfMoved f -> draft.shelve(f.lot(), lot -> lot.at(f.stage()));
      case Fact.LotPaid f -> draft.shelve(f.lot(), MadeLot::settled);
      case Fact.PersonSaid _ -> {} // for people who read the journal
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

  private void closeCall(
      MemoryDraft draft,
      JobId job,
      int round,
      Instant closesAt,
      AnsweredCall.Kind kind,
      @Nullable String words) {
    draft.answer(job, round, kind, words == null ? "" : words);
    draft.calls =
        calls.stream().filter(call -> !call.job().equals(job) || call.round() > round).toList();
    draft.answered = with(answered, job, new Answered(round, closesAt));
  }

  private List<OpenBid> bidsBut(JobId job, int round) {
    return bids.stream().filter(bid -> !bid.job().equals(job) || bid.round() != round).toList();
  }

  private List<OpenBid> bidsTaken(JobId job, int pieces) {
    var latest = findBid(job).orElse(null);
    return bids.stream()
        .map(bid -> bid.equals(latest) ? bid.withTaken(Math.min(pieces, bid.left())) : bid)
        .toList();
  }

  private void forget(MemoryDraft draft, Instant before) {
    draft.answers =
        answers.stream().filter(answer -> !answer.call().closesAt().isBefore(before)).toList();
    draft.bids = bids.stream().filter(bid -> !bid.closesAt().isBefore(before)).toList();
    var kept = new LinkedHashMap<>(answered);
    kept.values().removeIf(done -> done.closesAt().isBefore(before));
    draft.answered = kept;
  }

  private void change(MemoryDraft draft, LotId id, UnaryOperator<OpenLot> how) {
    var lot = open.get(id);
    draft.open = lot == null ? open : with(open, id, how.apply(lot));
  }

  private void closeLot(MemoryDraft draft, Fact.LotClosed f) {
    var lot = open.get(f.lot());
    if (f.outcome() == ClosedLot.Outcome.DECLINED) {
      draft.bids = bidsTaken(f.lot().job(), Integer.MAX_VALUE);
    }
    int pieces = lot == null ? 0 : lot.award().pieces();
    int made = lot == null ? 0 : lot.made();
    Instant readyBy = lot == null ? null : lot.readyBy();
    draft.open = without(open, f.lot());
    boolean kept =
        f.outcome() == ClosedLot.Outcome.MADE || f.outcome() == ClosedLot.Outcome.RETURNED;
    if (lot != null && kept && made > 0 && !OwnWork.is(f.lot())) {
      draft.shelf = with(shelf, f.lot(), MadeLot.of(lot.award(), made));
    }
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
      case MADE -> {
        draft.open = lot == null ? open : with(open, run.lot(), lot.withMade(lot.made() + 1));
        if (f.at() != null && f.plannedSeconds() != null) {
          double real = Duration.between(run.at(), f.at()).toMillis() / 1e3;
          var learned = experienceOf(f.machine()).after(f.plannedSeconds(), real);
          draft.experience = with(experience, f.machine(), learned);
        }
      }
      case INTERRUPTED -> draft.unsafe = appended(unsafe, f.machine());
      case FAILED, CANCELLED -> {}
    }
  }

  static <K, V> Map<K, V> with(Map<K, V> map, K key, V value) {
    var changed = new LinkedHashMap<>(map);
    changed.put(key, value);
    return changed;
  }

  static <K, V> Map<K, V> without(Map<K, V> map, K key) {
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
}
