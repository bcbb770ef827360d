package org.vicinal.coordinator.wiring;

import static org.vicinal.coordinator.decide.Things.ANA;
import static org.vicinal.coordinator.decide.Things.ANA_ASKS;
import static org.vicinal.coordinator.decide.Things.COORDINATOR;
import static org.vicinal.coordinator.decide.Things.MK3;
import static org.vicinal.coordinator.decide.Things.NOON;
import static org.vicinal.coordinator.decide.Things.PROGRAM;
import static org.vicinal.coordinator.decide.Things.RULES;
import static org.vicinal.coordinator.decide.Things.SQUARE;
import static org.vicinal.coordinator.decide.Things.STEWARD;
import static org.vicinal.coordinator.decide.Things.euros;
import static org.vicinal.coordinator.decide.Things.partOf;
import static org.vicinal.coordinator.decide.Things.printer;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.vicinal.coordinator.community.Fairness;
import org.vicinal.coordinator.decide.Asker;
import org.vicinal.coordinator.decide.Command;
import org.vicinal.coordinator.decide.Submitted;
import org.vicinal.coordinator.job.JobCommand;
import org.vicinal.coordinator.job.Pick;
import org.vicinal.coordinator.order.Choosing;
import org.vicinal.coordinator.order.OrderCommand;
import org.vicinal.coordinator.order.Wish;
import org.vicinal.coordinator.workshop.WorkshopCommand;
import org.vicinal.messages.id.JobId;
import org.vicinal.messages.id.LotId;
import org.vicinal.messages.id.OrderId;
import org.vicinal.messages.id.RunId;
import org.vicinal.messages.id.WorkshopId;
import org.vicinal.messages.net.Call;
import org.vicinal.messages.net.Instruction;
import org.vicinal.messages.net.Offering;
import org.vicinal.messages.net.Report;
import org.vicinal.messages.net.Seen;
import org.vicinal.messages.place.Place;
import org.vicinal.messages.work.Handover;
import org.vicinal.messages.work.Price;
import org.vicinal.messages.work.Size;

/**
 * A town that misbehaves, from one seed: customers change their minds, workshops answer, lie,
 * repeat themselves and fall silent, and what they say comes late and in any order.
 */
final class Storm {
  private static final List<WorkshopId> WORKSHOPS =
      List.of(
          new WorkshopId("weir-lane"),
          new WorkshopId("mill-road"),
          new WorkshopId("far-field"),
          new WorkshopId("old-dock"));

  private record Sent(WorkshopId by, Report report) {}

  private record Held(WorkshopId by, Instruction.Award award) {
    LotId lot() {
      return award.lot();
    }
  }

  private final RandomGenerator random;
  private final Map<WorkshopId, Long> sequences = new LinkedHashMap<>();
  private final List<Held> held = new ArrayList<>();
  private final List<Call> calls = new ArrayList<>();
  private final List<Sent> onTheWay = new ArrayList<>();
  private final List<Sent> delivered = new ArrayList<>();
  private final List<OrderId> orders = new ArrayList<>();
  private final int settled;
  private final int pace;
  private long generation;
  private int commands;
  InMemoryCoordinator coordinator = InMemoryCoordinator.empty();
  Instant now = NOON;

  Storm(RandomGenerator random) {
    this.random = random;
    pace = 1_000 << random.nextInt(6); // in some towns everything is slow
    for (int i = 0; i < WORKSHOPS.size(); i++) {
      var workshop = WORKSHOPS.get(i);
      ask(
          STEWARD,
          new WorkshopCommand.EnrolWorkshop(
              workshop, workshop.value(), new Place(50.93 + 0.012 * i, 6.96)));
      ask(COORDINATOR, new WorkshopCommand.ConfirmProvisioned(workshop));
      say(
          workshop,
          new Seen.Presence(
              "0.1.0", List.of(printer(new Size(100 + random.nextInt(200), 210, 200)))));
    }
    deliverAll();
    settled = coordinator.log().size();
  }

  /** One thing happens. */
  void step() {
    now = now.plusMillis(random.nextInt(pace));
    switch (random.nextInt(16)) {
      case 0 -> placeOrder();
      case 1 -> {
        changeMind();
        choose();
      }
      case 2, 3, 4 -> answerCall();
      case 5, 6 -> speakOfLot();
      default -> deliver();
    }
    if (random.nextInt(4) == 0) {
      coordinator.wakeUp(now);
    }
    if (random.nextInt(500) == 0) {
      restore();
    }
    hear();
  }

  private void placeOrder() {
    var order = new OrderId("o-" + random.nextInt(8));
    var wish =
        new Wish(
            ANA,
            "Coat hook",
            null,
            partOf(new Size(80 + random.nextInt(250), 20, 12)),
            List.of(PROGRAM),
            1 + random.nextInt(6),
            now.plus(Duration.ofMinutes(1 + random.nextInt(600))),
            SQUARE,
            random.nextInt(3) == 0 ? null : choosing());
    var rules = random.nextBoolean() ? RULES : RULES.with(new Fairness(0.5, 1, 2));
    ask(ANA_ASKS, new OrderCommand.PlaceOrder(order, wish, "", random.nextInt(4) > 0, rules));
    orders.add(order);
  }

  private Choosing choosing() {
    boolean together = random.nextInt(4) == 0;
    return new Choosing(
        any(List.of(Choosing.Rule.values())),
        any(List.of(Choosing.Rule.values())), // one of them makes no sense, and is refused
        random.nextInt(3) == 0 ? "EUR" : null,
        random.nextInt(3) == 0 ? (Long) 500L : null,
        any(List.of(Handover.values())),
        together,
        together ? 1 : 1 + random.nextInt(3),
        Duration.ofMillis(1 + random.nextInt(40 * pace)),
        random.nextInt(3) == 0);
  }

  /** Bids are taken, as one hopes or not. */
  private void choose() {
    if (orders.isEmpty()) {
      return;
    }
    var picks = new ArrayList<Pick>();
    for (int i = random.nextInt(3); i > 0; i--) {
      picks.add(new Pick(any(WORKSHOPS), random.nextInt(5)));
    }
    ask(ANA_ASKS, new JobCommand.ChooseBids(new JobId(any(orders) + "-1"), picks));
  }

  private void changeMind() {
    if (orders.isEmpty()) {
      return;
    }
    var order = any(orders);
    switch (random.nextInt(6)) {
      case 0 -> ask(ANA_ASKS, new OrderCommand.CancelOrder(order, "changed my mind"));
      case 1, 2, 3 -> ask(ANA_ASKS, new OrderCommand.ConfirmOrder(order));
      default -> {
        if (!held.isEmpty()) {
          ask(ANA_ASKS, new JobCommand.TakeBackLot(any(held).lot(), "I cannot wait"));
        }
      }
    }
  }

  private void answerCall() {
    if (calls.isEmpty()) {
      return;
    }
    var call = any(calls);
    var workshop = any(WORKSHOPS);
    if (random.nextInt(4) == 0) {
      say(workshop, new Seen.Refusal(call.job(), call.round(), "busy"));
    } else {
      say(
          workshop,
          new Seen.Bid(
              call.job(),
              call.round(),
              MK3,
              random.nextInt(8),
              random.nextInt(600),
              now.plusSeconds(random.nextInt(20_000)),
              random.nextInt(4) == 0 ? Price.GIFT : euros(random.nextInt(1_000)),
              random.nextInt(3) == 0
                  ? null
                  : new Offering(
                      random.nextInt(3) == 0 ? "PETG" : "",
                      any(List.of(Handover.values())),
                      Set.of(),
                      "")));
    }
  }

  private void speakOfLot() {
    if (held.isEmpty()) {
      return;
    }
    var holding = any(held);
    var lot = holding.lot();
    var workshop = random.nextInt(20) == 0 ? any(WORKSHOPS) : holding.by();
    var run = new RunId("r-" + random.nextInt(1_000_000));
    int pieces = random.nextInt(1 + holding.award().pieces());
    say(
        workshop,
        switch (random.nextInt(12)) {
          case 0 -> new Seen.Decline(lot, "no spool");
          case 1 -> new Seen.LotReturned(lot, pieces, "clogged");
          case 2 -> new Seen.RunStarted(lot, run, MK3, PROGRAM.digest(), 1);
          case 3 -> new Seen.RunEnded(lot, run, MK3, ending(), 7, "so it went");
          case 4, 5 -> new Seen.LotMade(lot, holding.award().pieces());
          case 7 -> new Seen.LotDelayed(lot, now.plusSeconds(random.nextInt(90_000)), "no spool");
          case 6 -> new Seen.Progress(lot, run, MK3, 1, 2, 3);
          default -> new Seen.Acceptance(lot);
        });
  }

  private Seen.Ending ending() {
    return any(List.of(Seen.Ending.values()));
  }

  private void say(WorkshopId workshop, Seen seen) {
    long sequence = sequences.merge(workshop, 1L, Long::sum);
    onTheWay.add(new Sent(workshop, new Report(workshop, 1, sequence, now, seen)));
  }

  /** Any of what is on its way arrives, or something that has arrived arrives again. */
  private void deliver() {
    if (!delivered.isEmpty() && random.nextInt(4) == 0) {
      arrive(any(delivered));
    } else if (!onTheWay.isEmpty()) {
      var sent = onTheWay.remove(random.nextInt(Math.min(6, onTheWay.size())));
      arrive(sent);
      delivered.add(sent);
    }
  }

  void deliverAll() {
    while (!onTheWay.isEmpty()) {
      var sent = onTheWay.removeFirst();
      arrive(sent);
      delivered.add(sent);
    }
    hear();
  }

  /** Everything that was ever said is said again, in another order. */
  void repeatEverything() {
    var again = new ArrayList<>(delivered);
    java.util.Collections.shuffle(again, new java.util.Random(random.nextLong()));
    again.forEach(this::arrive);
  }

  private void arrive(Sent sent) {
    var _ = coordinator.report(sent.by(), sent.report(), now);
  }

  /** The coordinator loses its latest past; the workshops tell what they know. */
  private void restore() {
    var log = coordinator.log();
    int kept = Math.max(settled, log.size() - random.nextInt(30));
    while (kept < log.size() && !log.get(kept).id().endsWith("/0")) {
      kept--; // the events of one command are written, and so exported, all or none
    }
    coordinator = InMemoryCoordinator.restored(log.subList(0, kept), ++generation, now);
    calls.clear();
    for (var holding : held) {
      int pieces = holding.award().pieces();
      say(
          holding.by(),
          new Seen.LotKnown(
              holding.lot(),
              generation,
              any(List.of(Seen.Standing.values())),
              pieces,
              random.nextInt(pieces + 1),
              holding.award().readyBy()));
    }
  }

  private void hear() {
    for (var outgoing : coordinator.takeOutgoing()) {
      switch (outgoing) {
        case Outgoing.ToCalls it -> {
          calls.add(it.call());
          bidNicely(it.call());
        }
        case Outgoing.ToWorkshop(var workshop, Instruction.Award award) -> {
          if (held.stream().anyMatch(other -> other.lot().equals(award.lot()))) {
            throw new AssertionError("Lot " + award.lot() + " was awarded twice.");
          }
          held.add(new Held(workshop, award));
          workNicely(workshop, award);
        }
        case Outgoing.ToWorkshop _ -> {}
      }
    }
  }

  /** Half of those who are called bid as one hopes. */
  private void bidNicely(Call call) {
    for (var workshop : call.called()) {
      if (random.nextBoolean()) {
        say(
            workshop,
            new Seen.Bid(
                call.job(), call.round(), MK3, call.pieces(), 1, call.wanted(), euros(400)));
      }
    }
  }

  /** Most workshops do most of the time what one hopes for. */
  private void workNicely(WorkshopId workshop, Instruction.Award award) {
    if (random.nextInt(4) > 0) {
      say(workshop, new Seen.Acceptance(award.lot()));
      if (random.nextInt(4) > 0) {
        say(workshop, new Seen.LotMade(award.lot(), award.pieces()));
      }
    }
  }

  /** Whether the coordinator ever lost a part of its past. */
  boolean wasRestored() {
    return generation > 0;
  }

  private void ask(Asker by, Command command) {
    coordinator.ask(new Submitted<>("c-" + ++commands, by, command), now);
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
