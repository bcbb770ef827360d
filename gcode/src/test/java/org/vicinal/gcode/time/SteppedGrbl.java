package org.vicinal.gcode.time;

import java.util.ArrayList;
import java.util.List;

/**
 * GRBL step by step: every ring of its timer is counted in whole ticks. Blocks are planned by
 * {@link SlowWindow}'s passes; a block is cut into segments of 10 ms (longer if they would hold
 * less than 1.25 steps), the whole steps of a segment are spread evenly over it, what is left of a
 * step is carried on, and slow steps ring 2, 4 or 8 times. After a rest the first ring comes when
 * the period of the last one has passed. Slow, with no closed form but the way within a ramp.
 */
final class SteppedGrbl {
  private static final double HERTZ = 16e6;
  private static final double SEGMENT = 0.01;
  private static final double LEAST_STEPS = 1.25;

  private final Limits limits;
  private final long[] at = new long[3];
  private final double[] exact = new double[3];
  private double[] direction = new double[3];
  private double v0;
  private double lastRing;
  private long ticks;

  SteppedGrbl(Limits limits) {
    this.limits = limits;
  }

  /** A block and how many steps its fastest axis makes. */
  private record Block(SlowWindow.Block motion, long steps) {}

  double seconds(List<List<Recorder.Move>> runs) {
    for (List<Recorder.Move> run : runs) {
      var blocks = new ArrayList<Block>();
      v0 = 0;
      for (Recorder.Move move : run) {
        plan(move, blocks);
      }
      execute(blocks);
    }
    return ticks / HERTZ;
  }

  private void plan(Recorder.Move move, List<Block> blocks) {
    double[] delta = {move.dx(), move.dy(), move.dz()};
    double d = 0;
    long most = 0;
    for (int k = 0; k < 3; k++) {
      exact[k] += delta[k];
      long to = Math.round(exact[k] * limits.stepsPerMm[k]);
      most = Math.max(most, Math.abs(to - at[k]));
      delta[k] = (to - at[k]) / limits.stepsPerMm[k];
      at[k] = to;
      d = Math.hypot(d, delta[k]);
    }
    if (most == 0) {
      return;
    }
    double[] unit = {delta[0] / d, delta[1] / d, delta[2] / d};
    double fastest = along(unit, limits.speed);
    double v = move.rapid() ? fastest : Math.clamp(move.feed(), 1 / 60.0, fastest);
    double corner = 0;
    if (v0 > 0) {
      corner = Math.min(Math.pow(Math.min(v, v0), 2), junction(unit));
    }
    blocks.add(
        new Block(new SlowWindow.Block(d, along(unit, limits.acceleration), v, corner, 0), most));
    v0 = v;
    direction = unit;
  }

  private double junction(double[] unit) {
    double cosine = 0;
    double norm = 0;
    double[] w = new double[3];
    for (int k = 0; k < 3; k++) {
      cosine -= direction[k] * unit[k];
      w[k] = unit[k] - direction[k];
      norm += w[k] * w[k];
    }
    if (cosine > 0.999999) {
      return 0;
    }
    if (cosine < -0.999999) {
      return Double.MAX_VALUE;
    }
    for (int k = 0; k < 3; k++) {
      w[k] /= Math.sqrt(norm);
    }
    double sine = Math.sqrt((1 - cosine) / 2);
    return along(w, limits.acceleration) * limits.junctionDeviation * sine / (1 - sine);
  }

  private static double along(double[] unit, double[] limit) {
    double most = Double.MAX_VALUE;
    for (int k = 0; k < 3; k++) {
      most = unit[k] == 0 ? most : Math.min(most, limit[k] / Math.abs(unit[k]));
    }
    return most;
  }

  private void execute(List<Block> blocks) {
    List<SlowWindow.Block> motions = blocks.stream().map(Block::motion).toList();
    double[] speeds = SlowWindow.speeds(motions, limits.window);
    ticks += Math.round(lastRing);
    for (int k = 0; k < blocks.size(); k++) {
      rings(blocks.get(k), speeds[k], speeds[k + 1]);
    }
  }

  /** Cuts a block into segments and counts the ticks of each. */
  private void rings(Block block, double entrySquared, double exitSquared) {
    double perMm = block.steps() / block.motion().d();
    double whole = SlowWindow.trapezoid(block.motion(), entrySquared, exitSquared);
    double from = 0;
    double made = 0;
    double carried = 0;
    while (from < whole) {
      double to = from;
      double steps;
      do {
        to += SEGMENT;
        steps =
            to >= whole
                ? block.steps()
                : perMm * way(block.motion(), entrySquared, exitSquared, to);
        if (block.steps() - steps < LEAST_STEPS && to < whole) {
          to = whole;
          steps = block.steps();
        }
      } while (to < whole && steps - made < LEAST_STEPS);
      double end = Math.min(to, whole);
      double left = block.steps() - made;
      double leftAfter = Math.max(0, block.steps() - steps);
      long count = Math.round(Math.ceil(left - 1e-9) - Math.ceil(leftAfter - 1e-9));
      if (count > 0) {
        double period = (end - from + carried) / (Math.ceil(left - 1e-9) - leftAfter);
        carried = (Math.ceil(leftAfter - 1e-9) - leftAfter) * period;
        count(count, period);
      } else {
        carried += end - from;
      }
      made = steps;
      from = end;
    }
  }

  private void count(long steps, double period) {
    double cycles = Math.ceil(period * HERTZ);
    int rings = cycles < 2000 ? 1 : cycles < 4000 ? 2 : cycles < 8000 ? 4 : 8;
    double ring = Math.min(65_535, Math.floor(cycles / rings)) + 1; // counts from 0 to its value
    ticks += steps * rings * (long) ring;
    lastRing = ring;
  }

  /** Millimetres made after some seconds. */
  private static double way(SlowWindow.Block b, double entrySquared, double exitSquared, double t) {
    double s = Math.sqrt(entrySquared);
    double e = Math.sqrt(exitSquared);
    double peak = Math.min(b.v(), Math.sqrt(b.a() * b.d() + (entrySquared + exitSquared) / 2));
    peak = Math.max(peak, Math.max(s, e));
    double up = (peak - s) / b.a();
    double down = (peak - e) / b.a();
    double whole = SlowWindow.trapezoid(b, entrySquared, exitSquared);
    double level = Math.max(0, whole - up - down);
    if (t < up) {
      return s * t + b.a() * t * t / 2;
    }
    if (t < up + level) {
      return s * up + b.a() * up * up / 2 + peak * (t - up);
    }
    double toEnd = Math.max(0, whole - t);
    return b.d() - e * toEnd - b.a() * toEnd * toEnd / 2;
  }
}
