package org.vicinal.coordinator.job;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vicinal.coordinator.community.CommunityRules;
import org.vicinal.coordinator.order.Wish;
import org.vicinal.messages.id.JobId;
import org.vicinal.messages.id.OrderId;

/** Where a job is on its way; {@link JobDecider} has the drawing. */
public sealed interface JobState {
  /** All lots there ever were, oldest first: what ended stays, to know what is said about it. */
  List<Lot> lots();

  /** What is to be made, as long as something may still happen for it. */
  default Optional<Job> taskIfOpen() {
    return switch (this) {
      case NotOpened _, Ended _ -> Optional.empty();
      case Tendering it -> Optional.of(it.task());
      case Offered it -> Optional.of(it.task());
      case Making it -> Optional.of(it.task());
      case Finishing it -> Optional.of(it.task());
    };
  }

  /** What is to be made, and by which rules. */
  record Job(JobId id, OrderId order, Wish wish, CommunityRules rules) {}

  /**
   * Not opened, or not known any more after a restore.
   *
   * @param lots those that workshops spoke of all the same
   */
  record NotOpened(List<Lot> lots) implements JobState {
    public NotOpened {
      lots = List.copyOf(lots);
    }
  }

  /** A ring is being asked for the missing pieces; other pieces may be in lots already. */
  record Tendering(Job task, Search search, Tender tender, List<Lot> lots) implements JobState {
    public Tendering {
      lots = List.copyOf(lots);
    }

    Tendering with(Tender other) {
      return new Tendering(task, search, other, lots);
    }

    Tendering with(Search other) {
      return new Tendering(task, other, tender, lots);
    }
  }

  /**
   * Bids lie before the customer; other pieces may be in lots already.
   *
   * @param last whether nobody is left to be asked
   */
  record Offered(
      Job task, Search search, List<Bid> bids, Instant until, boolean last, List<Lot> lots)
      implements JobState {
    public Offered {
      bids = List.copyOf(bids);
      lots = List.copyOf(lots);
    }
  }

  /**
   * No ring is being asked: every piece is made or in a lot. (Between two events of one decision
   * pieces may be missing.)
   *
   * @param standby bids of the last round that were not needed, best first
   */
  record Making(Job task, Search search, List<Bid> standby, List<Lot> lots) implements JobState {
    public Making {
      standby = List.copyOf(standby);
      lots = List.copyOf(lots);
    }
  }

  /**
   * Nobody more is asked; the lots that are out are waited for.
   *
   * @param search how far it had come; null in states from before it was kept
   */
  record Finishing(Job task, String reason, String help, List<Lot> lots, @Nullable Search search)
      implements JobState {
    public Finishing {
      lots = List.copyOf(lots);
    }
  }

  /**
   * Nothing more is waited for; what is said about its lots is still recorded.
   *
   * @param search how far it had come; null in states from before it was kept
   */
  record Ended(Job task, Outcome outcome, List<Lot> lots, @Nullable Search search)
      implements JobState {
    public Ended {
      lots = List.copyOf(lots);
    }
  }

  /** How far the search for workshops has come. */
  default Search searched() {
    var known =
        switch (this) {
          case NotOpened _ -> null;
          case Tendering it -> it.search();
          case Offered it -> it.search();
          case Making it -> it.search();
          case Finishing it -> it.search();
          case Ended it -> it.search();
        };
    return known == null ? Search.NOT_BEGUN : known;
  }

  /** How a job ended. */
  enum Outcome {
    MADE,
    UNMADE,
    WITHDRAWN
  }
}
