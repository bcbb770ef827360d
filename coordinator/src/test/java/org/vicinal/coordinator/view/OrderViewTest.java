package org.vicinal.coordinator.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vicinal.coordinator.community.CommunityRules;
import org.vicinal.coordinator.decide.Asker;
import org.vicinal.coordinator.decide.Command;
import org.vicinal.coordinator.decide.EntityKey;
import org.vicinal.coordinator.decide.Occurred;
import org.vicinal.coordinator.decide.Submitted;
import org.vicinal.coordinator.order.OrderCommand;
import org.vicinal.coordinator.order.Wish;
import org.vicinal.coordinator.wiring.InMemoryCoordinator;
import org.vicinal.coordinator.workshop.WorkshopCommand;
import org.vicinal.messages.fit.MachineProfile;
import org.vicinal.messages.id.Digest;
import org.vicinal.messages.id.JobId;
import org.vicinal.messages.id.LotId;
import org.vicinal.messages.id.MachineId;
import org.vicinal.messages.id.OrderId;
import org.vicinal.messages.id.PersonId;
import org.vicinal.messages.id.RunId;
import org.vicinal.messages.id.WorkshopId;
import org.vicinal.messages.net.Report;
import org.vicinal.messages.net.Seen;
import org.vicinal.messages.place.Place;
import org.vicinal.messages.work.Controller;
import org.vicinal.messages.work.FileRef;
import org.vicinal.messages.work.Making;
import org.vicinal.messages.work.Price;
import org.vicinal.messages.work.Requirement;
import org.vicinal.messages.work.Size;

/**
 * A view is what the log says, in whatever order the events of different entities come, and however
 * often.
 */
class OrderViewTest {
  private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");
  private static final PersonId ANA = new PersonId("p-ana");
  private static final WorkshopId MILL = new WorkshopId("mill-lane");
  private static final Place TOWN = new Place(51.4545, -0.9781);
  private static final OrderId HOOK = new OrderId("hook");
  private static final Digest PROGRAM = new Digest("0".repeat(64));
  private static final Requirement PART =
      new Requirement(
          Making.FFF, "PLA", new Size(50, 50, 20), Set.of(Controller.MARLIN), 210, 60, 0);
  private long sequence;

  @Test
  void itIsTheSameInWhateverOrderThePartitionsComeAndHoweverOften() {
    var log = life();
    var expected = views(log);
    assertThat(state(expected)).isEqualTo(OrderView.State.MADE);
    int seeds = Integer.getInteger("vicinal.seeds", 200);
    long first = Long.getLong("vicinal.seed", 1);
    for (long seed = first; seed < first + seeds; seed++) {
      var shuffled = views(interleaved(log, new Random(seed)));
      assertThat(shuffled.findOrder(HOOK))
          .as("seed %d (replay with -Dvicinal.seed=%d)", seed, seed)
          .isEqualTo(expected.findOrder(HOOK));
    }
  }

  @Test
  void itTellsWhatItWaitsForAfterEveryEvent() {
    var views = new Views(CommunityRules.usual());
    var waits = new ArrayList<String>();
    for (var event : life()) {
      views.on(event);
      views
          .findOrder(HOOK)
          .flatMap(OrderView::waitingFor)
          .map(WaitingFor::what)
          .filter(what -> waits.isEmpty() || !waits.getLast().equals(what))
          .ifPresent(waits::add);
    }
    assertThat(waits)
        .contains(
            "the customer confirms the order",
            "mill-lane answers",
            "mill-lane accepts the award",
            "mill-lane begins",
            "mill-lane makes it on mk3");
  }

  @Test
  void aSignalMovesTheBarAndAStrangersDoesNot() {
    var log = life();
    var views = new Views(CommunityRules.usual());
    for (var event : log) {
      views.on(event);
      var order = views.findOrder(HOOK);
      if (order.isPresent()
          && order.get().lots().stream().anyMatch(lot -> lot.state() == LotView.State.RUNNING)) {
        break;
      }
    }
    var lot = new LotId(new JobId("hook-1"), 0, 1);
    var progress = new Seen.Progress(lot, new RunId("run-1"), new MachineId("mk3"), 50, 100, 60);
    views.on(new WorkshopId("somebody-else"), progress);
    assertThat(order(views).progress()).isZero();
    views.on(MILL, progress);
    assertThat(order(views).progress()).isEqualTo(0.5);
  }

  @Test
  void filesAreOpenToThoseWhoAreCalledAndThenToWhomItWasGiven() {
    var views = new Views(CommunityRules.usual());
    var seen = new ArrayList<Boolean>();
    for (var event : life()) {
      views.on(event);
      boolean open = views.grants().mayRead(MILL, PROGRAM);
      if (seen.isEmpty() || seen.getLast() != open) {
        seen.add(open);
      }
      assertThat(views.grants().mayRead(new WorkshopId("somebody-else"), PROGRAM)).isFalse();
    }
    assertThat(seen.getFirst()).isFalse();
    assertThat(seen.getLast()).isTrue();
    assertThat(views.grants().mayRead(ANA, PROGRAM)).isTrue();
    assertThat(views.grants().mayRead(new PersonId("p-ben"), PROGRAM)).isFalse();
  }

  private List<Occurred<?>> life() {
    sequence = 0;
    var core = InMemoryCoordinator.empty();
    ask(
        core,
        new Asker.Steward(new PersonId("p-sam")),
        new WorkshopCommand.EnrolWorkshop(MILL, "Mill Lane", TOWN));
    ask(core, new Asker.Coordinator(), new WorkshopCommand.ConfirmProvisioned(MILL));
    report(core, new Seen.Presence("0.1.0", List.of(printer())));
    var customer = new Asker.Customer(ANA);
    ask(
        core,
        customer,
        new OrderCommand.PlaceOrder(HOOK, wish(), "sealed", false, CommunityRules.usual()));
    ask(core, customer, new OrderCommand.ConfirmOrder(HOOK));
    var job = new JobId("hook-1");
    var lot = new LotId(job, 0, 1);
    var mk3 = new MachineId("mk3");
    var run = new RunId("run-1");
    var price = new Price("EUR", List.of(new Price.Line("machine time", 320)));
    report(core, new Seen.Bid(job, 1, mk3, 1, 600, NOON.plusSeconds(3_600), price));
    report(core, new Seen.Acceptance(lot));
    report(core, new Seen.RunStarted(lot, run, mk3, PROGRAM, 1));
    report(core, new Seen.RunEnded(lot, run, mk3, Seen.Ending.MADE, 100, "finished"));
    report(core, new Seen.LotMade(lot, 1));
    return core.log();
  }

  private static Wish wish() {
    var file = new FileRef("hook.gcode", FileRef.Role.PROGRAM, PROGRAM, 100, Controller.MARLIN);
    return new Wish(ANA, "Hook", null, PART, List.of(file), 1, NOON.plus(Duration.ofDays(1)), TOWN);
  }

  private static MachineProfile printer() {
    return new MachineProfile(
        new MachineId("mk3"),
        Making.FFF,
        Controller.MARLIN,
        new Size(250, 210, 210),
        Set.of("PLA"),
        300,
        120,
        0);
  }

  private void ask(InMemoryCoordinator core, Asker by, Command command) {
    var answer =
        core.ask(new Submitted<>("c" + ++sequence, by, command), NOON.plusSeconds(sequence));
    assertThat(answer.rejection()).isNull();
  }

  private void report(InMemoryCoordinator core, Seen seen) {
    var report = new Report(MILL, 1, ++sequence, NOON, seen);
    var answer = core.report(MILL, report, NOON.plusSeconds(sequence));
    assertThat(answer.orElseThrow().rejection()).isNull();
  }

  /** The events of each entity in their order, those of different ones in any; some twice. */
  private static List<Occurred<?>> interleaved(List<Occurred<?>> log, Random random) {
    Map<EntityKey, List<Occurred<?>>> byEntity = new HashMap<>();
    log.forEach(
        event -> byEntity.computeIfAbsent(event.entity(), key -> new ArrayList<>()).add(event));
    var queues = new ArrayList<>(byEntity.values());
    var mixed = new ArrayList<Occurred<?>>();
    while (!queues.isEmpty()) {
      var queue = queues.get(random.nextInt(queues.size()));
      var event = queue.removeFirst();
      mixed.add(event);
      if (random.nextInt(4) == 0) {
        mixed.add(event);
      }
      if (queue.isEmpty()) {
        queues.remove(queue);
      }
    }
    return mixed;
  }

  private static Views views(List<Occurred<?>> log) {
    var views = new Views(CommunityRules.usual());
    log.forEach(views::on);
    return views;
  }

  private static OrderView order(Views views) {
    return views.findOrder(HOOK).orElseThrow();
  }

  private static OrderView.State state(Views views) {
    return order(views).state();
  }
}
