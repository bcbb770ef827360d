package org.vicinal.coordinator.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vicinal.coordinator.decide.Things.ANA_ASKS;
import static org.vicinal.coordinator.decide.Things.BEN_ASKS;
import static org.vicinal.coordinator.decide.Things.COORDINATOR;
import static org.vicinal.coordinator.decide.Things.MK3;
import static org.vicinal.coordinator.decide.Things.RULES;
import static org.vicinal.coordinator.decide.Things.SQUARE;
import static org.vicinal.coordinator.decide.Things.STEWARD;
import static org.vicinal.coordinator.decide.Things.WEIR_LANE;
import static org.vicinal.coordinator.decide.Things.euros;
import static org.vicinal.coordinator.decide.Things.printer;
import static org.vicinal.coordinator.decide.Things.wish;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vicinal.coordinator.deal.Deal;
import org.vicinal.coordinator.deal.DealCommand;
import org.vicinal.coordinator.deal.DealDecider;
import org.vicinal.coordinator.deal.DealEvent;
import org.vicinal.coordinator.deal.DealState;
import org.vicinal.coordinator.deal.PickupCode;
import org.vicinal.coordinator.deal.Remedy;
import org.vicinal.coordinator.decide.Asker;
import org.vicinal.coordinator.decide.Command;
import org.vicinal.coordinator.decide.EntityKey;
import org.vicinal.coordinator.decide.Noun;
import org.vicinal.coordinator.decide.Submitted;
import org.vicinal.coordinator.order.Choosing;
import org.vicinal.coordinator.order.OrderCommand;
import org.vicinal.coordinator.workshop.WorkshopCommand;
import org.vicinal.messages.id.JobId;
import org.vicinal.messages.id.LotId;
import org.vicinal.messages.id.OrderId;
import org.vicinal.messages.id.PersonId;
import org.vicinal.messages.net.Instruction;
import org.vicinal.messages.net.Report;
import org.vicinal.messages.net.Seen;
import org.vicinal.messages.work.Handing;
import org.vicinal.messages.work.Handover;
import org.vicinal.messages.work.Size;

/**
 * Whatever customer, workshop and steward say about their lots, in whatever order and however
 * often: every deal waits until a moment or is settled, and what is owed is what was accepted by
 * the rules of the bid.
 *
 * <p>{@code -Dvicinal.seeds=1000} walks longer, {@code -Dvicinal.seed=7} walks one way again.
 */
class DealWalkTest {
  private static final int STEPS = 120;
  private static final OrderId ORDER = new OrderId("o-7");
  private static final JobId JOB = new JobId("o-7-1");
  private static final Asker WEIR_ASKS = new Asker.Workshop(WEIR_LANE);

  static LongStream seeds() {
    var one = Long.getLong("vicinal.seed");
    return one != null
        ? LongStream.of(one)
        : LongStream.range(0, Integer.getInteger("vicinal.seeds", 60));
  }

  /** One order of five hooks, and everybody who has a word in it. */
  private static final class Walk {
    private final RandomGenerator random;
    private final InMemoryCoordinator coordinator = InMemoryCoordinator.empty();
    private final List<Submitted<?>> asked = new ArrayList<>();
    private Instant now = Instant.parse("2026-06-01T12:00:00Z");
    private long sequence;

    Walk(long seed) {
      random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
      ask(STEWARD, new WorkshopCommand.EnrolWorkshop(WEIR_LANE, "Weir Lane", SQUARE));
      ask(COORDINATOR, new WorkshopCommand.ConfirmProvisioned(WEIR_LANE));
      tell(new Seen.Presence("0.1.0", List.of(printer(new Size(250, 210, 200)))));
      var choosing =
          new Choosing(
              Choosing.Rule.NEAREST,
              Choosing.Rule.NEAREST,
              null,
              null,
              Handover.PICKUP,
              false,
              1,
              Duration.ofHours(24),
              random.nextBoolean());
      ask(ANA_ASKS, new OrderCommand.PlaceOrder(ORDER, wish(5).with(choosing), "", true, RULES));
      work();
    }

    private void ask(Asker by, Command command) {
      var submitted = new Submitted<Command>("c-" + asked.size(), by, command);
      asked.add(submitted);
      coordinator.ask(submitted, now);
    }

    private void tell(Seen seen) {
      coordinator.report(WEIR_LANE, new Report(WEIR_LANE, 1, ++sequence, now, seen), now);
    }

    /** The workshop answers calls and awards, and makes what it has. */
    private void work() {
      for (var outgoing : coordinator.takeOutgoing()) {
        switch (outgoing) {
          case Outgoing.ToCalls(var _, var call) -> {
            var soon = now.plusSeconds(3_600L * call.pieces());
            tell(new Seen.Bid(JOB, call.round(), MK3, call.pieces(), 1_800, soon, euros(400)));
          }
          case Outgoing.ToWorkshop(var _, Instruction.Award award) ->
              tell(new Seen.Acceptance(award.lot()));
          case Outgoing.ToWorkshop _ -> {}
        }
      }
    }

    void step() {
      work();
      now = now.plusSeconds(random.nextInt(40_000));
      coordinator.wakeUp(now);
      var deals = deals();
      if (deals.isEmpty()) {
        return;
      }
      var deal = deals.get(random.nextInt(deals.size()));
      int kind = random.nextInt(100);
      if (kind < 45) {
        workshopSays(deal);
      } else if (kind < 97) {
        ask(
            random.nextInt(8) == 0 ? BEN_ASKS : random.nextInt(4) == 0 ? STEWARD : ANA_ASKS,
            customerSays(deal));
      } else if (kind == 97) {
        ask(ANA_ASKS, new OrderCommand.CancelOrder(ORDER, "changed my mind"));
      } else {
        var again = asked.get(random.nextInt(asked.size()));
        coordinator.ask(again, now);
      }
    }

    private void workshopSays(Deal deal) {
      var lot = deal.lot();
      var run = new org.vicinal.messages.id.RunId("r-" + sequence);
      boolean awaited = stateOf(deal) instanceof DealState.Making && deal.firstPiece();
      switch (awaited && random.nextBoolean() ? 6 : random.nextInt(9)) {
        case 0 -> tell(new Seen.LotMade(lot, deal.pieces()));
        case 1 -> tell(new Seen.PiecesChecked(lot, 1 + random.nextInt(deal.pieces()), List.of()));
        case 2 -> tell(new Seen.PiecesReady(lot));
        case 3 ->
            tell(
                new Seen.PiecesHandedOver(
                    lot, Handing.COUNTER, random.nextInt(3) == 0 ? PickupCode.of(deal) : "000000"));
        case 4 -> tell(new Seen.PiecesHandedOver(lot, Handing.CARRIER, "JD 1"));
        case 5 -> tell(new Seen.PaymentReceived(lot));
        case 6 -> tell(new Seen.RunEnded(lot, run, MK3, Seen.Ending.MADE, 9, ""));
        case 7 -> {
          if (random.nextInt(6) == 0) {
            tell(
                new Seen.LotReturned(lot, random.nextInt(deal.pieces() + 1), "the nozzle clogged"));
          }
        }
        default -> ask(WEIR_ASKS, inDispute(deal));
      }
    }

    private DealCommand customerSays(Deal deal) {
      var lot = deal.lot();
      if (stateOf(deal) instanceof DealState.Disputed && random.nextBoolean()) {
        return inDispute(deal);
      }
      boolean making = stateOf(deal) instanceof DealState.Making;
      return switch (making ? 0 : random.nextInt(8)) {
        case 0 -> new DealCommand.JudgeFirstPiece(lot, random.nextBoolean(), "c2VhbGVk");
        case 1 -> new DealCommand.CollectPieces(lot);
        case 2 -> new DealCommand.AcceptPieces(lot, "");
        case 3 ->
            new DealCommand.RefusePieces(lot, 1 + random.nextInt(deal.pieces()), "c2VhbGVk", null);
        case 4 -> new DealCommand.TickPaid(lot);
        case 5 ->
            random.nextInt(5) == 0
                ? new DealCommand.CancelDeal(lot)
                : new DealCommand.CollectPieces(lot);
        default -> inDispute(deal);
      };
    }

    private DealCommand inDispute(Deal deal) {
      var lot = deal.lot();
      int newest = stateOf(deal) instanceof DealState.Disputed it ? it.proposals() : 1;
      return switch (random.nextInt(6)) {
        case 0 -> new DealCommand.ProposeRemedy(lot, new Remedy.Remake(now.plusSeconds(90_000)));
        case 1 -> new DealCommand.ProposeRemedy(lot, new Remedy.PartPayment(random.nextInt(500)));
        case 2 -> new DealCommand.ProposeRemedy(lot, new Remedy.Mediator(new PersonId("p-sam")));
        case 3 ->
            new DealCommand.DecideDispute(lot, new Remedy.PartPayment(random.nextInt(200)), "c2Vh");
        default -> new DealCommand.AnswerRemedy(lot, Math.max(1, newest), random.nextInt(3) > 0);
      };
    }

    private DealState stateOf(Deal deal) {
      return coordinator.state(new EntityKey(Noun.DEAL, deal.lot().toString()), DealState.class);
    }

    List<Deal> deals() {
      return keys().stream()
          .flatMap(key -> coordinator.state(key, DealState.class).agreed().stream())
          .toList();
    }

    List<EntityKey> keys() {
      return coordinator.entities().stream().filter(key -> key.noun() == Noun.DEAL).toList();
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void everyDealEndsAndWhatIsOwedIsWhatWasAccepted(long seed) {
    var walk = new Walk(seed);
    for (int step = 0; step < STEPS; step++) {
      walk.step();
      everyOpenDealWaits(walk);
    }
    for (int i = 0; walk.coordinator.nextWake().isPresent(); i++) {
      assertThat(i).as("wakes until the end, seed " + seed).isLessThan(2_000);
      var wake = walk.coordinator.nextWake().get();
      walk.now = wake.isAfter(walk.now) ? wake : walk.now;
      walk.coordinator.wakeUp(walk.now);
    }
    for (var key : walk.keys()) {
      assertThat(walk.coordinator.state(key, DealState.class))
          .as("%s with seed %d", key, seed)
          .isInstanceOf(DealState.Settled.class);
    }
    nothingIsOwedTwiceOrTooMuch(walk, seed);
  }

  /** While a lot is promised or made the job waits; afterwards the deal itself does. */
  private static void everyOpenDealWaits(Walk walk) {
    for (var key : walk.keys()) {
      var state = walk.coordinator.state(key, DealState.class);
      boolean jobs = state instanceof DealState.Promised || state instanceof DealState.Making;
      boolean waits = new DealDecider().wake(state).isPresent();
      assertThat(waits || jobs || state instanceof DealState.Settled).as("%s", state).isTrue();
    }
  }

  private static void nothingIsOwedTwiceOrTooMuch(Walk walk, long seed) {
    var owed = new java.util.HashMap<LotId, Long>();
    var settled = new HashSet<LotId>();
    for (var occurred : walk.coordinator.log()) {
      if (occurred.event() instanceof DealEvent.AmountOwed it) {
        assertThat(owed.put(it.lot(), it.owed().minorUnits())).as("owed twice").isNull();
      } else if (occurred.event() instanceof DealEvent.DealSettled it) {
        assertThat(settled.add(it.lot())).as("settled once").isTrue();
        assertThat(it.owed().minorUnits())
            .as("settled for what is owed, seed %d", seed)
            .isEqualTo(owed.getOrDefault(it.lot(), 0L));
      }
    }
    for (var deal : walk.deals()) {
      assertThat(owed.getOrDefault(deal.lot(), 0L))
          .as("%s with seed %d", deal.lot(), seed)
          .isBetween(0L, deal.price().minorUnits());
    }
  }

  @Test
  void theWalksMeetWhatMatters() {
    var kinds = new HashSet<String>();
    for (int seed = 0; seed < 40; seed++) {
      var walk = new Walk(seed);
      for (int step = 0; step < STEPS; step++) {
        walk.step();
      }
      walk.coordinator.log().forEach(it -> kinds.add(it.event().getClass().getSimpleName()));
    }
    assertThat(kinds)
        .contains("FirstPieceShown", "FirstPieceAccepted", "FirstPieceRefused", "GatePassed")
        .contains("CodeWrong", "PiecesSent", "PiecesCollected", "PiecesAccepted", "PiecesRefused")
        .contains("RemedyProposed", "RemedyRefused", "DisputeClosed", "LotRefused")
        .contains("AmountOwed", "PaidTicked", "ReceivedTicked", "DealSettled");
  }
}
