package org.vicinal.gcode.time;

import java.util.List;

/**
 * Klipper's toolhead over a whole run at once, with nothing let go before its end: corners forward,
 * then speeds from the last move back, where a move that only the smoothed speeds could slow waits
 * for the peak in front of it.
 */
final class SlowKlipper {
  private static final double INSTANT_CORNER = 1;

  private SlowKlipper() {}

  static double seconds(List<List<Recorder.Move>> runs) {
    double seconds = 0;
    for (List<Recorder.Move> run : runs) {
      seconds += seconds(run.stream().map(SlowKlipper::move).toList().toArray(new Move[0]));
    }
    return seconds;
  }

  /** One move; squares of speeds. */
  private static final class Move {
    double d;
    double a;
    double cruise;
    double gain;
    double smoothGain;
    double toolhead;
    double square;
    boolean kinematic;
    double[] rate = new double[4];
    double maxStart;
    double maxSmooth;
    double start;
    double end;
    double peak = -1;
  }

  private static Move move(Recorder.Move from) {
    Limits l = from.limits();
    var m = new Move();
    double de = from.de() * l.flow;
    double xyz =
        Math.sqrt(Math.pow(from.dx(), 2) + Math.pow(from.dy(), 2) + Math.pow(from.dz(), 2));
    m.kinematic = xyz > 1e-9;
    m.d = m.kinematic ? xyz : Math.abs(de);
    m.toolhead = Math.min(l.printAcceleration, l.travelAcceleration);
    m.square = l.squareCornerVelocity;
    m.a = m.kinematic ? m.toolhead : l.acceleration[3];
    double v = Math.min(from.feed(), m.kinematic ? l.speed[0] : l.speed[3]);
    double smooth = m.a * (1 - l.minCruiseRatio);
    if (m.kinematic && from.dz() != 0) {
      double times = xyz / Math.abs(from.dz());
      v = Math.min(v, l.speed[2] * times);
      m.a = Math.min(m.a, l.acceleration[2] * times);
      smooth = Math.min(smooth, m.a);
    }
    m.cruise = v * v;
    m.gain = 2 * m.a * m.d;
    m.smoothGain = 2 * smooth * m.d;
    m.rate = new double[] {from.dx() / m.d, from.dy() / m.d, from.dz() / m.d, de / m.d};
    return m;
  }

  private static double seconds(Move[] moves) {
    Move[] all = java.util.Arrays.stream(moves).filter(m -> m.d > 0).toArray(Move[]::new);
    for (int i = 1; i < all.length; i++) {
      corner(all[i - 1], all[i]);
    }
    backward(all);
    double seconds = 0;
    for (Move m : all) {
      double peak = Math.min(m.cruise, m.peak);
      double v = Math.sqrt(peak);
      double start = Math.min(m.start, peak);
      double end = Math.min(m.end, peak);
      double ramps = (2 * peak - start - end) / (2 * m.a);
      double level = Math.max(0, m.d - ramps);
      seconds += (2 * v - Math.sqrt(start) - Math.sqrt(end)) / m.a + level / v;
    }
    return seconds;
  }

  private static void corner(Move before, Move m) {
    if (!before.kinematic || !m.kinematic) {
      return;
    }
    double most = Math.min(m.cruise, before.cruise);
    most = Math.min(most, before.maxStart + before.gain);
    double turn = Math.abs(m.rate[3] - before.rate[3]);
    if (turn > 0) {
      most = Math.min(most, Math.pow(INSTANT_CORNER / turn, 2));
    }
    double cosine = 0;
    for (int k = 0; k < 3; k++) {
      cosine -= m.rate[k] * before.rate[k];
    }
    double sineHalf = Math.sqrt(Math.max(0.5 * (1 - cosine), 0));
    double cosineHalf = Math.sqrt(Math.max(0.5 * (1 + cosine), 0));
    if (sineHalf < 1 && cosineHalf > 0) {
      double ratio = sineHalf / (1 - sineHalf);
      double deviation = m.square * m.square * (Math.sqrt(2) - 1) / m.toolhead;
      double deviation0 = before.square * before.square * (Math.sqrt(2) - 1) / before.toolhead;
      double tangent = sineHalf / cosineHalf;
      most = Math.min(most, ratio * deviation * m.a);
      most = Math.min(most, ratio * deviation0 * before.a);
      most = Math.min(most, 0.5 * m.d * m.a * tangent);
      most = Math.min(most, 0.5 * before.d * before.a * tangent);
    }
    m.maxStart = most;
    m.maxSmooth = Math.min(most, before.maxSmooth + before.smoothGain);
  }

  private static void backward(Move[] all) {
    var waiting = new java.util.ArrayList<Move>();
    double next = 0;
    double nextSmooth = 0;
    double peak = 0;
    for (int i = all.length - 1; i >= 0; i--) {
      Move m = all[i];
      double reach = next + m.gain;
      double reachSmooth = nextSmooth + m.smoothGain;
      double smooth = Math.min(m.maxSmooth, reachSmooth);
      m.start = Math.min(m.maxStart, reach);
      m.end = next;
      double own = Math.min(m.cruise, (m.start + reach) / 2);
      if (smooth < reachSmooth) { // it can speed up here
        if (smooth + m.smoothGain > nextSmooth || !waiting.isEmpty()) {
          peak = Math.min(m.cruise, (smooth + reachSmooth) / 2);
          onlySlowDown(waiting.reversed(), peak);
          waiting.clear();
        }
        m.peak = Math.min(own, peak);
      } else {
        m.peak = own;
        waiting.add(m);
      }
      next = m.start;
      nextSmooth = smooth;
    }
  }

  /** From the peak on; none is faster than where it begins. */
  private static void onlySlowDown(List<Move> late, double peak) {
    double fastest = peak;
    for (Move m : late) {
      fastest = Math.min(fastest, m.start);
      m.peak = fastest;
    }
  }
}
