package org.vicinal.coordinator.view;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vicinal.coordinator.community.CommunityEvent;
import org.vicinal.coordinator.community.CommunityRules;
import org.vicinal.coordinator.consent.ConsentEvent;
import org.vicinal.coordinator.consent.Sharer;
import org.vicinal.coordinator.consent.Showing;
import org.vicinal.coordinator.deal.DealEvent;
import org.vicinal.coordinator.decide.EntityKey;
import org.vicinal.coordinator.decide.Neighbourhood;
import org.vicinal.coordinator.decide.Occurred;
import org.vicinal.coordinator.design.DesignEvent;
import org.vicinal.coordinator.design.Release;
import org.vicinal.coordinator.files.Grants;
import org.vicinal.coordinator.job.JobEvent;
import org.vicinal.coordinator.matching.MachineIndex;
import org.vicinal.coordinator.notice.NoticeEvent;
import org.vicinal.coordinator.order.OrderEvent;
import org.vicinal.coordinator.quarantine.QuarantineEvent;
import org.vicinal.coordinator.talk.TalkEvent;
import org.vicinal.coordinator.workshop.WorkshopEvent;
import org.vicinal.messages.id.DesignId;
import org.vicinal.messages.id.JobId;
import org.vicinal.messages.id.LotId;
import org.vicinal.messages.id.OrderId;
import org.vicinal.messages.id.ReleaseRef;
import org.vicinal.messages.id.WorkshopId;
import org.vicinal.messages.net.Seen;

/**
 * Everything people see, in memory.
 *
 * <p>Written by whoever follows the log, per entity in its order; read by everybody. Each value is
 * immutable and replaced whole, so a reader sees one moment of one entity.
 */
public final class Views {
  private final Map<OrderId, OrderView> orders = new ConcurrentHashMap<>();
  private final Map<JobId, OrderId> jobs = new ConcurrentHashMap<>();
  private final Map<WorkshopId, WorkshopView> workshops = new ConcurrentHashMap<>();
  private final Map<DesignId, DesignView> designs = new ConcurrentHashMap<>();
  private final Deals deals = new Deals();
  private final Builds builds = new Builds();
  private final Quarantines quarantines = new Quarantines(designs);
  private final Objections objections = new Objections();
  private final Talks talks = new Talks();
  private final Map<OrderId, NoticesView> notices = new ConcurrentHashMap<>();
  private final List<Enacted> enacted = new CopyOnWriteArrayList<>();
  private final Versions versions = new Versions();
  private final Watchers<Change> watchers = new Watchers<>();
  private final FileGrants grants = new FileGrants(orders, workshops);
  private final Neighbours neighbours = new Neighbours(workshops);
  private final LongAdder events = new LongAdder();
  private volatile CommunityRules rules;
  private volatile boolean caughtUp;

  /** Something that is different now. */
  public sealed interface Change {
    /** This order. */
    record OrderChanged(OrderView order) implements Change {}

    /** This workshop. */
    record WorkshopChanged(WorkshopView workshop) implements Change {}

    /** This design. */
    record DesignChanged(DesignView design) implements Change {}
  }

  /**
   * Empty views.
   *
   * @param rules that hold until the log says otherwise
   */
  public Views(CommunityRules rules) {
    this.rules = rules;
  }

  /** An event of the log: each once, or again after a new start. */
  public void on(Occurred<?> occurred) {
    switch (occurred.event()) {
      case OrderEvent event -> onOrder(occurred, event);
      case JobEvent event -> onJob(occurred, event);
      case DealEvent event -> onDeal(occurred, event);
      case WorkshopEvent event -> onWorkshop(occurred, event);
      case DesignEvent event -> onDesign(occurred, event);
      case CommunityEvent.RulesEnacted event -> onRules(occurred, event);
      case ConsentEvent event -> builds.on(event);
      case NoticeEvent event ->
          notices.compute(event.order(), (key, before) -> NoticesView.on(before, occurred, event));
      case QuarantineEvent event -> onQuarantine(occurred, event);
      case TalkEvent event -> {
        talks.on(occurred, event);
        tell(orders.get(new OrderId(occurred.entity().id())));
      }
      default ->
          throw new IllegalArgumentException("An event of a noun without a view: " + occurred);
    }
    events.increment();
    versions.reached(occurred.entity(), occurred.version());
  }

  /** A signal from a workshop: how far a run is, or whose hand is waited for. */
  public void on(WorkshopId sender, Seen signal) {
    switch (signal) {
      case Seen.Progress it -> onSignal(sender, it.lot(), it);
      case Seen.Waiting it -> onSignal(sender, it.lot(), it);
      default -> {
        // presence is told by an event, the rest never is a signal
      }
    }
  }

  private void onSignal(WorkshopId sender, LotId lot, Seen signal) {
    var order = jobs.get(lot.job());
    if (order == null) {
      return;
    }
    tell(
        orders.computeIfPresent(
            order,
            (id, before) ->
                before.findLot(lot).filter(one -> one.workshop().equals(sender)).isPresent()
                    ? OrderFold.on(before, signal)
                    : before));
  }

  /** Everything that was in the log at the start has been read. */
  public void caughtUp() {
    caughtUp = true;
  }

  /** Whether {@link #caughtUp()} was said. */
  public boolean ready() {
    return caughtUp;
  }

  /** The order called {@code id}. */
  public Optional<OrderView> findOrder(OrderId id) {
    return Optional.ofNullable(orders.get(id));
  }

  /** The deal about {@code lot}. */
  public Optional<DealView> findDeal(LotId lot) {
    return deals.find(lot);
  }

  /** What was written in the talk of {@code order}, oldest first. */
  public List<MessageView> messages(OrderId order) {
    return talks.of(order);
  }

  /** What the customer of {@code order} is told outside of the page; empty when nothing was. */
  public Optional<NoticesView> findNotices(OrderId order) {
    return Optional.ofNullable(notices.get(order));
  }

  /** All orders, in no order. */
  public Collection<OrderView> orders() {
    return orders.values();
  }

  /** The workshop called {@code id}, also one that has left. */
  public Optional<WorkshopView> findWorkshop(WorkshopId id) {
    return Optional.ofNullable(workshops.get(id));
  }

  /** All workshops, in no order. */
  public Collection<WorkshopView> workshops() {
    return workshops.values();
  }

  /** All designs, in no order. */
  public Collection<DesignView> designs() {
    return designs.values();
  }

  /** The design called {@code id}. */
  public Optional<DesignView> findDesign(DesignId id) {
    return Optional.ofNullable(designs.get(id));
  }

  /** The release called {@code ref}. */
  public Optional<Release> findRelease(ReleaseRef ref) {
    return findDesign(ref.design()).flatMap(design -> design.find(ref));
  }

  /** What was built of {@code design}, its forks left out, in no order. */
  public Stream<BuildView> listBuilds(DesignId design) {
    return builds.of(design, orders);
  }

  /** Pieces made of {@code design}, judged or not. */
  public long piecesOf(DesignId design) {
    return builds.pieces(design, orders);
  }

  /** What somebody has said may be shown; empty when they have said nothing. */
  public Optional<Showing> findShowing(Sharer sharer) {
    return builds.find(sharer);
  }

  /** The community's rules in force. */
  public CommunityRules rules() {
    return rules;
  }

  /** Every version that was enacted, oldest first. */
  public List<Enacted> enacted() {
    return List.copyOf(enacted);
  }

  /** Who is where. */
  public Neighbourhood neighbourhood() {
    return neighbours;
  }

  /** Which machines are where, for questions before an order. */
  public MachineIndex machines() {
    return neighbours.index();
  }

  /** What the stewards have taken out of use. */
  public Quarantines quarantines() {
    return quarantines;
  }

  /** Who may read which private file. */
  public Grants grants() {
    return grants;
  }

  /** Events read so far. */
  public long events() {
    return events.sum();
  }

  /** Completes when {@code entity} has been read up to {@code version}; cancel it to give up. */
  public CompletableFuture<Void> await(EntityKey entity, long version) {
    return versions.await(entity, version);
  }

  /** {@code watcher} is told of every change, on the thread that makes it; it must not block. */
  public Watch watch(Consumer<Change> watcher) {
    return watchers.add(watcher);
  }

  private void onOrder(Occurred<?> occurred, OrderEvent event) {
    var id = new OrderId(occurred.entity().id());
    noted(
        orders.compute(id, (key, before) -> withDeals(id, OrderFold.on(before, occurred, event))));
  }

  /** Deals may be read before the order that they are of. */
  private @Nullable OrderView withDeals(OrderId id, @Nullable OrderView order) {
    return order == null ? null : objections.told(order.with(deals.of(id)));
  }

  private void onJob(Occurred<?> occurred, JobEvent event) {
    neighbours.on(event, occurred.at());
    var job = new JobId(occurred.entity().id());
    if (event instanceof JobEvent.JobOpened opened) {
      jobs.put(job, opened.order());
    }
    var order = jobs.get(job);
    if (order != null) {
      noted(
          orders.compute(
              order, (key, before) -> withDeals(order, OrderFold.on(before, occurred, event))));
    }
  }

  private void onRules(Occurred<?> occurred, CommunityEvent.RulesEnacted event) {
    if (event.rules().version() > rules.version() || enacted.isEmpty()) {
      rules = event.rules();
      enacted.add(
          new Enacted(event.rules().version(), occurred.at(), event.author(), event.reason()));
    }
  }

  private void onDeal(Occurred<?> occurred, DealEvent event) {
    var deal = deals.on(occurred, event);
    if (deal != null) {
      builds.on(deal, event, occurred.at());
      noted(
          orders.computeIfPresent(
              deal.order(), (key, before) -> before.with(deals.of(deal.order()))));
    }
  }

  private void onWorkshop(Occurred<?> occurred, WorkshopEvent event) {
    var id = new WorkshopId(occurred.entity().id());
    var now = workshops.compute(id, (key, before) -> WorkshopView.on(before, occurred, event));
    if (now != null) {
      neighbours.on(now);
      watchers.tell(new Change.WorkshopChanged(now));
    }
  }

  private void onDesign(Occurred<?> occurred, DesignEvent event) {
    var id = new DesignId(occurred.entity().id());
    var now =
        designs.compute(
            id,
            (key, before) ->
                DesignView.on(before, occurred, event)
                    .held(quarantines.findHold(id).map(QuarantineView::reason).orElse(null)));
    watchers.tell(new Change.DesignChanged(now));
    var against = objections.on(occurred, event);
    if (against != null) {
      builds
          .ordersOf(id)
          .forEach(order -> tell(orders.computeIfPresent(order, (key, it) -> objections.told(it))));
    }
  }

  private void onQuarantine(Occurred<?> occurred, QuarantineEvent event) {
    var now = quarantines.on(occurred, event);
    objections.on(now);
    for (var order : concerned(now)) {
      tell(orders.computeIfPresent(order, (key, it) -> objections.told(it)));
    }
    now.suspect()
        .findDesign()
        .map(
            id ->
                designs.computeIfPresent(
                    id, (key, it) -> it.held(now.held() ? now.reason() : null)))
        .ifPresent(it -> watchers.tell(new Change.DesignChanged(it)));
  }

  private Set<OrderId> concerned(QuarantineView now) {
    return now.suspect()
        .findDesign()
        .map(builds::ordersOf)
        .orElseGet(() -> now.suspect().findFile().map(grants::ordersOf).orElse(Set.of()));
  }

  private void noted(@Nullable OrderView order) {
    if (order != null) {
      builds.on(order);
      grants.note(order);
    }
    tell(order);
  }

  private void tell(@Nullable OrderView order) {
    if (order != null) {
      watchers.tell(new Change.OrderChanged(order));
    }
  }
}
