package org.vicinal.coordinator.view;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vicinal.coordinator.job.Weighed;
import org.vicinal.coordinator.order.Choosing;
import org.vicinal.coordinator.order.Wish;
import org.vicinal.messages.id.LotId;
import org.vicinal.messages.id.OrderId;
import org.vicinal.messages.id.WorkshopId;

/**
 * An order as its customer may see it, jobs and lots included.
 *
 * <p>The order and its job come from different partitions of the log, in any order relative to each
 * other; every field follows from the events seen, however they are interleaved.
 *
 * @param version of the order itself; 0 when only its job has been seen yet
 * @param jobVersion of its job; 0 before there is one
 * @param sealed the personal fields, readable with the order's key only
 * @param confirmBy null when it is confirmed or needs no confirmation
 * @param tender the open call; null when there is none
 * @param bids of all calls, the newest of each workshop
 * @param offer what the customer may choose from now; null when there is nothing to choose
 * @param whys what rules have chosen and why, oldest first
 * @param ended null while something may still happen
 * @param story of the order and its job; {@link #told} has the deals' sentences, too
 * @param deals about its lots, by lot number
 */
public record OrderView(
    OrderId id,
    long version,
    long jobVersion,
    Wish wish,
    String sealed,
    Instant placedAt,
    Instant changedAt,
    @Nullable Instant confirmBy,
    @Nullable Tender tender,
    List<BidView> bids,
    @Nullable Offer offer,
    List<Why> whys,
    List<LotView> lots,
    @Nullable Ended ended,
    List<StoryLine> story,
    List<DealView> deals) {
  public OrderView {
    bids = List.copyOf(bids);
    whys = List.copyOf(whys);
    lots = List.copyOf(lots);
    story = List.copyOf(story);
    deals = List.copyOf(deals);
  }

  /** Where an order is on its way, in one word. */
  public enum State {
    UNCONFIRMED,
    CALLING,
    AWARDED,
    /** Bids lie before the customer. */
    CHOOSING,
    MAKING,
    MADE,
    UNMADE,
    CANCELLED,
    EXPIRED
  }

  /**
   * Bids that lie before the customer.
   *
   * @param then what happens at {@code until} when they have not chosen
   */
  public record Offer(List<WorkshopId> workshops, Instant until, String then) {
    public Offer {
      workshops = List.copyOf(workshops);
    }
  }

  /** One choice by rule. */
  public record Why(Instant at, Choosing.Rule rule, List<String> summary, List<Weighed> table) {
    public Why {
      summary = List.copyOf(summary);
      table = List.copyOf(table);
    }
  }

  /**
   * An open call, and who has not answered yet.
   *
   * @param since when it went out
   */
  public record Tender(
      int round,
      String ring,
      List<WorkshopId> called,
      List<WorkshopId> silent,
      Instant since,
      Instant closesAt) {
    public Tender {
      called = List.copyOf(called);
      silent = List.copyOf(silent);
    }
  }

  /**
   * How it ended.
   *
   * @param words the reason and what would help, for a person; empty when it simply was made
   */
  public record Ended(State state, String words) {}

  /** The whole story, as it happened. */
  public List<StoryLine> told() {
    return DealStory.merged(story, deals);
  }

  /** The same with these deals. */
  OrderView with(List<DealView> newest) {
    return new OrderFold.Draft(this).with(newest).done();
  }

  /** The same with what was said against its release since it was placed. */
  OrderView objected(List<StoryLine> objections) {
    return story.containsAll(objections)
        ? this
        : new OrderFold.Draft(this).objected(objections).done();
  }

  /** Changes whenever anything of it does, and only then: for ETags and event ids. */
  public String mark() {
    long dealt = deals.stream().mapToLong(DealView::version).sum();
    long objected = story.stream().filter(line -> line.rank() == StoryLine.OBJECTION).count();
    var own = version + "-" + jobVersion + (objected == 0 ? "" : "o" + objected);
    return deals.isEmpty() ? own : own + "-" + dealt;
  }

  /** The deal about {@code lot}. */
  public Optional<DealView> findDeal(LotId lot) {
    return deals.stream().filter(deal -> deal.lot().equals(lot)).findFirst();
  }

  /** Whether pieces are made, or called for, after all that could be made was made. */
  private boolean madeAgain() {
    return ended != null
        && (ended.state() == State.MADE || ended.state() == State.UNMADE)
        && (tender != null || offer != null || lots.stream().anyMatch(lot -> lot.state().held()));
  }

  /** Where it is on its way. */
  public State state() {
    if (ended != null && !madeAgain()) {
      return ended.state();
    }
    if (confirmBy != null) {
      return State.UNCONFIRMED;
    }
    if (offer != null) {
      return State.CHOOSING;
    }
    if (lots.stream().anyMatch(lot -> lot.state().held() && lot.state() != LotView.State.AWARDED)) {
      return State.MAKING;
    }
    if (lots.stream().anyMatch(lot -> lot.state().held())) {
      return State.AWARDED;
    }
    return State.CALLING;
  }

  /** Pieces made so far, of all lots. */
  public int made() {
    return Math.min(wish.pieces(), lots.stream().mapToInt(LotView::made).sum());
  }

  /** How much is made, from 0 to 1, what is on the machines included. */
  public double progress() {
    if (state() == State.MADE) {
      return 1;
    }
    double running =
        lots.stream().map(LotView::run).mapToDouble(run -> run == null ? 0 : run.fraction()).sum();
    return Math.min(1, (made() + running) / wish.pieces());
  }

  /** What has to happen next; empty when nothing more will. */
  public Optional<WaitingFor> waitingFor() {
    return Waits.of(this);
  }

  /** Its lot of this number. */
  public Optional<LotView> findLot(LotId lot) {
    return lots.stream().filter(one -> one.lot().equals(lot)).findFirst();
  }

  /** Those who may fetch its files now: called and not yet closed, or given a lot. */
  public boolean opensFilesTo(WorkshopId workshop) {
    boolean called = tender != null && tender.called().contains(workshop);
    boolean offering = offer != null && offer.workshops().contains(workshop);
    return called
        || offering
        || lots.stream()
            .filter(lot -> lot.state().held() || lot.state() == LotView.State.MADE)
            .anyMatch(lot -> lot.workshop().equals(workshop));
  }
}
