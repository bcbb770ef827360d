package org.vicinal.gcode.time;

import java.util.ArrayList;
import java.util.List;

/** Marlin's planners axis by axis, as the formulas say it, without any shortcut. */
final class SlowMarlin {
  enum Kind {
    JERK,
    MK3,
    PLAIN_JERK,
    DEVIATION
  }

  private final Kind kind;

  // of the block before
  private double v0;
  private double safe0;
  private double[] speed0 = new double[4];
  private double[] unit0 = new double[4];

  SlowMarlin(Kind kind) {
    this.kind = kind;
  }

  double seconds(List<List<Recorder.Move>> runs) {
    double seconds = 0;
    double[] kept = new double[4];
    for (List<Recorder.Move> run : runs) {
      var blocks = new ArrayList<SlowWindow.Block>();
      v0 = 0;
      for (Recorder.Move move : run) {
        double[] delta = {
          move.dx() + kept[0], move.dy() + kept[1], move.dz() + kept[2], move.de() + kept[3]
        };
        double[] moved = {delta[0], delta[1], delta[2], delta[3] * move.limits().flow};
        if (short_(moved, move.limits())) {
          kept = delta;
        } else {
          kept = new double[4];
          blocks.add(block(moved, move));
        }
      }
      seconds += SlowWindow.seconds(blocks, run.getFirst().limits().window);
    }
    return seconds;
  }

  private boolean short_(double[] delta, Limits limits) {
    int least = kind == Kind.MK3 ? 5 : 6;
    for (int k = 0; k < 4; k++) {
      if (Math.abs(delta[k]) * limits.stepsPerMm[k] >= least - 0.5) {
        return false;
      }
    }
    return true;
  }

  private SlowWindow.Block block(double[] delta, Recorder.Move move) {
    Limits l = move.limits();
    double d = Math.sqrt(delta[0] * delta[0] + delta[1] * delta[1] + delta[2] * delta[2]);
    boolean extruderOnly = d == 0;
    d = extruderOnly ? Math.abs(delta[3]) : d;
    double wanted = Math.max(move.feed(), delta[3] == 0 ? l.minTravelFeed : l.minFeed);
    double share = 1;
    double a =
        extruderOnly
            ? l.retractAcceleration
            : delta[3] != 0 ? l.printAcceleration : l.travelAcceleration;
    double[] unit = new double[4];
    for (int k = 0; k < 4; k++) {
      unit[k] = delta[k] / d;
      if (unit[k] != 0) {
        share = Math.min(share, l.speed[k] / (wanted * Math.abs(unit[k])));
        a = extruderOnly ? a : Math.min(a, l.acceleration[k] / Math.abs(unit[k]));
      }
    }
    double v = wanted * share;
    return kind == Kind.DEVIATION ? byDeviation(d, a, v, unit, l) : byJerk(d, a, v, unit, l);
  }

  private SlowWindow.Block byJerk(double d, double a, double v, double[] unit, Limits l) {
    double[] speed = new double[4];
    double scaled = 1;
    double least = v;
    double stepsPerMm = 0;
    for (int k = 0; k < 4; k++) {
      speed[k] = unit[k] * v;
      if (Math.abs(speed[k]) > l.jerk[k]) {
        scaled = Math.min(scaled, l.jerk[k] / Math.abs(speed[k]));
        least = Math.min(least, l.jerk[k]);
      }
      stepsPerMm = Math.max(stepsPerMm, Math.abs(unit[k]) * l.stepsPerMm[k]);
    }
    double safe = kind == Kind.MK3 ? least : v * scaled;
    double end = kind == Kind.MK3 ? safe * safe : 0.05 * 0.05;
    if (kind == Kind.PLAIN_JERK) {
      end = Math.min(v * v, a / (2 * stepsPerMm));
    }
    double corner = kind == Kind.PLAIN_JERK ? Math.sqrt(end) : safe;
    if (v0 > 0) {
      corner = corner(v, speed, l);
      if (kind != Kind.PLAIN_JERK && safe0 > 0.99 * corner && safe > 0.99 * corner) {
        corner = safe;
      }
    }
    v0 = v;
    safe0 = safe;
    speed0 = speed;
    return new SlowWindow.Block(d, a, v, corner * corner, end);
  }

  /** Axis after axis, each with the factor that the ones before it left. */
  private double corner(double v, double[] speed, Limits l) {
    double common = Math.min(v, v0);
    double factor = 1;
    for (int k = 0; k < 4; k++) {
      double exit = speed0[k] * common / v0 * factor;
      double entry = speed[k] * factor;
      if (kind == Kind.PLAIN_JERK) {
        entry *= common / v;
      }
      double jump = Math.abs(exit - entry);
      if (kind != Kind.PLAIN_JERK && exit * entry < 0) {
        jump = Math.max(Math.abs(exit), Math.abs(entry));
      }
      if (jump > l.jerk[k]) {
        factor *= l.jerk[k] / jump;
      }
    }
    return common * factor;
  }

  private SlowWindow.Block byDeviation(double d, double a, double v, double[] along, Limits l) {
    double norm = 0;
    for (int k = 0; k < 4; k++) {
      norm += along[k] * along[k];
    }
    double[] unit = new double[4];
    double cosine = 0;
    for (int k = 0; k < 4; k++) {
      unit[k] = along[k] / Math.sqrt(norm);
      cosine -= unit0[k] * unit[k];
    }
    double squared = 0.05 * 0.05;
    if (v0 > 0 && cosine <= 0.999999) {
      squared = Math.min(deviated(d, a, unit, cosine, l), Math.pow(Math.min(v, v0), 2));
    }
    v0 = v;
    unit0 = unit;
    return new SlowWindow.Block(d, a, v, squared, 0.05 * 0.05);
  }

  private double deviated(double d, double a, double[] unit, double cosine, Limits l) {
    double length = 0;
    for (int k = 0; k < 4; k++) {
      length += Math.pow(unit[k] - unit0[k], 2);
    }
    double most = a;
    for (int k = 0; k < 4 && length > 0; k++) {
      double w = Math.abs(unit[k] - unit0[k]) / Math.sqrt(length);
      most = w > 0 ? Math.min(most, l.acceleration[k] / w) : most;
    }
    double sine = Math.sqrt((1 - Math.max(cosine, -0.999999)) / 2);
    double squared = most * l.junctionDeviation * sine / (1 - sine);
    if (d < 1 && cosine < -0.7071067812) {
      squared = Math.min(squared, d * most / bend(Math.max(cosine, -0.999999)));
    }
    return squared;
  }

  /** The firmware's own polynomial for the arc sine; it strays by up to 0.033. */
  private static double bend(double cosine) {
    double t = -cosine;
    double asin =
        0.032843707
            - 1.451838349 * t
            + 29.66153956 * Math.pow(t, 2)
            - 131.1123477 * Math.pow(t, 3)
            + 262.8130562 * Math.pow(t, 4)
            - 242.7199627 * Math.pow(t, 5)
            + 84.31466202 * Math.pow(t, 6);
    return Math.PI / 2 - asin;
  }
}
