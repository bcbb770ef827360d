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
