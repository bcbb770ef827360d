package org.vicinal.demo.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.vicinal.coordinator.community.CommunityRules;
import org.vicinal.coordinator.community.Patience;
import org.vicinal.coordinator.deal.DealCommand;
import org.vicinal.coordinator.deal.DealState;
import org.vicinal.coordinator.deal.PickupCode;
import org.vicinal.coordinator.decide.Asker;
import org.vicinal.coordinator.decide.Command;
import org.vicinal.coordinator.decide.EntityKey;
import org.vicinal.coordinator.decide.Noun;
import org.vicinal.coordinator.decide.Submitted;
import org.vicinal.coordinator.order.OrderCommand;
import org.vicinal.coordinator.order.OrderState;
import org.vicinal.coordinator.view.DealView;
import org.vicinal.coordinator.view.Views;
import org.vicinal.coordinator.wiring.InMemoryCoordinator;
import org.vicinal.coordinator.wiring.Outgoing;
import org.vicinal.coordinator.wiring.Undone;
import org.vicinal.coordinator.workshop.WorkshopCommand;
import org.vicinal.messages.id.LotId;
import org.vicinal.messages.id.OrderId;
import org.vicinal.messages.id.PersonId;
import org.vicinal.messages.id.WorkshopId;
import org.vicinal.messages.net.Call;
import org.vicinal.messages.net.Instruction;
import org.vicinal.messages.net.Report;
import org.vicinal.messages.place.Place;

/**
 * A coordinator, three workshops and their customers, joined by a router that loses, repeats,
 * delays and reorders.
 */
final class Town {
  private static final int LONGEST_SLEEP = 4_000; // wakes
  private static final Duration BIDDING = Duration.ofSeconds(8);
  private static final CommunityRules RULES =
      CommunityRules.usual()
          .withWindows(BIDDING, Duration.ofSeconds(15))
          .with(patience(Duration.ofSeconds(70), Duration.ofSeconds(10)));
  private static final Asker SAM = new Asker.Steward(new PersonId("p-sam"));

  private record Waiting(Asker by, Command command) {}

  private record Appended(WorkshopId by, Report report, Instant at) {}

  final Laws laws = new Laws();
  private final Agenda agenda = new Agenda();
  private final RandomGenerator random;
  private final Weather weather;
  private final Customer customer;
  private final List<SimulatedWorkshop> workshops;
  private final Deque<Appended> reports = new ArrayDeque<>();
  private final Deque<Waiting> waiting = new ArrayDeque<>();
  private final Post post;
  private Views views = new Views(RULES);
  private int followed;
  private InMemoryCoordinator coordinator = InMemoryCoordinator.empty();
  private boolean away;
  private boolean over;
  private boolean asleep;
  private Instant noWakesBefore = Instant.MIN;
  private final int settled;
  private long generation;
  private long offsets;
  private int commands;

  /** All waits as short as people are slow here. */
  private static Patience patience(Duration wait, Duration day) {
    return new Patience(wait, wait, wait, wait, wait, wait, 5, Duration.ofSeconds(20), day);
  }

  Town(long seed) {
    random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    weather = new Weather(random);
    customer = new Customer(random);
    post = new Post(this, agenda, weather);
    workshops =
        List.of(
            workshop("weir-lane", List.of(Parts.printer("mk3", 250), Parts.printer("mini", 180))),
            workshop("mill-road", List.of(Parts.router("router"))),
            workshop("old-dock", List.of(Parts.printer("ender", 220), Parts.router("shapeoko"))));
    enrol();
    settled = coordinator.log().size();
    workshops.forEach(SimulatedWorkshop::start);
    heartbeat();
    looks();
  }

  private SimulatedWorkshop workshop(String id, List<org.vicinal.agent.workshop.MachineOffer> own) {
    return new SimulatedWorkshop(new WorkshopId(id), agenda, weather, laws, this, own);
  }

  private void enrol() {
    for (int i = 0; i < workshops.size(); i++) {
      var id = workshops.get(i).id();
      var place = new Place(50.93 + 0.015 * i, 6.96);
      ask(SAM, new WorkshopCommand.EnrolWorkshop(id, id.value(), place));
      ask(new Asker.Coordinator(), new WorkshopCommand.ConfirmProvisioned(id));
    }
  }

  /** Everything goes wrong for a while, and then nothing more does. */
  void live(Duration storm, Duration calm) {
    for (int i = 0; i < 5; i++) {
      var order = new OrderId("o-" + i);
      agenda.in(Duration.ofSeconds(20 + random.nextInt(60)), () -> place(order));
      if (random.nextInt(8) == 0) {
        agenda.in(Duration.ofSeconds(30 + random.nextInt(120)), () -> cancel(order));
      }
    }
    trouble();
    agenda.run(storm, () -> false);
    weather.calm();
    away = false;
    watch();
    agenda.run(calm, () -> over);
  }

  /** The days after: only time passes, and what was promised for its passing happens. */
  void sleep() {
    asleep = true;
    for (int i = 0; i < LONGEST_SLEEP && somethingIsLeft(); i++) {
      int before;
      do { // whatever is on its way arrives before the next that waits for its time
        before = followed;
        agenda.run(Duration.ofSeconds(5), () -> false);
        drain();
      } while (followed > before);
      var next = coordinator.nextWake();
      next.ifPresent(agenda::skipTo);
      coordinator.wakeUp(agenda.instant());
      send();
    }
    post.lawsHold(coordinator.log());
    laws.owed(coordinator.log());
  }

  private boolean somethingIsLeft() {
    return coordinator.nextWake().isPresent() || !waiting.isEmpty() || !reports.isEmpty();
  }

  private void trouble() {
    agenda.in(
        Duration.ofSeconds(5 + random.nextInt(25)),
        () -> {
          if (weather.isCalm()) {
            return;
          }
          var workshop = workshops.get(random.nextInt(workshops.size()));
          switch (random.nextInt(8)) {
            case 0, 1 -> workshop.kill();
            case 2 -> workshop.mishap();
            case 3 -> goAway();
            case 4 -> restore();
            default -> {}
          }
          trouble();
        });
  }

  private void place(OrderId order) {
    var wish = customer.wish(agenda.instant());
    ask(
        new Asker.Customer(Customer.ANA),
        new OrderCommand.PlaceOrder(order, wish, "", true, RULES));
    customer.notices(order).ifPresent(asks -> ask(new Asker.Customer(Customer.ANA), asks));
  }

  private void cancel(OrderId order) {
    ask(new Asker.Customer(Customer.ANA), new OrderCommand.CancelOrder(order, "changed my mind"));
  }

  private void ask(Asker by, Command command) {
    coordinator.ask(new Submitted<>("c-" + ++commands, by, command), agenda.instant());
    send();
  }

  /** The coordinator's host is gone for a while; its broker, and so its log, stays. */
  private void goAway() {
    away = true;
    agenda.in(
        Duration.ofSeconds(5 + random.nextInt(90)),
        () -> {
          away = false;
          noWakesBefore = agenda.instant().plus(BIDDING);
        });
  }

  /** The coordinator comes back from an older export and asks everybody what they know. */
  private void restore() {
    var log = coordinator.log();
    int kept = Math.max(settled, log.size() - random.nextInt(25));
    while (kept < log.size() && !log.get(kept).id().endsWith("/0")) {
      kept--;
    }
    coordinator =
        InMemoryCoordinator.restored(log.subList(0, kept), ++generation, agenda.instant());
    views = new Views(RULES);
    coordinator.log().subList(0, kept).forEach(views::on);
    followed = kept;
    post.restored(coordinator.log().subList(0, kept));
    waiting.clear();
    noWakesBefore = agenda.instant().plus(BIDDING);
    for (var workshop : workshops) {
      deliver(workshop, new Instruction.Reconcile(generation));
    }
    send();
  }

  /** The bridge and the wakes, ten times a second. */
  private void heartbeat() {
    agenda.in(
        Duration.ofMillis(100),
        () -> {
          if (!away) {
            drain();
            if (!agenda.instant().isBefore(noWakesBefore)) {
              coordinator.wakeUp(agenda.instant());
            }
            send();
          }
          if (!asleep) {
            heartbeat();
          }
        });
  }

  /** The customer comes by. */
  private void looks() {
    agenda.in(
        Duration.ofSeconds(5 + random.nextInt(40)),
        () -> {
          if (!away) {
            customer.look(coordinator, command -> ask(new Asker.Customer(Customer.ANA), command));
            customer.decide(coordinator, command -> ask(SAM, command));
            everyWaitHasItsTime();
          }
          looks();
        });
  }

  /** What was written while the coordinator was away, and what its own parts have to say. */
  private void drain() {
    while (!reports.isEmpty()) {
      var next = reports.removeFirst();
      coordinator
          .report(next.by(), next.report(), next.at())
          .flatMap(Undone::told)
          .ifPresent(this::tell);
    }
    while (!waiting.isEmpty()) {
      var next = waiting.removeFirst();
      ask(next.by(), next.command());
    }
  }

  /** Is asked when the coordinator is there. */
  void later(Command command) {
    waiting.add(new Waiting(new Asker.Coordinator(), command));
  }

  /** As a workshop with its token; lost while the coordinator is away. */
  void say(WorkshopId workshop, Command command) {
    if (!away) {
      ask(new Asker.Workshop(workshop), command);
    }
  }

  /** The views and the post read what the log has more. */
  private void follow() {
    while (followed < coordinator.log().size()) {
      var occurred = coordinator.log().get(followed++);
      views.on(occurred);
      post.on(occurred, views);
    }
  }

  /** What the customer reads at the counter. */
  String pickupCode(LotId lot) {
    return deal(lot).agreed().map(PickupCode::of).orElse("");
  }

  /** What the workshop may say of refused pieces; empty while none are. */
  Optional<DealCommand> dispute(LotId lot) {
    return deal(lot) instanceof DealState.Disputed it
        ? Optional.of(customer.inDispute(it, lot))
        : Optional.empty();
  }

  private DealState deal(LotId lot) {
    return coordinator.state(new EntityKey(Noun.DEAL, lot.toString()), DealState.class);
  }

  private void everyWaitHasItsTime() {
    for (var order : views.orders()) {
      var wait = order.waitingFor();
      boolean over = order.ended() != null && order.deals().stream().noneMatch(DealView::open);
      boolean timed =
          wait.isPresent()
              && (wait.get().until() != null || wait.get().what().startsWith("the next"));
      assertThat(over || timed)
          .as("%s waits: %s, deals %s%n%s", order.id(), wait, order.deals(), story())
          .isTrue();
    }
  }

  private void tell(Outgoing.ToWorkshop it) {
    workshops.stream()
        .filter(workshop -> workshop.id().equals(it.workshop()))
        .forEach(workshop -> deliver(workshop, it.instruction()));
  }

  private void send() {
    follow();
    for (var outgoing : coordinator.takeOutgoing()) {
      switch (outgoing) {
        case Outgoing.ToCalls(var _, Call call) -> workshops.forEach(it -> deliver(it, call));
        case Outgoing.ToWorkshop(var id, Instruction instruction) -> {
          if (instruction instanceof Instruction.Award award) {
            laws.awarded(award);
          }
          tell(new Outgoing.ToWorkshop(id, instruction));
        }
      }
    }
  }

  private void deliver(SimulatedWorkshop workshop, Call call) {
    long offset = ++offsets;
    carry(workshop, () -> workshop.hearCall(call, offset));
  }

  private void deliver(SimulatedWorkshop workshop, Instruction instruction) {
    long offset = ++offsets;
    carry(workshop, () -> workshop.hearInstruction(instruction, offset));
  }

  /** From a topic to a workshop: late, perhaps twice, in any order, and after its next start. */
  private void carry(SimulatedWorkshop workshop, Runnable what) {
    agenda.in(
        weather.delay(),
        () -> {
          if (workshop.isAlive()) {
            what.run();
            if (weather.strikes(6)) {
              carry(workshop, what);
            }
          } else {
            agenda.in(Duration.ofSeconds(1), () -> carry(workshop, what));
          }
        });
  }

  /** From a workshop to its topic: lost, late, repeated; and so is the broker's word about it. */
  void fromWorkshop(SimulatedWorkshop workshop, Report report) {
    if (weather.strikes(6)) {
      return;
    }
    agenda.in(
        weather.delay(),
        () -> {
          var appendedAt = agenda.instant();
          reports.add(new Appended(workshop.id(), report, appendedAt));
          if (weather.strikes(8)) {
            reports.add(new Appended(workshop.id(), report, appendedAt));
          }
          if (!weather.strikes(6)) {
            agenda.in(weather.delay(), () -> workshop.delivered(report.sequence(), appendedAt));
          }
        });
  }

  List<EntityKey> orders() {
    return coordinator.entities().stream().filter(key -> key.noun() == Noun.ORDER).toList();
  }

  OrderState order(EntityKey key) {
    return coordinator.state(key, OrderState.class);
  }

  InMemoryCoordinator coordinator() {
    return coordinator;
  }

  Instant now() {
    return agenda.instant();
  }

  /** Looks once a second whether anything is left to wait for. */
  private void watch() {
    over = allEnded();
    agenda.in(Duration.ofSeconds(1), this::watch);
  }

  private boolean allEnded() {
    return orders().stream().allMatch(key -> order(key) instanceof OrderState.Ended)
        && views.orders().stream().flatMap(it -> it.deals().stream()).noneMatch(DealView::open);
  }

  /** What the log says, for whoever looks for the cause of a failure. */
  List<String> story() {
    var lines = new ArrayList<String>();
    for (var event : coordinator.log()) {
      lines.add(event.at() + " " + event.entity() + " " + event.event());
    }
    return lines;
  }
}
