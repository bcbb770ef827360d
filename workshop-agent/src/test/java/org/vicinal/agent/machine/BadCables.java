package org.vicinal.agent.machine;

import java.util.Random;
import org.vicinal.agent.simulation.Faults;

/** Cables that harm up to two lines in a hundred, in ways that the random numbers choose. */
final class BadCables {
  private static final String[] KINDS = {
    "drop",
    "flip",
    "repeat",
    "noise",
    "newlineLost",
    "newlineTwice",
    "lineLost",
    "lineTwice",
    "late",
    "split",
    "merge"
  };

  private BadCables() {}

  /** All kinds alike, a mix, or one kind only; together this share of lines. */
  static Faults any(Random random, double share) {
    return switch (random.nextInt(3)) {
      case 0 -> Faults.even(share);
      case 1 -> mix(random, share);
      default -> Faults.NONE.with(KINDS[random.nextInt(KINDS.length)], Double.toString(share));
    };
  }

  private static Faults mix(Random random, double share) {
    double[] weights = new double[KINDS.length];
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      weights[i] = random.nextInt(3) == 0 ? random.nextDouble() : 0;
      sum += weights[i];
    }
    Faults faults = Faults.NONE;
    for (int i = 0; i < weights.length && sum > 0; i++) {
      faults = faults.with(KINDS[i], Double.toString(share * weights[i] / sum));
    }
    return faults;
  }
}
