package org.vicinal.coordinator.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vicinal.coordinator.decide.EntityKey;
import org.vicinal.coordinator.decide.Noun;
import org.vicinal.coordinator.job.JobState;
import org.vicinal.coordinator.job.Lot;
import org.vicinal.coordinator.order.OrderState;

/**
 * Whatever customers and workshops do, in whatever order it comes and however often: no lot awards
 * more than is wanted, everything ends or waits until a stated moment, and nothing counts twice.
 *
 * <p>{@code -Dvicinal.seeds=1000} walks longer, {@code -Dvicinal.seed=7} walks one way again.
 */
class RandomWalkTest {
  private static final int STEPS = 300;

  static LongStream seeds() {
    var one = Long.getLong("vicinal.seed");
    return one != null
        ? LongStream.of(one)
        : LongStream.range(0, Integer.getInteger("vicinal.seeds", 30));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void everythingEndsAndNothingCountsTwice(long seed) {
    var storm = new Storm(generator(seed));
    for (int step = 0; step < STEPS; step++) {
      storm.step();
      if (step % 10 == 0) {
        noLotIsTooMuch(storm.coordinator);
      }
    }
    storm.deliverAll();
    replayGivesTheStoredStates(storm.coordinator);
    everyOpenJobWaitsUntilAMoment(storm.coordinator);
    calm(storm);
    everythingHasEnded(storm.coordinator);
    if (storm.wasRestored()) {
      storm.repeatEverything(); // some of it was lost, and counts now
    }
    var log = storm.coordinator.log();
    storm.repeatEverything();
    assertThat(storm.coordinator.log().stream().skip(log.size())).as("repeated").isEmpty();
  }

  @Test
  void theWalksMeetWhatMatters() {
    var kinds = new HashSet<String>();
    for (int seed = 0; seed < 8; seed++) {
      var storm = new Storm(generator(seed));
      for (int step = 0; step < STEPS; step++) {
        storm.step();
      }
      storm.coordinator.log().forEach(it -> kinds.add(it.event().getClass().getSimpleName()));
    }
    assertThat(kinds)
        .contains("LotAccepted", "LotLapsed", "RunEnded", "ClaimRefused")
        .contains("BidsWeighed", "BidsOffered", "BidsChosen", "OfferEnded", "LotDelayed")
        .contains("JobMade", "JobUnmade", "JobWithdrawn");
  }

  private static RandomGenerator generator(long seed) {
    return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }

  private static void noLotIsTooMuch(InMemoryCoordinator coordinator) {
    for (var job : jobs(coordinator)) {
      var state = coordinator.state(job, JobState.class);
      int wanted = state.taskIfOpen().map(task -> task.wish().pieces()).orElse(Integer.MAX_VALUE);
      int covered = state.lots().stream().mapToInt(RandomWalkTest::covered).sum();
      assertThat(covered).as("pieces made or at work of %s", job).isLessThanOrEqualTo(wanted);
    }
  }

  private static int covered(Lot lot) {
    return lot.standing().live() ? lot.pieces() : lot.made();
  }

  private static void replayGivesTheStoredStates(InMemoryCoordinator coordinator) {
    var replayed = InMemoryCoordinator.restored(coordinator.log(), 99, Instant.EPOCH);
    assertThat(replayed.log()).isEqualTo(coordinator.log());
    for (var entity : coordinator.entities()) {
      assertThat(replayed.json(entity)).isEqualTo(coordinator.json(entity));
    }
  }

  private static void everyOpenJobWaitsUntilAMoment(InMemoryCoordinator coordinator) {
    for (var job : jobs(coordinator)) {
      var state = coordinator.state(job, JobState.class);
      var wake = new org.vicinal.coordinator.job.JobDecider().wake(state);
      assertThat(wake.isPresent())
          .as("%s waits until a moment: %s", job, state)
          .isEqualTo(state.taskIfOpen().isPresent());
    }
  }

  private static void calm(Storm storm) {
    for (int i = 0; storm.coordinator.nextWake().isPresent(); i++) {
      assertThat(i).as("wakes until the end").isLessThan(2_000);
      var wake = storm.coordinator.nextWake().get();
      storm.now = wake.isAfter(storm.now) ? wake : storm.now;
      storm.coordinator.wakeUp(storm.now);
      noLotIsTooMuch(storm.coordinator);
    }
  }

  private static void everythingHasEnded(InMemoryCoordinator coordinator) {
    for (var entity : coordinator.entities()) {
      if (entity.noun() == Noun.ORDER) {
        assertThat(coordinator.state(entity, OrderState.class))
            .isInstanceOf(OrderState.Ended.class);
      } else if (entity.noun() == Noun.JOB) {
        assertThat(coordinator.state(entity, JobState.class).taskIfOpen()).isEmpty();
      }
    }
  }

  private static Iterable<EntityKey> jobs(InMemoryCoordinator coordinator) {
    return coordinator.entities().stream().filter(key -> key.noun() == Noun.JOB).toList();
  }
}
