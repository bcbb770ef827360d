package org.vicinal.coordinator.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every event that was asked for goes out once by each channel, whatever servers and processes do;
 * only a crash between sending and saying so repeats a notice, and then under the same id.
 *
 * <p>{@code -Dvicinal.seeds=10000} walks longer, {@code -Dvicinal.seed=7} walks one way again.
 */
class NoticeWalkTest {
  static LongStream seeds() {
    var one = Long.getLong("vicinal.seed");
    return one != null
        ? LongStream.of(one)
        : LongStream.range(0, Integer.getInteger("vicinal.seeds", 300));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void everyEventIsToldOnceOrGivenUpInWords(long seed) {
    var walk = new NoticeWalk(seed);
    walk.live(200);
    walk.settle();
    assertThat(walk.pending()).as("nothing waits for ever, seed %d", seed).isZero();
    assertThat(walk.untold()).as("wanted, and in no notice, seed %d", seed).isEmpty();
    assertThat(walk.doubled()).as("in two notices of a channel, seed %d", seed).isEmpty();
    assertThat(walk.unended()).as("neither sent nor given up, seed %d", seed).isEmpty();
    assertThat(walk.repeatedWithoutCrash()).as("sent twice, seed %d", seed).isEmpty();
    assertThat(walk.mostInAnHour())
        .as("a flood, seed %d", seed)
        .isLessThanOrEqualTo(NoticeDecider.FLOOD);
  }
}
