package org.vicinal.gcode.time;

import java.util.ArrayList;
import java.util.List;

/** Writes down what a program asks of a planner, for slow ones that look at all of it at once. */
final class Recorder extends Planner {
  /** A move by its differences, under the limits of its moment; null in the list is a stop. */
  record Move(
      double dx, double dy, double dz, double de, double feed, boolean rapid, Limits limits) {}

  final List<List<Move>> runs = new ArrayList<>();
  private List<Move> run = new ArrayList<>();
  private final boolean grbl;
  private Limits seen;

  Recorder(Limits limits) {
    this(limits, false);
  }

  private Recorder(Limits limits, boolean grbl) {
    super(limits);
    this.grbl = grbl;
    seen = copy(limits);
  }

  static Recorder withArcsOfGrbl(Limits limits) {
    return new Recorder(limits, true);
  }

  /** Chords by single-precision rotation with a short series, put right every twelfth time. */
  @Override
  public void arc(Arc arc, double feed) {
    if (!grbl) {
      super.arc(arc, feed);
      return;
    }
    double tolerance = limits.arcTolerance;
    double half = Math.abs(0.5 * arc.sweep * arc.radius);
    int chords = (int) (half / Math.sqrt(tolerance * (2 * arc.radius - tolerance)));
    float theta = (float) arc.sweep / chords;
    float[] start = {
      (float) (arc.from[arc.axis0] - arc.center0), (float) (arc.from[arc.axis1] - arc.center1)
    };
    float[] r = start.clone();
    double[] at = arc.from.clone();
    for (int i = 1; i < chords; i++) {
      boolean exactly = i % 13 == 0;
      float c = exactly ? (float) Math.cos(i * theta) : 1 - theta * theta / 2;
      float s = exactly ? (float) Math.sin(i * theta) : theta - theta * theta * theta / 6;
      float[] of = exactly ? start : r;
      r = new float[] {of[0] * c - of[1] * s, of[0] * s + of[1] * c};
      at[arc.axis0] = (float) arc.center0 + r[0];
      at[arc.axis1] = (float) arc.center1 + r[1];
      at[arc.axis2] += (float) ((arc.to[arc.axis2] - arc.from[arc.axis2]) / chords);
      line(at[0], at[1], at[2], 0, feed, false);
    }
    line(arc.to[0], arc.to[1], arc.to[2], 0, feed, false);
  }

  @Override
  protected boolean plan(double dx, double dy, double dz, double de, double feed, boolean rapid) {
    if (!same(seen, limits)) {
      seen = copy(limits);
    }
    run.add(new Move(dx, dy, dz, de, feed, rapid, seen));
    return true;
  }

  @Override
  public void stop() {
    if (!run.isEmpty()) {
      runs.add(run);
      run = new ArrayList<>();
    }
  }

  @Override
  public double seconds() {
    return 0;
  }

  @Override
  long blocks() {
    return 0;
  }

  @Override
  protected int chords(Arc arc, double feed) {
    return MarlinArcs.chords(arc, arc.length());
  }

  private static boolean same(Limits a, Limits b) {
    return java.util.Arrays.equals(a.speed, b.speed)
        && java.util.Arrays.equals(a.acceleration, b.acceleration)
        && java.util.Arrays.equals(a.jerk, b.jerk)
        && a.printAcceleration == b.printAcceleration
        && a.retractAcceleration == b.retractAcceleration
        && a.travelAcceleration == b.travelAcceleration
        && a.junctionDeviation == b.junctionDeviation
        && a.minFeed == b.minFeed
        && a.minTravelFeed == b.minTravelFeed
        && a.squareCornerVelocity == b.squareCornerVelocity
        && a.minCruiseRatio == b.minCruiseRatio
        && a.flow == b.flow;
  }

  static Limits copy(Limits from) {
    var to = new Limits();
    System.arraycopy(from.speed, 0, to.speed, 0, 4);
    System.arraycopy(from.acceleration, 0, to.acceleration, 0, 4);
    System.arraycopy(from.jerk, 0, to.jerk, 0, 4);
    System.arraycopy(from.stepsPerMm, 0, to.stepsPerMm, 0, 4);
    to.printAcceleration = from.printAcceleration;
    to.retractAcceleration = from.retractAcceleration;
    to.travelAcceleration = from.travelAcceleration;
    to.junctionDeviation = from.junctionDeviation;
    to.arcTolerance = from.arcTolerance;
    to.minFeed = from.minFeed;
    to.minTravelFeed = from.minTravelFeed;
    to.squareCornerVelocity = from.squareCornerVelocity;
    to.minCruiseRatio = from.minCruiseRatio;
    to.flow = from.flow;
    to.window = from.window;
    to.avrTimer = from.avrTimer;
    to.stopSeconds = from.stopSeconds;
    return to;
  }
}
