package org.vicinal.gcode.time;

/**
 * What an AVR's timer adds to the motion of GRBL 1.1. It counts one tick more than it is told, and
 * below 8, 4 and 2 kHz the firmware lets it ring 2, 4 and 8 times a step to smooth the other axes;
 * rounding the period up and halving it down gives 1 + 2^level / 2 ticks a step on average.
 * Measured on real GRBL: 0.11 us a step at 800 steps/mm, 0.33 us at 40.
 */
final class AvrTimer implements Ramps.Losses {
  private static final double HERTZ = 16e6;

  /** 16 bits, and eight rings a step at most: slower than this it cannot step. */
  private static final double SLOWEST_STEP = 8 * 65536 / HERTZ;

  private static final double SLOWEST_RING = 65536 / HERTZ;
  private static final double SEGMENT = 0.01;
  private static final double LEAST_STEPS = 1.25;

  private final double[] steps = new double[WindowPlanner.RING];

  /** The fastest axis makes so many steps in this block. */
  void willStep(long block, double count) {
    steps[(int) block & (WindowPlanner.RING - 1)] = count;
  }

  @Override
  public void add(long first, int blocks, double[] seconds) {
    for (int i = 0; i < blocks; i++) {
      seconds[i] += lost(steps[(int) (first + i) & (WindowPlanner.RING - 1)], seconds[i]);
    }
  }

  /**
   * What the machine loses by starting again after this block. The timer still holds the period of
   * the last ring, and the first ring after the rest comes when that has passed.
   *
   * <p>Steps are timed in segments of 10 ms from the beginning of a block; one that would make less
   * than 1.25 steps is drawn out by 10 ms more. So the last one before a rest is the slowest.
   */
  double wakeUpSeconds(long block, double d, double a, double v, double entrySquared) {
    double perMm = steps[(int) block & (WindowPlanner.RING - 1)] / d;
    if (!(perMm > 0)) {
      return 0;
    }
    double peak = Math.min(v, Math.sqrt(Math.max(a * d + entrySquared / 2, entrySquared)));
    double up = (peak - Math.sqrt(entrySquared)) / a;
    double down = peak / a;
    double level = Math.max(0, d - (2 * peak * peak - entrySquared) / (2 * a)) / peak;
    return rest(perMm, a, down, (up + level) % SEGMENT);
  }

  /** The last ring of a ramp down to rest that takes {@code down} seconds. */
  private static double rest(double perMm, double a, double down, double beforeRamp) {
    double left = down;
    double cut = down + beforeRamp;
    double stepsAtCut = perMm * a * down * down / 2 + perMm * a * down * beforeRamp;
    double period = 0;
    while (left > 0) {
      double end = cut;
      do {
        end -= SEGMENT;
      } while (end > 0 && stepsAtCut - stepsBefore(perMm, a, end) < LEAST_STEPS);
      left = Math.max(0, end);
      double stepsLeft = left > 0 ? stepsBefore(perMm, a, left) : 0;
      if (stepsLeft < LEAST_STEPS) {
        left = 0;
        stepsLeft = 0;
      }
      double made = Math.ceil(stepsAtCut) - Math.ceil(stepsLeft);
      double carried = (Math.ceil(stepsAtCut) - stepsAtCut) * period;
      period = made > 0 ? (cut - left + carried) / made : period;
      cut = left;
      stepsAtCut = stepsLeft;
    }
    double hertz = 1 / period;
    int rings = hertz >= 8000 ? 1 : hertz >= 4000 ? 2 : hertz >= 2000 ? 4 : 8;
    return Math.min(period / rings, SLOWEST_RING);
  }

  private static double stepsBefore(double perMm, double a, double secondsToRest) {
    return perMm * a * secondsToRest * secondsToRest / 2;
  }

  private static double lost(double steps, double seconds) {
    double slowest = steps * SLOWEST_STEP;
    if (seconds > slowest && slowest > 0) {
      return slowest - seconds;
    }
    double perSecond = steps / seconds;
    int rings = perSecond >= 8000 ? 1 : perSecond >= 4000 ? 2 : perSecond >= 2000 ? 4 : 8;
    return steps * (1 + rings / 2.0) / HERTZ;
  }
}
