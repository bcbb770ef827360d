package org.vicinal.coordinator.job;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vicinal.coordinator.community.CommunityRules;
import org.vicinal.coordinator.deal.Footing;
import org.vicinal.coordinator.decide.Event;
import org.vicinal.coordinator.order.Choosing;
import org.vicinal.coordinator.order.Wish;
import org.vicinal.messages.id.Digest;
import org.vicinal.messages.id.JobId;
import org.vicinal.messages.id.LotId;
import org.vicinal.messages.id.MachineId;
import org.vicinal.messages.id.OrderId;
import org.vicinal.messages.id.RunId;
import org.vicinal.messages.id.WorkshopId;
import org.vicinal.messages.net.Conditions;
import org.vicinal.messages.net.Offering;
import org.vicinal.messages.net.Seen;
import org.vicinal.messages.place.Place;
import org.vicinal.messages.place.Ring;
import org.vicinal.messages.work.FileRef;
import org.vicinal.messages.work.Price;
import org.vicinal.messages.work.Requirement;

/**
 * What has happened to a job.
 *
 * <p>Distances are in metres from the customer's coarse place. An {@code attempt} begins at the
 * innermost ring and counts from 1; a {@code round} is one call to one ring and counts over all
 * attempts.
 */
public sealed interface JobEvent extends Event {
  /** Workshops are looked for. */
  record JobOpened(JobId job, OrderId order, Wish wish, CommunityRules rules) implements JobEvent {}

  /**
   * A ring in which nobody is asked.
   *
   * @param why such as "2 workshops are there, none can make it"
   * @param nearMisses the best of those who cannot
   */
  record RingSkipped(JobId job, int attempt, Ring ring, String why, List<NearMiss> nearMisses)
      implements JobEvent {
    public RingSkipped {
      nearMisses = List.copyOf(nearMisses);
    }
  }

  /**
   * A call goes out to a ring, with everything that a call says.
   *
   * @param why this ring is asked
   * @param called nearest first
   * @param nearMisses the best of those in the ring who cannot make it
   * @param pieces how many are missing now
   * @param place of the customer, coarse
   * @param conditions null for orders from before there was a choice
   */
  record RingCalled(
      JobId job,
      int attempt,
      int round,
      Ring ring,
      String why,
      List<Called> called,
      List<NearMiss> nearMisses,
      String title,
      Requirement requirement,
      List<FileRef> files,
      int pieces,
      Instant wanted,
      Instant closesAt,
      Place place,
      @Nullable Conditions conditions)
      implements JobEvent {
    public RingCalled {
      called = List.copyOf(called);
      nearMisses = List.copyOf(nearMisses);
      files = List.copyOf(files);
    }
  }

  /**
   * A workshop promises; a second bid of the same round takes the place of the first.
   *
   * @param inTime whether it is ready by the day that is wanted
   * @param offering null when it is what was asked
   * @param differs how it differs from the wish; empty when it keeps to it
   */
  record BidPlaced(
      Source from,
      JobId job,
      int round,
      double metres,
      MachineId machine,
      int pieces,
      double secondsPerPiece,
      Instant readyBy,
      Price price,
      boolean inTime,
      @Nullable Offering offering,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> differs)
      implements JobEvent {
    public BidPlaced(
        Source from,
        JobId job,
        int round,
        double metres,
        MachineId machine,
        int pieces,
        double secondsPerPiece,
        Instant readyBy,
        Price price,
        boolean inTime,
        @Nullable Offering offering,
        @Nullable List<String> differs) {
      this.from = from;
      this.job = job;
      this.round = round;
      this.metres = metres;
      this.machine = machine;
      this.pieces = pieces;
      this.secondsPerPiece = secondsPerPiece;
      this.readyBy = readyBy;
      this.price = price;
      this.inTime = inTime;
      this.offering = offering;
      this.differs = differs == null ? List.of() : List.copyOf(differs);
    }
  }

  /** A workshop says no. */
  record CallRefused(Source from, JobId job, int round, String reason) implements JobEvent {}

  /** No more bids for this round. */
  record TenderClosed(JobId job, int round, String why) implements JobEvent {}

  /**
   * A rule has chosen, and can be asked why.
   *
   * @param summary what was to be decided, and how it came out
   * @param table every bid that was looked at, best first
   */
  record BidsWeighed(
      JobId job, int round, Choosing.Rule rule, List<String> summary, List<Weighed> table)
      implements JobEvent {
    public BidsWeighed {
      summary = List.copyOf(summary);
      table = List.copyOf(table);
    }
  }

  /**
   * Bids lie before the customer, who may choose.
   *
   * @param then what happens when nobody has chosen until {@code until}
   * @param last whether nobody is left to be asked
   */
  record BidsOffered(JobId job, int round, List<Bid> bids, Instant until, String then, boolean last)
      implements JobEvent {
    public BidsOffered {
      bids = List.copyOf(bids);
    }
  }

  /**
   * The customer has chosen.
   *
   * @param picks none when no bid pleases
   */
  record BidsChosen(JobId job, List<Pick> picks) implements JobEvent {
    public BidsChosen {
      picks = List.copyOf(picks);
    }
  }

  /** The bids do not lie before the customer any more, and nothing was chosen. */
  record OfferEnded(JobId job, String why) implements JobEvent {}

  /**
   * A lot is offered to the workshop that bid for it.
   *
   * @param why it, of all that bid
   * @param acceptBy it lapses then
   * @param readyBy as the bid promised
   * @param secondsPerPiece of machine time, as bid; null in older events
   * @param firstPiece whether the customer accepts one piece before the others are made; absent
   *     when not
   * @param footing what the deal about it rests on; null in awards from before there were deals
   */
  record LotAwarded(
      LotId lot,
      WorkshopId workshop,
      double metres,
      MachineId machine,
      String title,
      Requirement requirement,
      List<FileRef> files,
      int pieces,
      Price price,
      Instant acceptBy,
      Instant readyBy,
      String why,
      @Nullable Double secondsPerPiece,
      @JsonInclude(JsonInclude.Include.NON_DEFAULT) @JsonSetter(nulls = Nulls.AS_EMPTY)
          boolean firstPiece,
      @Nullable Footing footing)
      implements JobEvent {
    public LotAwarded {
      files = List.copyOf(files);
    }
  }

  /** The workshop took it. */
  record LotAccepted(Source from, LotId lot) implements JobEvent {}

  /** The workshop did not take it. */
  record LotDeclined(Source from, LotId lot, String reason) implements JobEvent {}

  /** The workshop did not answer in time. */
  record LotLapsed(LotId lot, WorkshopId workshop, Instant acceptBy) implements JobEvent {}

  /** A machine is about to begin a piece of the lot. */
  record RunStarted(Source from, LotId lot, RunId run, MachineId machine, Digest program, int piece)
      implements JobEvent {}

  /** A run of the lot is over. */
  record RunEnded(
      Source from,
      LotId lot,
      RunId run,
      MachineId machine,
      Seen.Ending ending,
      long line,
      String reason)
      implements JobEvent {}

  /** The lot is made. */
  record LotMade(Source from, LotId lot, int pieces) implements JobEvent {}

  /** The workshop says that it will be late, before it is. */
  record LotDelayed(Source from, LotId lot, Instant readyBy, String reason) implements JobEvent {}

  /** The workshop gave the rest of the lot back. */
  record LotReturned(Source from, LotId lot, int piecesMade, int piecesMissing, String reason)
      implements JobEvent {}

  /** A run of the lot broke off; the rest of the lot is taken back. */
  record LotInterrupted(Source from, LotId lot, int piecesMade, int piecesMissing, String reason)
      implements JobEvent {}

  /**
   * The promise has passed. A person may decide; nothing else changes.
   *
   * @param takenBackAt when it is taken back if nobody says anything until then
   */
  record LotLate(LotId lot, WorkshopId workshop, Instant readyBy, Instant takenBackAt)
      implements JobEvent {}

  /**
   * The lot is no longer the workshop's.
   *
   * @param piecesMade those of it that were made before, and are owed; absent when none
   */
  record LotWithdrawn(
      LotId lot,
      WorkshopId workshop,
      String reason,
      @JsonInclude(JsonInclude.Include.NON_DEFAULT) @JsonSetter(nulls = Nulls.AS_EMPTY)
          int piecesMade)
      implements JobEvent {}

  /**
   * Pieces of the lot were made and are not good, or never became ready: they are missing again.
   *
   * @param left pieces of it that still count
   */
  record LotRefused(LotId lot, WorkshopId workshop, int left, String why) implements JobEvent {}

  /** Pieces that nobody waits for were made all the same. */
  record SurplusMade(Source from, LotId lot, int pieces, String why) implements JobEvent {}

  /**
   * What a workshop's journal says of a lot holds, after a restore: a lot that the job did not know
   * is its own again, or more of its pieces are made than the job knew.
   */
  record LotReconciled(
      Source from, LotId lot, Seen.Standing standing, int pieces, int piecesMade, Instant readyBy)
      implements JobEvent {}

  /**
   * A workshop spoke of a lot that is not, or no longer, its own: recorded, never applied. It is
   * told so.
   *
   * @param pieces of the lot, as far as anybody knows
   * @param said such as "a run has started"
   */
  record ClaimRefused(Source from, LotId lot, int pieces, String said, String why)
      implements JobEvent {}

  /** Nobody more is asked, but some pieces are being made. */
  record SearchEnded(JobId job, int missing, String reason, String help) implements JobEvent {}

  /** All pieces are made. */
  record JobMade(JobId job, OrderId order, int pieces) implements JobEvent {}

  /**
   * It could not be made, or not all of it.
   *
   * @param help what would help, in a sentence; may be empty
   */
  record JobUnmade(JobId job, OrderId order, int made, int pieces, String reason, String help)
      implements JobEvent {}

  /**
   * Nobody wants it any more.
   *
   * @param made lots of which pieces were made before; absent when none
   */
  record JobWithdrawn(
      JobId job,
      OrderId order,
      String reason,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<LotId> made)
      implements JobEvent {
    public JobWithdrawn(JobId job, OrderId order, String reason, @Nullable List<LotId> made) {
      this.job = job;
      this.order = order;
      this.reason = reason;
      this.made = made == null ? List.of() : List.copyOf(made);
    }
  }
}
