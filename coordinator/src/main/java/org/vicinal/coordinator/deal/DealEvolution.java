package org.vicinal.coordinator.deal;

import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.vicinal.coordinator.deal.DealEvent.AmountOwed;
import org.vicinal.coordinator.deal.DealEvent.CodeWrong;
import org.vicinal.coordinator.deal.DealEvent.DealCancelled;
import org.vicinal.coordinator.deal.DealEvent.DealDropped;
import org.vicinal.coordinator.deal.DealEvent.DealOpened;
import org.vicinal.coordinator.deal.DealEvent.DealSettled;
import org.vicinal.coordinator.deal.DealEvent.DealTaken;
import org.vicinal.coordinator.deal.DealEvent.DisputeClosed;
import org.vicinal.coordinator.deal.DealEvent.DisputeOverdue;
import org.vicinal.coordinator.deal.DealEvent.FirstPieceAccepted;
import org.vicinal.coordinator.deal.DealEvent.FirstPieceRefused;
import org.vicinal.coordinator.deal.DealEvent.FirstPieceShown;
import org.vicinal.coordinator.deal.DealEvent.GateMissed;
import org.vicinal.coordinator.deal.DealEvent.GatePassed;
import org.vicinal.coordinator.deal.DealEvent.GateReminded;
import org.vicinal.coordinator.deal.DealEvent.MediatorAccepted;
import org.vicinal.coordinator.deal.DealEvent.PaidTicked;
import org.vicinal.coordinator.deal.DealEvent.PaymentReminded;
import org.vicinal.coordinator.deal.DealEvent.PickupReminded;
import org.vicinal.coordinator.deal.DealEvent.PiecesAccepted;
import org.vicinal.coordinator.deal.DealEvent.PiecesCollected;
import org.vicinal.coordinator.deal.DealEvent.PiecesDisposed;
import org.vicinal.coordinator.deal.DealEvent.PiecesMade;
import org.vicinal.coordinator.deal.DealEvent.PiecesNeverReady;
import org.vicinal.coordinator.deal.DealEvent.PiecesReadied;
import org.vicinal.coordinator.deal.DealEvent.PiecesRefused;
import org.vicinal.coordinator.deal.DealEvent.PiecesSent;
import org.vicinal.coordinator.deal.DealEvent.ReceivedTicked;
import org.vicinal.coordinator.deal.DealEvent.RemedyProposed;
import org.vicinal.coordinator.deal.DealEvent.RemedyRefused;
import org.vicinal.coordinator.deal.DealState.Disputed;
import org.vicinal.coordinator.deal.DealState.First;
import org.vicinal.coordinator.deal.DealState.HandedOver;
import org.vicinal.coordinator.deal.DealState.Made;
import org.vicinal.coordinator.deal.DealState.Making;
import org.vicinal.coordinator.deal.DealState.Owing;
import org.vicinal.coordinator.deal.DealState.Promised;
import org.vicinal.coordinator.deal.DealState.Proposal;
import org.vicinal.coordinator.deal.DealState.Ready;
import org.vicinal.coordinator.deal.DealState.Sent;
import org.vicinal.coordinator.deal.DealState.Settled;

/** The state after an event: one short rule for each kind of event. */
final class DealEvolution {
  private DealEvolution() {}

  static DealState after(DealState state, DealEvent event) {
    return switch (event) {
      case DealOpened it -> new Promised(it.deal());
      case DealTaken _ ->
          with(
              state,
              deal -> new Making(deal, deal.firstPiece() ? First.AWAITED : First.NOT_ASKED, null));
      case FirstPieceShown it -> with(state, deal -> new Making(deal, First.SHOWN, it.until()));
      case FirstPieceAccepted _ -> with(state, deal -> new Making(deal, First.ACCEPTED, null));
      case PiecesMade it ->
          with(
              state,
              deal -> new Made(deal.of(it.pieces()), false, "", it.until(), false, Heard.NOTHING));
      case GatePassed it ->
          inMade(
              state,
              made ->
                  new Made(
                      made.deal().of(it.pieces()),
                      true,
                      "",
                      made.until(),
                      made.reminded(),
                      heard(made.heard(), it.from())));
      case GateMissed it ->
          inMade(
              state,
              made ->
                  new Made(
                      made.deal(),
                      false,
                      it.what(),
                      made.until(),
                      made.reminded(),
                      heard(made.heard(), it.from())));
      case GateReminded it ->
          inMade(
              state,
              made ->
                  new Made(
                      made.deal(), made.checked(), made.missed(), it.until(), true, made.heard()));
      case PiecesReadied _, PickupReminded _, CodeWrong _ -> ready(state, event);
      case PiecesSent it -> with(state, deal -> new Sent(deal, it.by(), it.until()));
      case PiecesCollected it -> with(state, deal -> new HandedOver(deal, it.until()));
      case PiecesRefused _,
          RemedyProposed _,
          RemedyRefused _,
          MediatorAccepted _,
          DisputeOverdue _ ->
          disputed(state, event);
      case AmountOwed it ->
          with(state, deal -> new Owing(deal, it.owed(), false, false, it.payBy(), 0));
      case PaidTicked _, ReceivedTicked _, PaymentReminded _ -> owing(state, event);
      case DealSettled it -> settled(state, it);
      case FirstPieceRefused _,
          DealDropped _,
          PiecesNeverReady _,
          PiecesDisposed _,
          PiecesAccepted _,
          DisputeClosed _,
          DealCancelled _ ->
          state; // the event after it says what is owed
    };
  }

  private static DealState with(DealState state, Function<Deal, DealState> next) {
    return state.agreed().map(next).orElse(state);
  }

  private static DealState inMade(DealState state, Function<Made, DealState> next) {
    return state instanceof Made made ? next.apply(made) : state;
  }

  private static DealState ready(DealState state, DealEvent event) {
    if (event instanceof PiecesReadied it) {
      return with(
          state,
          deal -> {
            var first = it.keptUntil().minus(DealWaits.quarter(deal).multipliedBy(3));
            return new Ready(deal, it.keptUntil(), 0, first, 0, null, Heard.NOTHING);
          });
    }
    if (!(state instanceof Ready ready)) {
      return state;
    }
    return switch (event) {
      case PickupReminded it ->
          new Ready(
              ready.deal(),
              ready.keptUntil(),
              it.number(),
              it.next(),
              ready.wrongCodes(),
              ready.pausedUntil(),
              ready.heard());
      case CodeWrong it ->
          new Ready(
              ready.deal(),
              ready.keptUntil(),
              ready.reminders(),
              ready.remindAt(),
              it.tries(),
              it.pausedUntil(),
              heard(ready.heard(), it.from()));
      default -> state;
    };
  }

  private static Heard heard(Heard before, @Nullable Heard now) {
    return now == null ? before : now;
  }

  private static DealState disputed(DealState state, DealEvent event) {
    if (event instanceof PiecesRefused it) {
      return with(state, deal -> new Disputed(deal, it.pieces(), 0, null, null, it.until(), false));
    }
    if (!(state instanceof Disputed now)) {
      return state;
    }
    return switch (event) {
      case RemedyProposed it ->
          dispute(
              now,
              it.number(),
              new Proposal(it.number(), it.by(), it.remedy()),
              now.until(),
              now.overdue());
      case RemedyRefused _ -> dispute(now, now.proposals(), null, now.until(), now.overdue());
      case MediatorAccepted it ->
          new Disputed(
              now.deal(),
              now.refused(),
              now.proposals(),
              null,
              it.mediator(),
              it.until(),
              now.overdue());
      case DisputeOverdue it -> dispute(now, now.proposals(), now.open(), it.until(), true);
      default -> state;
    };
  }

  private static Disputed dispute(
      Disputed now, int proposals, @Nullable Proposal open, Instant until, boolean overdue) {
    return new Disputed(now.deal(), now.refused(), proposals, open, now.mediator(), until, overdue);
  }

  private static DealState owing(DealState state, DealEvent event) {
    if (!(state instanceof Owing now)) {
      return state;
    }
    return switch (event) {
      case PaidTicked _ ->
          new Owing(now.deal(), now.owed(), true, now.received(), now.until(), now.reminders());
      case ReceivedTicked _ ->
          new Owing(now.deal(), now.owed(), now.paid(), true, now.until(), now.reminders());
      case PaymentReminded it ->
          new Owing(now.deal(), now.owed(), now.paid(), now.received(), it.next(), it.number());
      default -> state;
    };
  }

  private static DealState settled(DealState state, DealSettled event) {
    boolean paid = state instanceof Owing it && it.paid();
    boolean received = state instanceof Owing it && it.received();
    return with(state, deal -> new Settled(deal, event.owed(), paid, received));
  }
}
