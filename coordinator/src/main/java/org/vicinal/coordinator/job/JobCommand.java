package org.vicinal.coordinator.job;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vicinal.coordinator.community.CommunityRules;
import org.vicinal.coordinator.deal.DealEvent.Again;
import org.vicinal.coordinator.decide.Command;
import org.vicinal.coordinator.decide.EntityKey;
import org.vicinal.coordinator.decide.Noun;
import org.vicinal.coordinator.decide.Wake;
import org.vicinal.coordinator.order.Wish;
import org.vicinal.messages.id.Digest;
import org.vicinal.messages.id.JobId;
import org.vicinal.messages.id.LotId;
import org.vicinal.messages.id.MachineId;
import org.vicinal.messages.id.OrderId;
import org.vicinal.messages.id.RunId;
import org.vicinal.messages.net.Offering;
import org.vicinal.messages.net.Seen;
import org.vicinal.messages.work.Price;

/** What may be asked of a job. Those with a {@link Source} come from a workshop's report. */
public sealed interface JobCommand extends Command {
  /** The job it is about. */
  JobId job();

  @Override
  default EntityKey target() {
    return new EntityKey(Noun.JOB, job().value());
  }

  /** Find workshops for this. */
  record OpenJob(JobId job, OrderId order, Wish wish, CommunityRules rules) implements JobCommand {}

  /** A promise to make {@code pieces} of it; the fields are those of {@link Seen.Bid}. */
  record PlaceBid(
      Source from,
      JobId job,
      int round,
      MachineId machine,
      int pieces,
      double secondsPerPiece,
      Instant readyBy,
      Price price,
      @Nullable Offering offering)
      implements JobCommand {
    /** A bid for what was asked. */
    public PlaceBid(
        Source from,
        JobId job,
        int round,
        MachineId machine,
        int pieces,
        double secondsPerPiece,
        Instant readyBy,
        Price price) {
      this(from, job, round, machine, pieces, secondsPerPiece, readyBy, price, null);
    }
  }

  /** No; or, after a bid and before an award: not any more. */
  record RefuseCall(Source from, JobId job, int round, String reason) implements JobCommand {}

  /** The award is taken. */
  record AcceptLot(Source from, LotId lot) implements AboutLot {}

  /** The award is not taken after all. */
  record DeclineLot(Source from, LotId lot, String reason) implements AboutLot {}

  /** A machine is about to begin a piece. */
  record NoteRunStarted(
      Source from, LotId lot, RunId run, MachineId machine, Digest program, int piece)
      implements AboutLot {}

  /** A run is over, this way or that. */
  record NoteRunEnded(
      Source from,
      LotId lot,
      RunId run,
      MachineId machine,
      Seen.Ending ending,
      long line,
      String reason)
      implements AboutLot {}

  /** All pieces of the lot are made. */
  record NoteLotMade(Source from, LotId lot, int pieces) implements AboutLot {}

  /** It will be late. */
  record DelayLot(Source from, LotId lot, Instant readyBy, String reason) implements AboutLot {}

  /** The workshop gives the rest back. */
  record NoteLotReturned(Source from, LotId lot, int piecesMade, String reason)
      implements AboutLot {}

  /** What a workshop's journal says of a lot, after the coordinator was restored. */
  record ReconcileLot(
      Source from,
      LotId lot,
      long generation,
      Seen.Standing standing,
      int pieces,
      int piecesMade,
      @Nullable Instant readyBy)
      implements AboutLot {}

  /** A person takes a late lot from its workshop: the customer, or a steward. */
  record TakeBackLot(LotId lot, String reason) implements JobCommand {
    @Override
    public JobId job() {
      return lot.job();
    }
  }

  /**
   * The customer, or a steward for them, takes these bids.
   *
   * @param picks none when no bid pleases: then the search goes on
   */
  record ChooseBids(JobId job, List<Pick> picks) implements JobCommand {
    public ChooseBids {
      picks = List.copyOf(picks);
    }
  }

  /**
   * Pieces of a lot were not good, or never became ready: their deal says so.
   *
   * @param left pieces of the lot that still count
   * @param same whether the same workshop makes them again; else they are called for anew
   */
  record RemakeLot(LotId lot, int left, Again again, boolean same, String why)
      implements JobCommand {
    @Override
    public JobId job() {
      return lot.job();
    }
  }

  /** Nobody wants it any more. */
  record WithdrawJob(JobId job, String reason) implements JobCommand {}

  /** Its time has come. */
  record WakeJob(JobId job) implements JobCommand, Wake {}

  /** Said by a workshop about one lot. */
  sealed interface AboutLot extends JobCommand {
    /** Who says so. */
    Source from();

    /** About which lot. */
    LotId lot();

    @Override
    default JobId job() {
      return lot().job();
    }
  }
}
