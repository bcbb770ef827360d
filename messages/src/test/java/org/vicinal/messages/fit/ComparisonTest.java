package org.vicinal.messages.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

/** Figures in reasons: the quick way to write them and the exact one are the same. */
class ComparisonTest {
  @Test
  void aFigureIsWrittenAsTheExactWayWritesIt() {
    var random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
    for (int i = 0; i < 200_000; i++) {
      double value = Math.pow(10, random.nextDouble(-4, 7));
      for (double one : new double[] {value, (float) value, Math.rint(value * 2e3) / 2e3}) {
        assertThat(Comparison.figure(one, true)).as("%s", one).isEqualTo(up(one));
        assertThat(Comparison.figure(one, false)).as("%s", one).isEqualTo(down(one));
      }
    }
    assertThat(Comparison.figure(220.4f, true)).isEqualTo("220.4");
    assertThat(Comparison.figure(1e15, true)).isEqualTo("1000000000000000");
    assertThat(Comparison.figure(0.0004, true)).isEqualTo("0");
  }

  private static String up(double value) {
    return Comparison.exactly(value, true);
  }

  private static String down(double value) {
    return Comparison.exactly(value, false);
  }
}
