package org.vicinal.coordinator.job;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.vicinal.coordinator.job.JobEvent.BidPlaced;
import org.vicinal.coordinator.job.JobEvent.BidsChosen;
import org.vicinal.coordinator.job.JobEvent.BidsOffered;
import org.vicinal.coordinator.job.JobEvent.BidsWeighed;
import org.vicinal.coordinator.job.JobEvent.CallRefused;
import org.vicinal.coordinator.job.JobEvent.ClaimRefused;
import org.vicinal.coordinator.job.JobEvent.JobMade;
import org.vicinal.coordinator.job.JobEvent.JobOpened;
import org.vicinal.coordinator.job.JobEvent.JobUnmade;
import org.vicinal.coordinator.job.JobEvent.JobWithdrawn;
import org.vicinal.coordinator.job.JobEvent.LotAccepted;
import org.vicinal.coordinator.job.JobEvent.LotAwarded;
import org.vicinal.coordinator.job.JobEvent.LotDeclined;
import org.vicinal.coordinator.job.JobEvent.LotDelayed;
import org.vicinal.coordinator.job.JobEvent.LotInterrupted;
import org.vicinal.coordinator.job.JobEvent.LotLapsed;
import org.vicinal.coordinator.job.JobEvent.LotLate;
import org.vicinal.coordinator.job.JobEvent.LotMade;
import org.vicinal.coordinator.job.JobEvent.LotReconciled;
import org.vicinal.coordinator.job.JobEvent.LotRefused;
import org.vicinal.coordinator.job.JobEvent.LotReturned;
import org.vicinal.coordinator.job.JobEvent.LotWithdrawn;
import org.vicinal.coordinator.job.JobEvent.OfferEnded;
import org.vicinal.coordinator.job.JobEvent.RingCalled;
import org.vicinal.coordinator.job.JobEvent.RingSkipped;
import org.vicinal.coordinator.job.JobEvent.RunEnded;
import org.vicinal.coordinator.job.JobEvent.RunStarted;
import org.vicinal.coordinator.job.JobEvent.SearchEnded;
import org.vicinal.coordinator.job.JobEvent.SurplusMade;
import org.vicinal.coordinator.job.JobEvent.TenderClosed;
import org.vicinal.coordinator.job.JobState.Ended;
import org.vicinal.coordinator.job.JobState.Finishing;
import org.vicinal.coordinator.job.JobState.Job;
import org.vicinal.coordinator.job.JobState.Making;
import org.vicinal.coordinator.job.JobState.NotOpened;
import org.vicinal.coordinator.job.JobState.Offered;
import org.vicinal.coordinator.job.JobState.Outcome;
import org.vicinal.coordinator.job.JobState.Tendering;
import org.vicinal.messages.place.Ring;

/** The state after an event: one short rule for each kind of event. */
final class Evolution {
  private Evolution() {}

  static JobState after(JobState state, JobEvent event) {
    return switch (event) {
      case JobOpened it ->
          new Making(
              new Job(it.job(), it.order(), it.wish(), it.rules()),
              Search.NOT_BEGUN,
              List.of(),
              state.lots());
      case RingSkipped it -> skipped(state, it);
      case RingCalled it -> called(state, it);
      case BidPlaced it -> bid(state, it);
      case CallRefused it -> refused(state, it);
      case TenderClosed _ -> closed(state);
      case BidsWeighed _ -> state;
      case BidsOffered it -> Offering.begun(state, it);
      case BidsChosen _ -> Offering.over(state, true);
      case OfferEnded _ -> Offering.over(state, false);
      case LotAwarded it -> awarded(state, it);
      case SearchEnded it ->
          state
              .taskIfOpen()
              .<JobState>map(
                  task ->
                      new Finishing(task, it.reason(), it.help(), state.lots(), state.searched()))
              .orElse(state);
      case JobMade _ -> ended(state, Outcome.MADE);
      case JobUnmade _ -> ended(state, Outcome.UNMADE);
      case JobWithdrawn _ -> ended(state, Outcome.WITHDRAWN);
      case LotRefused it -> Remaking.refused(state, it);
      case LotAccepted _,
          LotDeclined _,
          LotLapsed _,
          RunStarted _,
          RunEnded _,
          LotMade _,
          LotDelayed _,
          LotReturned _,
          LotInterrupted _,
          LotLate _,
          LotWithdrawn _,
          SurplusMade _,
          LotReconciled _,
          ClaimRefused _ ->
          withLots(state, LotEvolution.after(state, event));
    };
  }

  private static JobState skipped(JobState state, RingSkipped event) {
    return searching(
        state, search -> learned(search, event.attempt(), event.ring(), event.nearMisses(), state));
  }

  private static JobState called(JobState state, RingCalled event) {
    if (!(state instanceof Making making)) {
      return state;
    }
    var search = learned(making.search(), event.attempt(), event.ring(), event.nearMisses(), state);
    return new Tendering(
        making.task(),
        new Search(
            search.attempt(),
            event.round(),
            search.nextRing(),
            search.misses(),
            search.lateOffers(),
            search.refusals(),
            making.task().wish().choosing() == null
                ? List.of()
                : search.plusCounters(making.standby()).counters()),
        new Tender(event.round(), event.closesAt(), event.pieces(), event.called(), List.of(), 0),
        making.lots());
  }

  private static Search learned(
      Search search, int attempt, Ring ring, List<NearMiss> misses, JobState state) {
    var all = new ArrayList<>(search.misses());
    misses.stream().filter(miss -> !all.contains(miss)).forEach(all::add);
    int ringIndex = state.taskIfOpen().map(task -> task.rules().rings().indexOf(ring)).orElse(0);
    return new Search(
        attempt,
        search.round(),
        ringIndex + 1,
        Asking.best(all),
        search.lateOffers(),
        search.refusals(),
        search.counters());
  }

  private static JobState bid(JobState state, BidPlaced event) {
    if (!(state instanceof Tendering tendering)) {
      return state;
    }
    var tender = tendering.tender().answeredBy(event.from().workshop());
    var after =
        event.inTime() || tendering.task().wish().choosing() != null
            ? tendering.with(tender.plus(bidOf(event, tendering.tender())))
            : tendering.with(tender);
    if (event.inTime()) {
      return after;
    }
    var offer = new Search.LateOffer(event.from().workshop(), event.metres(), event.readyBy());
    return after.with(tendering.search().plus(offer));
  }

  static Bid bidOf(BidPlaced event, Tender tender) {
    return new Bid(
        event.from(),
        event.round(),
        event.metres(),
        event.machine(),
        event.pieces(),
        event.secondsPerPiece(),
        event.readyBy(),
        event.price(),
        event.offering(),
        event.differs(),
        tender.shareOf(event.from().workshop()).orElse(null),
        tender.bidOf(event.from().workshop()).map(known -> known.changes() + 1).orElse(0));
  }

  private static JobState refused(JobState state, CallRefused event) {
    return state instanceof Tendering tendering
        ? tendering
            .with(tendering.tender().answeredBy(event.from().workshop()))
            .with(tendering.search().plusRefusal(event.from().workshop(), event.reason()))
        : Offering.without(state, event);
  }

  private static JobState closed(JobState state) {
    return state instanceof Tendering it
        ? new Making(
            it.task(), it.search(), Awarding.ranked(it.tender().bids(), it.lots()), it.lots())
        : state;
  }

  private static JobState awarded(JobState state, LotAwarded event) {
    if (!(state instanceof Making making)) {
      return withLots(state, Lots.with(state.lots(), Remaking.lotOf(event)));
    }
    var bid =
        making.standby().stream()
            .filter(standing -> standing.workshop().equals(event.workshop()))
            .findFirst();
    var lot =
        new Lot(
            event.lot(),
            bid.map(Bid::from).orElseGet(() -> new Source(event.workshop(), 0, 0)),
            event.pieces(),
            0,
            0,
            Lot.Standing.AWARDED,
            event.readyBy(),
            event.acceptBy(),
            null,
            0);
    return new Making(
        making.task(),
        making.search(),
        making.standby().stream()
            .filter(standing -> !standing.workshop().equals(event.workshop()))
            .toList(),
        Lots.with(making.lots(), lot));
  }

  private static JobState searching(JobState state, UnaryOperator<Search> change) {
    return state instanceof Making it
        ? new Making(it.task(), change.apply(it.search()), it.standby(), it.lots())
        : state;
  }

  private static JobState ended(JobState state, Outcome outcome) {
    return state
        .taskIfOpen()
        .<JobState>map(task -> new Ended(task, outcome, state.lots(), state.searched()))
        .orElse(state);
  }

  static JobState withLots(JobState state, List<Lot> lots) {
    return switch (state) {
      case NotOpened _ -> new NotOpened(lots);
      case Tendering it -> new Tendering(it.task(), it.search(), it.tender(), lots);
      case Offered it ->
          new Offered(it.task(), it.search(), it.bids(), it.until(), it.last(), lots);
      case Making it -> new Making(it.task(), it.search(), it.standby(), lots);
      case Finishing it -> new Finishing(it.task(), it.reason(), it.help(), lots, it.search());
      case Ended it -> new Ended(it.task(), it.outcome(), lots, it.search());
    };
  }
}
