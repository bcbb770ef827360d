package org.vicinal.gcode.time;

import java.util.ArrayList;
import java.util.List;

/**
 * GRBL step by step: every ring of its timer is counted in whole ticks. Blocks are planned by
 * {@link SlowWindow}'s passes and cut by {@link SteppedSegments}. After a run of blocks the period
 * of the last ring passes once more before it can go on. Slow, with no closed form but the way
 * within a ramp.
 */
final class SteppedGrbl {
  private static final double HERTZ = 16e6;

  private final Limits limits;
  private final long[] at = new long[3];
  private final double[] exact = new double[3];
  private double[] direction = new double[3];
  private double v0;
  private final SteppedSegments segments = new SteppedSegments();

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
    return segments.ticks / HERTZ;
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
    for (int k = 0; k < blocks.size(); k++) {
      segments.cut(motions.get(k), blocks.get(k).steps(), speeds[k], speeds[k + 1]);
    }
    if (!blocks.isEmpty()) {
      segments.rest();
    }
  }
}
