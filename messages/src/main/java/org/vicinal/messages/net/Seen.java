package org.vicinal.messages.net;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vicinal.messages.capacity.Capacity;
import org.vicinal.messages.fit.MachineProfile;
import org.vicinal.messages.id.Digest;
import org.vicinal.messages.id.JobId;
import org.vicinal.messages.id.LotId;
import org.vicinal.messages.id.MachineId;
import org.vicinal.messages.id.RunId;
import org.vicinal.messages.work.Handing;
import org.vicinal.messages.work.Measured;
import org.vicinal.messages.work.Price;

/** What a report is about: nouns for what was seen, never a wish. */
public sealed interface Seen {
  /**
   * The workshop is here, with these machines; said at each start, and when its machines or their
   * plans have changed.
   *
   * @param capacity its hours, queues and rates; null when it publishes none
   */
  record Presence(String version, List<MachineProfile> machines, @Nullable Capacity capacity)
      implements Seen {
    public Presence {
      machines = List.copyOf(machines);
    }

    /** Of a workshop that publishes neither hours nor queues nor rates. */
    public Presence(String version, List<MachineProfile> machines) {
      this(version, machines, null);
    }
  }

  /**
   * A real promise: the files are here, the program passed the checks of {@code machine}.
   *
   * @param pieces how many of the pieces asked for, from 1
   * @param secondsPerPiece planned machine time
   * @param readyBy when all of them will be made
   * @param offering null when it is what was asked, to be picked up
   */
  record Bid(
      JobId job,
      int round,
      MachineId machine,
      int pieces,
      double secondsPerPiece,
      Instant readyBy,
      Price price,
      @Nullable Offering offering)
      implements Seen {
    /** A bid for what was asked, to be picked up. */
    public Bid(
        JobId job,
        int round,
        MachineId machine,
        int pieces,
        double secondsPerPiece,
        Instant readyBy,
        Price price) {
      this(job, round, machine, pieces, secondsPerPiece, readyBy, price, null);
    }
  }

  /** No, and why. A workshop may always say no; after a bid and before its award: not any more. */
  record Refusal(JobId job, int round, String reason) implements Seen {}

  /** The award is taken; counts when the broker appends it before {@code acceptBy}. */
  record Acceptance(LotId lot) implements Seen {}

  /** The award is not taken after all. */
  record Decline(LotId lot, String reason) implements Seen {}

  /** The lot waits for a person at the machine: bed to be cleared, stock to be mounted. */
  record Waiting(LotId lot, MachineId machine, String what) implements Seen {}

  /** The journal holds the run; its first byte is about to go out. */
  record RunStarted(LotId lot, RunId run, MachineId machine, Digest program, int piece)
      implements Seen {}

  /** How far a run is: a signal to those who watch, at most one per 5 s and run; never an event. */
  record Progress(
      LotId lot, RunId run, MachineId machine, long line, long lines, double secondsLeft)
      implements Seen {}

  /**
   * A run is over.
   *
   * @param line the last line the machine acknowledged, from 1; 0 when none
   */
  record RunEnded(LotId lot, RunId run, MachineId machine, Ending ending, long line, String reason)
      implements Seen {}

  /** All pieces of the lot are made. */
  record LotMade(LotId lot, int pieces) implements Seen {}

  /** The lot will be late: said early, so that others can plan. */
  record LotDelayed(LotId lot, Instant readyBy, String reason) implements Seen {}

  /** The workshop gives the rest of the lot back. */
  record LotReturned(LotId lot, int piecesMade, String reason) implements Seen {}

  /**
   * A lot of the journal, told because a restored coordinator asked.
   *
   * @param pieces that the lot was awarded with
   * @param piecesMade so far
   */
  record LotKnown(
      LotId lot,
      long generation,
      Standing standing,
      int pieces,
      int piecesMade,
      @Nullable Instant readyBy)
      implements Seen {}

  /**
   * The pieces passed the gate: somebody looked at every one and measured what is critical.
   *
   * @param pieces how many are good
   * @param measured the worst of them, one for every critical dimension; none when there is none
   */
  record PiecesChecked(LotId lot, int pieces, List<Measured> measured) implements Seen {
    public PiecesChecked {
      measured = List.copyOf(measured);
    }
  }

  /** The pieces can be fetched, or are about to be sent. */
  record PiecesReady(LotId lot) implements Seen {}

  /**
   * The pieces have left the workshop.
   *
   * @param mark the pickup code that was said at the counter, the carrier's number, or which shelf;
   *     empty when there is none
   */
  record PiecesHandedOver(LotId lot, Handing by, String mark) implements Seen {}

  /** What was agreed has come: money, hours or thanks. */
  record PaymentReceived(LotId lot) implements Seen {}

  /** How a run ended. */
  enum Ending {
    /** The machine made the piece. */
    MADE,
    /** The machine or its firmware gave up. */
    FAILED,
    /** A person, or a withdrawal, stopped it. */
    CANCELLED,
    /**
     * The agent, the cable or the machine went away in the middle: nobody knows how the piece is.
     */
    INTERRUPTED
  }

  /** Where a lot stands in the workshop's journal. */
  enum Standing {
    ACCEPTED,
    RUNNING,
    MADE,
    RETURNED
  }
}
