package org.vicinal.coordinator.border;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.vicinal.coordinator.broker.TopicPlan;
import org.vicinal.messages.place.Place;

/** A workshop reads the calls of every place in its farthest ring, wherever on earth. */
class CallCellsTest {
  private static final double RING_METRES = 150_000;
  private static final double METRES_PER_DEGREE = 111_000;
  private final CallCells cells = new CallCells();

  @Test
  void aPlaceInReachIsInAPartitionThatIsRead() {
    long seed = Long.getLong("vicinal.seed", 7);
    var random = new Random(seed);
    for (int round = 0; round < 500; round++) {
      var workshop = new Place(random.nextDouble(-70, 70), random.nextDouble(-180, 180));
      double way = random.nextDouble(2 * Math.PI);
      double degrees = RING_METRES / METRES_PER_DEGREE * random.nextDouble();
      double longitude =
          workshop.longitude()
              + degrees * Math.sin(way) / Math.cos(Math.toRadians(workshop.latitude()));
      var customer =
          new Place(
              workshop.latitude() + degrees * Math.cos(way), Math.clamp(longitude, -180.0, 180.0));
      assertThat(cells.partitionsAround(workshop))
          .as("seed %d, round %d: %s and %s", seed, round, workshop, customer)
          .contains(cells.partitionOf(customer));
    }
  }

  @Test
  void partitionsAreForEver() {
    assertThat(cells.partitionOf(new Place(50.93, 6.96)))
        .isEqualTo(new CallCells().partitionOf(new Place(50.94, 6.95)))
        .isBetween(0, TopicPlan.PARTITIONS - 1);
  }
}
