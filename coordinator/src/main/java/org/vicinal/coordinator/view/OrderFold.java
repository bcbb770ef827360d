package org.vicinal.coordinator.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.vicinal.coordinator.decide.Event;
import org.vicinal.coordinator.decide.Noun;
import org.vicinal.coordinator.decide.Occurred;
import org.vicinal.coordinator.job.JobEvent;
import org.vicinal.coordinator.order.OrderEvent;
import org.vicinal.coordinator.order.Wish;
import org.vicinal.messages.id.LotId;
import org.vicinal.messages.id.OrderId;
import org.vicinal.messages.id.WorkshopId;
import org.vicinal.messages.net.Seen;

/**
 * Folds the events of an order and of its job into an {@link OrderView}. Pure.
 *
 * <p>The events of one entity come in order; those of the order relative to those of its job do
 * not. An event seen before (its version is not new) changes nothing.
 */
final class OrderFold {
  /** The most sentences kept of one order; the first and the newest stay. */
  static final int LONGEST_STORY = 400;

  private static final int MOST_BIDS = 256;
  private static final int MOST_WHYS = 16;

  private OrderFold() {}

  /** The view after an event of the order; {@code before} is null when nothing was seen yet. */
  static @Nullable OrderView on(
      @Nullable OrderView before, Occurred<?> occurred, OrderEvent event) {
    if (before != null && occurred.version() <= before.version()) {
      return before;
    }
    var at = occurred.at();
    var view =
        switch (event) {
          case OrderEvent.OrderPlaced it ->
              base(before, it.order(), it.wish(), at)
                  .placed(it.sealed(), before == null ? it.confirmBy() : null, at);
          case OrderEvent.OrderConfirmed it -> base(before, it.order(), it.wish(), at).confirmed();
          case OrderEvent.OrderCompleted it -> ended(before, OrderView.State.MADE, "");
          case OrderEvent.OrderCancelled it ->
              ended(before, OrderView.State.CANCELLED, it.reason());
          case OrderEvent.OrderExpired it ->
              ended(before, OrderView.State.EXPIRED, "Nobody confirmed it in time.");
          case OrderEvent.OrderUnmade it ->
              ended(before, OrderView.State.UNMADE, Story.sentences(it.reason(), it.help()));
        };
    return view == null
        ? null
        : view.told(at, Story.of(event), rank(event)).versions(occurred).done();
  }

  /** The view after an event of the order's job. */
  static @Nullable OrderView on(@Nullable OrderView before, Occurred<?> occurred, JobEvent event) {
    if (before != null && occurred.version() <= before.jobVersion()) {
      return before;
    }
    var at = occurred.at();
    if (event instanceof JobEvent.JobOpened it) {
      return base(before, it.order(), it.wish(), at).confirmed().versions(occurred).done();
    }
    if (before == null) {
      return null; // the first event of a job is JobOpened; anything else is not ours to guess
    }
    var draft = new Draft(before);
    JobFold.apply(draft, event, at);
    return draft.told(at, Story.of(event), StoryLine.WORK).versions(occurred).done();
  }

  /** The view after a signal that says how far a lot is. */
  static OrderView on(OrderView before, Seen signal) {
    return switch (signal) {
      case Seen.Progress it ->
          new Draft(before)
              .lot(
                  it.lot(),
                  lot ->
                      lot.state() == LotView.State.RUNNING || lot.state() == LotView.State.LATE
                          ? lot.at(
                              new LotView.Run(it.run(), it.line(), it.lines(), it.secondsLeft()))
                          : lot)
              .done();
      case Seen.Waiting it ->
          new Draft(before)
              .lot(it.lot(), lot -> lot.state().held() ? lot.waitingFor(it.what()) : lot)
              .done();
      default -> before;
    };
  }

  private static int rank(OrderEvent event) {
    return switch (event) {
      case OrderEvent.OrderPlaced _, OrderEvent.OrderConfirmed _ -> StoryLine.BEGINNING;
      case OrderEvent.OrderCancelled _,
          OrderEvent.OrderCompleted _,
          OrderEvent.OrderUnmade _,
          OrderEvent.OrderExpired _ ->
          StoryLine.END;
    };
  }

  private static Draft base(@Nullable OrderView before, OrderId id, Wish wish, Instant at) {
    return before == null ? new Draft(id, wish, at) : new Draft(before);
  }

  private static @Nullable Draft ended(
      @Nullable OrderView before, OrderView.State state, String words) {
    if (before == null) {
      return null;
    }
    var draft = new Draft(before);
    draft.ended = new OrderView.Ended(state, words);
    draft.tender = null;
    draft.offer = null;
    draft.confirmBy = null;
    return draft;
  }

  /** A view on its way to the next: owned by one call of the fold. */
  static final class Draft {
    private final OrderId id;
    private final Wish wish;
    private long version;
    private long jobVersion;
    private String sealed = "";
    private Instant placedAt;
    private Instant changedAt;
    private @Nullable Instant confirmBy;
    private OrderView.@Nullable Tender tender;
    private final List<BidView> bids;
    private OrderView.@Nullable Offer offer;
    private final List<OrderView.Why> whys;
    private final List<LotView> lots;
    private OrderView.@Nullable Ended ended;
    private final List<StoryLine> story;
    private List<DealView> deals;

    Draft(OrderId id, Wish wish, Instant at) {
      this.id = id;
      this.wish = wish;
      this.placedAt = at;
      this.changedAt = at;
      this.bids = new ArrayList<>();
      this.whys = new ArrayList<>();
      this.lots = new ArrayList<>();
      this.story = new ArrayList<>();
      this.deals = List.of();
    }

    Draft(OrderView view) {
      this.id = view.id();
      this.wish = view.wish();
      this.version = view.version();
      this.jobVersion = view.jobVersion();
      this.sealed = view.sealed();
      this.placedAt = view.placedAt();
      this.changedAt = view.changedAt();
      this.confirmBy = view.confirmBy();
      this.tender = view.tender();
      this.bids = new ArrayList<>(view.bids());
      this.offer = view.offer();
      this.whys = new ArrayList<>(view.whys());
      this.lots = new ArrayList<>(view.lots());
      this.ended = view.ended();
      this.story = new ArrayList<>(view.story());
      this.deals = view.deals();
    }

    Draft placed(String sealedFields, @Nullable Instant toConfirmBy, Instant at) {
      sealed = sealedFields;
      confirmBy = toConfirmBy;
      placedAt = at;
      return this;
    }

    Draft objected(List<StoryLine> objections) {
      objections.stream().filter(line -> !story.contains(line)).forEach(story::add);
      story.sort(StoryLine.ORDER);
      return this;
    }

    Draft with(List<DealView> newest) {
      deals = newest;
      return this;
    }

    Draft confirmed() {
      confirmBy = null;
      return this;
    }

    void tender(OrderView.@Nullable Tender open) {
      tender = open;
    }

    /** {@code workshop} has answered the open call. */
    void answered(WorkshopId workshop) {
      if (tender != null) {
        var silent = tender.silent().stream().filter(one -> !one.equals(workshop)).toList();
        tender =
            new OrderView.Tender(
                tender.round(),
                tender.ring(),
                tender.called(),
                silent,
                tender.since(),
                tender.closesAt());
      }
    }

    void bid(BidView bid) {
      bids.removeIf(known -> known.workshop().equals(bid.workshop()));
      bids.add(bid);
      if (bids.size() > MOST_BIDS) {
        bids.removeFirst();
      }
    }

    void bidTakenBack(WorkshopId workshop, String reason) {
      bids.replaceAll(bid -> bid.workshop().equals(workshop) ? bid.takenBack(reason) : bid);
      if (offer != null) {
        var left = offer.workshops().stream().filter(one -> !one.equals(workshop)).toList();
        offer = new OrderView.Offer(left, offer.until(), offer.then());
      }
    }

    void offer(OrderView.@Nullable Offer open) {
      offer = open;
    }

    void why(OrderView.Why why) {
      whys.add(why);
      if (whys.size() > MOST_WHYS) {
        whys.removeFirst();
      }
    }

    void add(LotView lot) {
      lots.add(lot);
    }

    boolean has(LotId lot) {
      return lots.stream().anyMatch(one -> one.lot().equals(lot));
    }

    Draft lot(LotId which, UnaryOperator<LotView> change) {
      lots.replaceAll(lot -> lot.lot().equals(which) ? change.apply(lot) : lot);
      return this;
    }

    Draft told(Instant at, Optional<String> sentence, int rank) {
      changedAt = at.isAfter(changedAt) ? at : changedAt;
      if (sentence.isPresent()) {
        story.add(new StoryLine(at, sentence.get(), rank));
        story.sort(StoryLine.ORDER); // stable: one entity's events keep their order
        if (story.size() > LONGEST_STORY) {
          story.remove(1);
        }
      }
      return this;
    }

    Draft versions(Occurred<? extends Event> occurred) {
      if (occurred.entity().noun() == Noun.ORDER) {
        version = occurred.version();
      } else {
        jobVersion = occurred.version();
      }
      return this;
    }

    OrderView done() {
      return new OrderView(
          id,
          version,
          jobVersion,
          wish,
          sealed,
          placedAt,
          changedAt,
          confirmBy,
          tender,
          bids,
          offer,
          whys,
          lots,
          ended,
          story,
          deals);
    }
  }
}
