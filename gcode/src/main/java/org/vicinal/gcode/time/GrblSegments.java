package org.vicinal.gcode.time;

/**
 * One block of GRBL 1.1 as the timer of its AVR rings it, which is a few milliseconds longer than
 * the laws of motion where it starts from rest or comes to rest.
 *
 * <p>A block is cut into segments of 10 ms, longer by 10 ms each time while they would hold less
 * than 1.25 steps. The whole steps of a segment are spread evenly over it, and what is left of a
 * step is carried on. Slow steps ring 2, 4 or 8 times to smooth the other axes, and a ring is
 * 65,536 ticks at most.
 */
final class GrblSegments {
  private static final double HERTZ = 16e6;
  private static final double SEGMENT = 0.01;
  private static final double LEAST_STEPS = 1.25;
  private static final double CRUMB = 1e-12;
  private static final double MOST_SECONDS = 20;

  private double seconds;
  private double ring;

  // the block
  private double length;
  private double acceleration;
  private double entry;
  private double peak;
  private double exit;
  private double up;
  private double levelEnd;
  private double whole;

  // the segment: where in the laws of motion it is, and how long the firmware believes it took
  private double at;
  private double believed;

  /** Seconds of the block that was cut last. */
  double seconds() {
    return seconds;
  }

  /** Its last ring. After a rest the timer first counts to this once more. */
  double ring() {
    return ring;
  }

  /**
   * Cuts a block whose fastest axis makes so many steps; false, with nothing cut, if its ramps or
   * its steps are too long to follow.
   */
  boolean cut(double d, double a, double v, double entrySquared, double exitSquared, double steps) {
    begin(d, a, v, entrySquared, exitSquared);
    double perMm = steps / d;
    double slowest = LEAST_STEPS / (perMm * peak);
    if (!(whole - levelEnd + up + slowest < MOST_SECONDS)) {
      return false;
    }
    double left = steps; // whole steps, the one that has begun among them
    double carried = 0;
    double period = 0;
    while (at < whole) {
      if (at >= up) {
        double skipped = skip(perMm);
        seconds += skipped;
        double rest = perMm * (d - way(at));
        left = skipped > 0 ? Math.ceil(rest - 1e-9) : left;
        carried = skipped > 0 ? (left - rest) / (perMm * peak) : carried;
      }
      segment(perMm);
      double rest = at < whole ? perMm * (d - way(at)) : 0;
      double leftAfter = Math.ceil(rest - 1e-9);
      period = left > leftAfter ? (believed + carried) / (left - rest) : period;
      carried = (leftAfter - rest) * period;
      ring(left - leftAfter, period);
      left = leftAfter;
    }
    return true;
  }

  private void begin(double d, double a, double v, double entrySquared, double exitSquared) {
    length = d;
    acceleration = a;
    entry = Math.sqrt(entrySquared);
    exit = Math.sqrt(exitSquared);
    double meeting = a * d + (entrySquared + exitSquared) / 2;
    peak = Math.min(v, Math.sqrt(Math.max(meeting, Math.max(entrySquared, exitSquared))));
    up = (peak - entry) / a;
    double ramps = (2 * peak * peak - entrySquared - exitSquared) / (2 * a);
    levelEnd = up + Math.max(0, d - ramps) / peak;
    whole = levelEnd + (peak - exit) / a;
    at = 0;
    seconds = 0;
    ring = 0;
  }

  /**
   * At full speed all segments are alike: passes over all but the last ones, with their seconds.
   */
  private double skip(double perMm) {
    double each = SEGMENT * Math.max(1, Math.ceil(LEAST_STEPS / (perMm * peak * SEGMENT)));
    double many = Math.floor((levelEnd - at) / each) - 2;
    if (!(many > 0)) {
      return 0;
    }
    at += many * each;
    double cycles = HERTZ / (perMm * peak);
    double steps = many * each * perMm * peak;
    return steps * ringTicks(cycles) * rings(cycles) / HERTZ;
  }

  private void segment(double perMm) {
    double from = at;
    double begun = way(from);
    double enough = Math.min(length, begun + LEAST_STEPS / perMm);
    double longest = SEGMENT;
    believed = 0;
    while (at < whole) {
      go(longest - believed, begun);
      if (believed >= longest - CRUMB) {
        if (way(at) >= enough) {
          return;
        }
        while (longest <= believed + CRUMB) {
          longest += SEGMENT;
        }
      }
    }
  }

  /**
   * Goes on for so long, or to the end of this part of the trapezoid. Where the ramp up ends in the
   * drawn-out part of a segment, GRBL takes the time to its end for the way from the segment's
   * beginning, although a part of that is behind it.
   */
  private void go(double time, double begun) {
    if (at < up && at + time > up) {
      believed += 2 * (way(up) - begun) / (entry + acceleration * at + peak);
      at = up;
      return;
    }
    double end = at < up ? up : at < levelEnd - CRUMB ? levelEnd : whole;
    double spent = Math.min(time, end - at);
    believed += spent;
    at = end - at <= time + CRUMB ? end : at + spent;
  }

  /** Millimetres made after some seconds. */
  private double way(double t) {
    if (t < up) {
      return entry * t + acceleration * t * t / 2;
    }
    double toEnd = Math.max(0, whole - t);
    if (t < levelEnd) {
      double down = whole - levelEnd;
      return length - (exit + peak) / 2 * down - peak * (levelEnd - t);
    }
    return length - exit * toEnd - acceleration * toEnd * toEnd / 2;
  }

  private void ring(double steps, double period) {
    double cycles = Math.ceil(period * HERTZ);
    double ticks = ringTicks(cycles);
    seconds += steps * rings(cycles) * ticks / HERTZ;
    ring = ticks / HERTZ;
  }

  private static int rings(double cycles) {
    return cycles < 2000 ? 1 : cycles < 4000 ? 2 : cycles < 8000 ? 4 : 8;
  }

  /** It counts from 0 to the value it is given. */
  private static double ringTicks(double cycles) {
    return Math.min(65_535, Math.floor(cycles / rings(cycles))) + 1;
  }
}
