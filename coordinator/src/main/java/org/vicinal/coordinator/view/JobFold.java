package org.vicinal.coordinator.view;

import java.time.Instant;
import org.vicinal.coordinator.job.Called;
import org.vicinal.coordinator.job.JobEvent;
import org.vicinal.messages.net.Seen;

/** What the events of a job change in the view of its order. Pure. */
final class JobFold {
  private JobFold() {}

  static void apply(OrderFold.Draft draft, JobEvent event, Instant at) {
    switch (event) {
      case JobEvent.RingCalled it -> draft.tender(tender(it, at));
      case JobEvent.BidPlaced it -> {
        draft.answered(it.from().workshop());
        draft.bid(bid(it));
      }
      case JobEvent.CallRefused it -> {
        draft.answered(it.from().workshop());
        draft.bidTakenBack(it.from().workshop(), it.reason());
      }
      case JobEvent.BidsWeighed it ->
          draft.why(new OrderView.Why(at, it.rule(), it.summary(), it.table()));
      case JobEvent.BidsOffered it ->
          draft.offer(
              new OrderView.Offer(
                  it.bids().stream().map(bid -> bid.from().workshop()).toList(),
                  it.until(),
                  it.then()));
      case JobEvent.BidsChosen _, JobEvent.OfferEnded _ -> draft.offer(null);
      case JobEvent.TenderClosed it -> draft.tender(null);
      case JobEvent.LotAwarded it -> draft.add(lot(it));
      case JobEvent.LotAccepted it -> draft.lot(it.lot(), lot -> lot.in(LotView.State.ACCEPTED));
      case JobEvent.LotDeclined it -> draft.lot(it.lot(), lot -> lot.in(LotView.State.DECLINED));
      case JobEvent.LotLapsed it -> draft.lot(it.lot(), lot -> lot.in(LotView.State.LAPSED));
      case JobEvent.RunStarted it ->
          draft.lot(it.lot(), lot -> lot.running(it.machine(), new LotView.Run(it.run(), 0, 0, 0)));
      case JobEvent.RunEnded it -> draft.lot(it.lot(), lot -> ended(lot, it));
      case JobEvent.LotMade it ->
          draft.lot(it.lot(), lot -> lot.in(LotView.State.MADE).withMade(it.pieces()));
      case JobEvent.LotDelayed it -> draft.lot(it.lot(), lot -> lot.delayedTo(it.readyBy()));
      case JobEvent.LotReturned it ->
          draft.lot(it.lot(), lot -> lot.in(LotView.State.RETURNED).withMade(it.piecesMade()));
      case JobEvent.LotInterrupted it ->
          draft.lot(it.lot(), lot -> lot.in(LotView.State.INTERRUPTED).withMade(it.piecesMade()));
      case JobEvent.LotLate it -> draft.lot(it.lot(), lot -> lot.late(it.takenBackAt()));
      case JobEvent.LotWithdrawn it -> draft.lot(it.lot(), lot -> lot.in(LotView.State.WITHDRAWN));
      case JobEvent.LotRefused it ->
          draft.lot(
              it.lot(),
              lot ->
                  (lot.state().held() ? lot.in(LotView.State.REFUSED) : lot)
                      .withMade(Math.min(lot.made(), it.left())));
      case JobEvent.LotReconciled it -> reconciled(draft, it);
      case JobEvent.JobOpened _,
          JobEvent.RingSkipped _,
          JobEvent.SurplusMade _,
          JobEvent.ClaimRefused _,
          JobEvent.SearchEnded _,
          JobEvent.JobMade _,
          JobEvent.JobUnmade _,
          JobEvent.JobWithdrawn _ -> {
        // told in the story; what they end is said by the order's own events
      }
    }
  }

  private static BidView bid(JobEvent.BidPlaced it) {
    return new BidView(
        it.from().workshop(),
        it.round(),
        it.metres(),
        it.machine(),
        it.pieces(),
        it.readyBy(),
        it.price(),
        it.offering(),
        it.differs(),
        null);
  }

  private static OrderView.Tender tender(JobEvent.RingCalled it, Instant at) {
    var called = it.called().stream().map(Called::workshop).toList();
    return new OrderView.Tender(it.round(), it.ring().name(), called, called, at, it.closesAt());
  }

  private static LotView lot(JobEvent.LotAwarded it) {
    return new LotView(
        it.lot(),
        it.workshop(),
        it.machine(),
        LotView.State.AWARDED,
        it.pieces(),
        0,
        it.price().words(),
        it.acceptBy(),
        it.readyBy(),
        null,
        null,
        null);
  }

  private static LotView ended(LotView lot, JobEvent.RunEnded it) {
    var resting = lot.state().held() ? lot.in(LotView.State.ACCEPTED) : lot;
    return it.ending() == Seen.Ending.MADE ? resting.withMade(lot.made() + 1) : resting;
  }

  /** A lot that is known again; one that this log never awarded has no price to show. */
  private static void reconciled(OrderFold.Draft draft, JobEvent.LotReconciled it) {
    var state =
        switch (it.standing()) {
          case ACCEPTED -> LotView.State.ACCEPTED;
          case RUNNING -> LotView.State.RUNNING;
          case MADE -> LotView.State.MADE;
          case RETURNED -> LotView.State.RETURNED;
        };
    if (draft.has(it.lot())) {
      draft.lot(it.lot(), lot -> lot.in(state).withMade(it.piecesMade()));
    }
  }
}
