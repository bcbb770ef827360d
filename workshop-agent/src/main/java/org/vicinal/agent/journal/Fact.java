package org.vicinal.agent.journal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.vicinal.messages.id.JobId;
import org.vicinal.messages.id.LotId;
import org.vicinal.messages.id.MachineId;
import org.vicinal.messages.id.RunId;
import org.vicinal.messages.net.Call;
import org.vicinal.messages.net.Instruction;
import org.vicinal.messages.net.Seen;
import org.vicinal.messages.work.FileRef;

/** Something that happened and is written down; old facts stay readable for ever. */
public sealed interface Fact {

  /** Everything in this partition before {@code next} has been taken in. */
  record Reached(String partition, long next) implements Fact {}

  /** A call that this workshop may be able to answer; it owes an answer now. */
  record CallTaken(Call call) implements Fact {}

  /** A call needs no answer any more: refused for {@code reason}, or over. */
  record CallClosed(JobId job, int round, Instant closesAt, @Nullable String reason)
      implements Fact {}

  /** A bid was made, which also closes its call; it takes the place of an earlier one. */
  record BidMade(OpenBid bid, @Nullable String words) implements Fact {}

  /** A person took the bid back before it was awarded. */
  record BidTakenBack(JobId job, int round, @Nullable String reason) implements Fact {}

  /** Bids and answered calls that closed before this are forgotten. */
  record TendersForgotten(Instant before) implements Fact {}

  /**
   * An award is taken; it may be started when the broker has acknowledged the acceptance in time.
   */
  record LotTaken(
      Instruction.Award award,
      MachineId machine,
      FileRef program,
      double secondsPerPiece,
      long lines,
      long acceptance)
      implements Fact {}

  /** The broker had the acceptance in time: the lot is this workshop's. */
  record LotAccepted(LotId lot) implements Fact {}

  /** The lot will be ready later than promised. */
  record LotDelayed(LotId lot, Instant readyBy) implements Fact {}

  /** So many pieces of the lot are made, as a person says. */
  record PiecesMade(LotId lot, int made) implements Fact {}

  /** Made pieces are a step further on their way to the customer. */
  record ShelfMoved(LotId lot, MadeLot.Stage stage) implements Fact {}

  /** What was agreed for the lot has come. */
  record LotPaid(LotId lot) implements Fact {}

  /** A person of the workshop said something; the other facts of the page say what follows. */
  record PersonSaid(Instant at, String who, String what) implements Fact {}

  /** The customer accepted its first piece: the others may be made. */
  record LotMayGoOn(LotId lot) implements Fact {}

  /**
   * The coordinator has told something about a lot.
   *
   * @param id the same when it comes twice
   * @param undone whether what was said last about its pieces does not count
   */
  record LotNoticed(Instant at, LotId lot, String id, boolean undone, String words)
      implements Fact {}

  /** The lot is no longer ours, but a run of it is on and may end. */
  record LotWithdrawn(LotId lot, String reason) implements Fact {}

  /** Nothing more happens to this lot here; its id is never taken again. */
  record LotClosed(LotId lot, ClosedLot.Outcome outcome) implements Fact {}

  /** What the lot waits for has been told. */
  record Waited(LotId lot, String what) implements Fact {}

  /** A person said that the machine may be used; {@code lot} is what lay before it then. */
  record Confirmed(MachineId machine, String who, String what, Instant at, @Nullable LotId lot)
      implements Fact {}

  /** The machine did not take the confirmation. */
  record ConfirmationVoided(MachineId machine) implements Fact {}

  /** The first byte of this run may go out. */
  record RunBegun(ActiveRun run) implements Fact {}

  /**
   * The run is over, whatever became of it.
   *
   * @param at when; null in older journals
   * @param plannedSeconds by the program alone, without what this machine has taught; null where
   *     nobody knows any more
   */
  record RunFinished(
      MachineId machine,
      RunId run,
      Seen.Ending ending,
      long line,
      String reason,
      @Nullable Instant at,
      @Nullable Double plannedSeconds)
      implements Fact {}

  /** A machine that was at work when the agent died has come to rest since. */
  record MachineSafe(MachineId machine) implements Fact {}

  /** A report is owed to the coordinator; its sequence number is the next one. */
  record Told(Instant at, Seen seen) implements Fact {}

  /** The broker has this report. */
  record Delivered(long sequence) implements Fact {}

  /** The lots were told to a coordinator of this generation. */
  record Reconciled(long generation) implements Fact {}
}
