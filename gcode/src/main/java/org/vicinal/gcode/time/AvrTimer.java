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

  private static final double SEGMENT = 0.01;
  private static final double LEAST_STEPS = 1.25;

  /** Square of the steps a second from which no segment is drawn out. */
  private static final double SLOW_START = (LEAST_STEPS / SEGMENT) * (LEAST_STEPS / SEGMENT);

  private final double[] steps = new double[WindowPlanner.RING];
  private final GrblSegments segments = new GrblSegments();

  /** The fastest axis makes so many steps in this block. */
  void willStep(long block, double count) {
    steps[(int) block & (WindowPlanner.RING - 1)] = count;
  }

  @Override
  public void add(Ramps ramps, long first, int blocks, double[] seconds) {
    for (int i = 0; i < blocks; i++) {
      double count = steps[(int) (first + i) & (WindowPlanner.RING - 1)];
      double peak = ramps.peak(i);
      double a = ramps.acceleration(i);
      seconds[i] += lost(count, ramps.length(i), a, peak, ramps.entrySquared(i), seconds[i]);
    }
  }

  private static double lost(
      double count, double d, double a, double peak, double entrySquared, double seconds) {
    double perMm = count / d;
    double drawnOut = 0;
    if (entrySquared * perMm * perMm < SLOW_START) {
      drawnOut = drawnOutStart(Math.sqrt(entrySquared), a, peak, perMm);
    }
    return drawnOut + lost(count, seconds + drawnOut);
  }

  /**
   * Where a ramp up ends in the drawn-out part of a segment, GRBL computes the time to its end from
   * the way since the segment's beginning, although a part of that has been counted: a plunge at 5
   * mm/s on a machine of 40 steps/mm takes 4 ms longer, and a program of single steps 5 %. Found by
   * comparing with real GRBL, and it is to the microsecond what that loses.
   */
  private static double drawnOutStart(double entry, double a, double peak, double perMm) {
    double v = entry;
    while (v + a * SEGMENT < peak && v * perMm * SEGMENT < LEAST_STEPS) {
      double made = 0; // since the segment's beginning
      do {
        made += SEGMENT * (v + a * SEGMENT / 2);
        v += a * SEGMENT;
        if (v + a * SEGMENT >= peak && v < peak && made * perMm < LEAST_STEPS) {
          return 2 * made / (v + peak);
        }
      } while (made * perMm < LEAST_STEPS && v < peak);
    }
    return 0;
  }

  /**
   * What the machine loses at a rest after this block: what its segments take beyond {@link #add},
   * and the last ring once more, which the timer still holds when the machine starts again.
   */
  double restSeconds(long block, double d, double a, double v, double entrySquared) {
    double count = steps[(int) block & (WindowPlanner.RING - 1)];
    if (!(count > 0) || !segments.cut(d, a, v, entrySquared, 0, count)) {
      return SLOWEST_STEP / 8;
    }
    double peak = Math.min(v, Math.sqrt(Math.max(a * d + entrySquared / 2, entrySquared)));
    double level = Math.max(0, d - (2 * peak * peak - entrySquared) / (2 * a)) / peak;
    double motion = (2 * peak - Math.sqrt(entrySquared)) / a + level;
    double counted = motion + lost(count, d, a, peak, entrySquared, motion);
    return segments.seconds() - counted + segments.ring();
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
