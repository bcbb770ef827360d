package org.vicinal.coordinator.deal;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vicinal.coordinator.decide.Event;
import org.vicinal.messages.id.Digest;
import org.vicinal.messages.id.LotId;
import org.vicinal.messages.id.PersonId;
import org.vicinal.messages.id.WorkshopId;
import org.vicinal.messages.work.Handing;
import org.vicinal.messages.work.Keeping;
import org.vicinal.messages.work.Measured;
import org.vicinal.messages.work.Price;

/** What has happened to a deal. */
public sealed interface DealEvent extends Event {
  /** The lot it is about. */
  LotId lot();

  /** A lot was awarded on these terms. */
  record DealOpened(Deal deal) implements DealEvent {
    @Override
    public LotId lot() {
      return deal.lot();
    }
  }

  /** Both have agreed. */
  record DealTaken(LotId lot) implements DealEvent {}

  /** The first piece lies before the customer; silence until then accepts it. */
  record FirstPieceShown(LotId lot, Instant until) implements DealEvent {}

  /** The others may be made. */
  record FirstPieceAccepted(LotId lot, WorkshopId workshop, boolean bySilence)
      implements DealEvent {}

  /**
   * The first piece was not good: it is made again.
   *
   * @param again the terms of the lot that takes its place
   */
  record FirstPieceRefused(LotId lot, String sealed, Again again) implements DealEvent {}

  /**
   * What the workshop is asked to make again.
   *
   * @param deal the terms of the first try
   * @param pieces how many
   * @param price for them
   */
  record Again(Deal deal, int pieces, Price price, Instant readyBy) {}

  /**
   * These pieces are made; the deal is about them now.
   *
   * @param why there are fewer than were agreed; empty when there are not
   * @param until when they should be ready
   */
  record PiecesMade(LotId lot, int pieces, String why, Instant until) implements DealEvent {}

  /** Nothing was made of it, and nothing is owed. */
  record DealDropped(LotId lot, String why) implements DealEvent {}

  /**
   * Somebody looked at the pieces and measured what is critical.
   *
   * @param pieces how many are good
   * @param lost those that are not, which are called for again; null when all are good
   */
  record GatePassed(
      LotId lot, int pieces, List<Measured> measured, @Nullable Again lost, @Nullable Heard from)
      implements DealEvent {
    public GatePassed {
      measured = List.copyOf(measured);
    }
  }

  /** The check found something. */
  record GateMissed(LotId lot, String what, @Nullable Heard from) implements DealEvent {}

  /** The pieces are made and not ready yet: the workshop is reminded. */
  record GateReminded(LotId lot, Instant until) implements DealEvent {}

  /** The pieces never became ready: they are called for elsewhere, and nothing is owed. */
  record PiecesNeverReady(LotId lot, int pieces, Again lost) implements DealEvent {}

  /** The pieces can be fetched. */
  record PiecesReadied(LotId lot, Instant keptUntil) implements DealEvent {}

  /** Nobody has come yet. */
  record PickupReminded(LotId lot, int number, Instant keptUntil, Instant next)
      implements DealEvent {}

  /**
   * Somebody said a wrong pickup code.
   *
   * @param pausedUntil null while there are tries left
   */
  record CodeWrong(LotId lot, int tries, @Nullable Instant pausedUntil, @Nullable Heard from)
      implements DealEvent {}

  /** The pieces are on their way, and count as there then. */
  record PiecesSent(LotId lot, Handing by, String mark, Instant until) implements DealEvent {}

  /** The customer has the pieces; silence until then accepts them. */
  record PiecesCollected(LotId lot, Instant until) implements DealEvent {}

  /** Nobody came for them. */
  record PiecesDisposed(LotId lot, Keeping.Then then) implements DealEvent {}

  /** The customer is content, or has said nothing for long enough. */
  record PiecesAccepted(LotId lot, boolean bySilence, String sealed) implements DealEvent {}

  /** The customer is not content. */
  record PiecesRefused(LotId lot, int pieces, String sealed, @Nullable Digest photo, Instant until)
      implements DealEvent {}

  /** One of them proposes how to end it. */
  record RemedyProposed(LotId lot, int number, Party by, Remedy remedy) implements DealEvent {}

  /** The other does not want that. */
  record RemedyRefused(LotId lot, int number, Party by) implements DealEvent {}

  /** Both will leave it to this person. */
  record MediatorAccepted(LotId lot, PersonId mediator, Instant until) implements DealEvent {}

  /** Nobody has moved; stewards are asked, and after {@code until} the rule decides. */
  record DisputeOverdue(LotId lot, Instant until) implements DealEvent {}

  /**
   * The dispute is over.
   *
   * @param by whose word it was; null when the rule decided
   * @param agreed whether both said yes
   * @param again what is made again; null when nothing is
   */
  record DisputeClosed(
      LotId lot,
      @Nullable Party by,
      boolean agreed,
      @Nullable Remedy remedy,
      String sealed,
      @Nullable Again again)
      implements DealEvent {}

  /** The customer does not want them any more. */
  record DealCancelled(LotId lot) implements DealEvent {}

  /** This is owed, and why. */
  record AmountOwed(LotId lot, Price owed, String why, Instant payBy) implements DealEvent {}

  /** The customer says that it is paid. */
  record PaidTicked(LotId lot) implements DealEvent {}

  /** The workshop says that it has come. */
  record ReceivedTicked(LotId lot) implements DealEvent {}

  /** A tick is missing. */
  record PaymentReminded(LotId lot, int number, Instant next) implements DealEvent {}

  /** Nothing more is waited for. */
  record DealSettled(LotId lot, Price owed, String how) implements DealEvent {}
}
