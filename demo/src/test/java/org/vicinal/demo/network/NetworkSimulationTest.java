package org.vicinal.demo.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vicinal.coordinator.decide.EntityKey;
import org.vicinal.coordinator.decide.Noun;
import org.vicinal.coordinator.job.JobDecider;
import org.vicinal.coordinator.job.JobState;
import org.vicinal.coordinator.order.OrderState;

/**
 * Whatever is lost, repeated, late or out of order, whoever dies and whenever: no lot is started
 * twice or runs more pieces than it has, no byte goes to a machine in alarm, and every order ends
 * or says what it waits for and until when. What is owed is what was accepted by the rules of the
 * bid; who asked to be told is told of everything they asked for, once.
 *
 * <p>{@code -Dvicinal.seed=7} plays one town again, {@code -Dvicinal.seeds=5000} (or the profile
 * {@code nightly}) plays more.
 */
class NetworkSimulationTest {
  private static final Map<String, Integer> KINDS = new ConcurrentSkipListMap<>();
  private static final LongAdder RUNS = new LongAdder();
  private static final LongAdder TOWNS = new LongAdder();
  private static final int ENOUGH = 100; // towns
  private static final Duration STORM = Duration.ofMinutes(4);
  private static final Duration CALM = Duration.ofMinutes(20);

  static LongStream seeds() {
    var one = Long.getLong("vicinal.seed");
    return one != null
        ? LongStream.of(one)
        : LongStream.range(0, Integer.getInteger("vicinal.seeds", 100));
  }

  @ParameterizedTest(name = "-Dvicinal.seed={0}")
  @MethodSource("seeds")
  void everyOrderEndsOrSaysWhatItWaitsFor(long seed) {
    var town = new Town(seed);
    town.live(STORM, CALM);
    town.sleep();
    note(town);
    for (var order : town.orders()) {
      assertThat(endedOrWaits(town, order))
          .as("%s has ended or waits until a moment%n%s", order, town.story())
          .isTrue();
    }
  }

  /** A simulation in which nothing happens proves nothing. */
  @AfterAll
  static void theTownsHaveMetWhatMatters() {
    if (Long.getLong("vicinal.seed") != null || TOWNS.sum() < ENOUGH) {
      return;
    }
    assertThat(KINDS)
        .containsKeys("LotMade", "LotLapsed", "LotReturned", "LotInterrupted", "LotReconciled")
        .containsKeys("OrderCompleted", "OrderUnmade", "OrderCancelled")
        .containsKeys("BidsOffered", "BidsChosen", "BidsWeighed", "OfferEnded")
        .containsKeys("FirstPieceShown", "FirstPieceAccepted", "FirstPieceRefused")
        .containsKeys("GatePassed", "CodeWrong", "PiecesSent", "PiecesCollected")
        .containsKeys("PiecesAccepted", "PiecesRefused", "PiecesDisposed", "PickupReminded")
        .containsKeys("RemedyProposed", "MediatorAccepted", "DisputeOverdue", "DisputeClosed")
        .containsKeys("PaidTicked", "ReceivedTicked", "PaymentReminded", "DealSettled")
        .containsKeys("NoticeDue", "NoticeSent", "NoticeDelayed", "NoticeHeld", "NoticeGivenUp");
    assertThat(RUNS.sum()).as("runs; what happened: %s", KINDS).isGreaterThan(5 * TOWNS.sum());
  }

  private static void note(Town town) {
    TOWNS.increment();
    RUNS.add(town.laws.runsBegun());
    for (var event : town.coordinator().log()) {
      KINDS.merge(event.event().getClass().getSimpleName(), 1, Integer::sum);
    }
  }

  private static boolean endedOrWaits(Town town, EntityKey order) {
    return switch (town.order(order)) {
      case OrderState.NotPlaced _ -> false;
      case OrderState.Unconfirmed it -> it.confirmBy().isAfter(town.now());
      case OrderState.Ended _ -> true;
      case OrderState.Making it -> {
        var job =
            town.coordinator().state(new EntityKey(Noun.JOB, it.job().value()), JobState.class);
        yield new JobDecider().wake(job).filter(wake -> wake.isAfter(town.now())).isPresent();
      }
    };
  }
}
