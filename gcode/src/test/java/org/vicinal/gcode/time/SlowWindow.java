package org.vicinal.gcode.time;

import java.util.List;

/**
 * The laws of motion as they stand in the textbook: for every block the backward pass over its own
 * window, then the forward step, then the trapezoid. Slow on purpose; the planners must agree.
 */
final class SlowWindow {
  /** A block: squared entry speed that its corner allows, and the speed to stop at, squared. */
  record Block(double d, double a, double v, double corner, double end) {}

  private SlowWindow() {}

  /** Seconds of a run from rest to rest. */
  static double seconds(List<Block> run, int window) {
    double[] speeds = speeds(run, window);
    double seconds = 0;
    for (int k = 0; k < run.size(); k++) {
      seconds += trapezoid(run.get(k), speeds[k], speeds[k + 1]);
    }
    return seconds;
  }

  /** The squared speed before each block of a run, and after the last. */
  static double[] speeds(List<Block> run, int window) {
    double[] speeds = new double[run.size() + 1];
    for (int k = 0; k < run.size(); k++) {
      int last = Math.min(run.size(), k + window) - 1;
      double reach = run.get(last).end();
      for (int i = last; i > k; i--) {
        Block block = run.get(i);
        reach = Math.min(block.corner(), reach + 2 * block.a() * block.d());
      }
      Block block = run.get(k);
      double gain = 2 * block.a() * block.d();
      if (k == 0) {
        speeds[0] = Math.min(block.corner(), reach + gain);
      }
      speeds[k + 1] = Math.min(reach, speeds[k] + gain);
    }
    return speeds;
  }

  /** Section 2.1 of the reference, word by word. */
  static double trapezoid(Block block, double entrySquared, double exitSquared) {
    double s = Math.sqrt(entrySquared);
    double e = Math.sqrt(exitSquared);
    double a = block.a();
    double v = block.v();
    double up = (v * v - s * s) / (2 * a);
    double down = (v * v - e * e) / (2 * a);
    if (up + down <= block.d()) {
      return (v - s) / a + (v - e) / a + (block.d() - up - down) / v;
    }
    double x = (2 * a * block.d() - s * s + e * e) / (4 * a);
    x = Math.clamp(x, 0, block.d());
    double peak = Math.sqrt(s * s + 2 * a * x);
    return (peak - s) / a + (peak - e) / a;
  }
}
