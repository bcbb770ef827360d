package org.vicinal.gcode.time;

import java.util.Arrays;

/**
 * When each layer began, in seconds of motion. A layer begins with a block that is only planned;
 * what it costs is known later, when the blocks before it have left. Belongs to one planner.
 */
final class Layers {
  /** No program has more, and if one says so, the rest counts as the last one. */
  private static final int MOST = 200_000;

  private long[] firstBlocks = new long[64];
  private double[] began = new double[64];
  private int announced;
  private int reached;

  /** The block with which the next layer begins. */
  long nextBlock = Long.MAX_VALUE;

  /** A layer begins with this block, counted from the first of the program. */
  void announce(long block) {
    if (announced == MOST) {
      return;
    }
    if (announced == firstBlocks.length) {
      firstBlocks = Arrays.copyOf(firstBlocks, 2 * announced);
      began = Arrays.copyOf(began, 2 * announced);
    }
    firstBlocks[announced++] = block;
    nextBlock = firstBlocks[reached];
  }

  /** All blocks before this one have been spent, and it took so long. */
  void reach(long block, double seconds) {
    while (reached < announced && firstBlocks[reached] <= block) {
      began[reached++] = seconds;
    }
    nextBlock = reached < announced ? firstBlocks[reached] : Long.MAX_VALUE;
  }

  /** Seconds of each layer, the last one until the end of the program. */
  double[] seconds(double total) {
    var seconds = new double[reached];
    for (int i = 0; i < reached; i++) {
      seconds[i] = (i + 1 < reached ? began[i + 1] : total) - began[i];
    }
    return seconds;
  }
}
