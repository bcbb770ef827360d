package org.vicinal.gcode.time;

/**
 * One block of GRBL as its timer rings it: cut into segments of 10 ms, longer by 10 ms each time
 * while they would hold less than 1.25 steps; the whole steps of a segment are spread evenly over
 * it, what is left of a step is carried on, and slow steps ring 2, 4 or 8 times.
 *
 * <p>A quirk of the firmware: where the ramp up ends in the drawn-out part of a segment, the time
 * to its end is taken for the way from the segment's beginning, not from where the machine is by
 * then.
 */
final class SteppedSegments {
  private static final double HERTZ = 16e6;
  private static final double SEGMENT = 0.01;
  private static final double LEAST_STEPS = 1.25;
  private static final double CRUMB = 1e-12;

  /** Ticks so far. */
  long ticks;

  private long lastRing;

  // the block
  private SlowWindow.Block block = new SlowWindow.Block(0, 0, 0, 0, 0);
  private double entry;
  private double peak;
  private double exit;
  private double up;
  private double level;
  private double whole;

  // the segment: where in the laws of motion it is, and how long the firmware believes it took
  private double at;
  private double believed;

  /** The machine comes to rest; the timer rings once more before it is known. */
  void rest() {
    ticks += lastRing;
  }

  void cut(SlowWindow.Block motion, long steps, double entrySquared, double exitSquared) {
    begin(motion, entrySquared, exitSquared);
    double perMm = steps / motion.d();
    long left = steps; // as whole steps, the one that has begun among them
    double carried = 0;
    while (at < whole) {
      segment(perMm);
      double rest = at < whole ? perMm * (motion.d() - way(at)) : 0;
      long leftAfter = (long) Math.ceil(rest - 1e-9);
      double period = (believed + carried) / (left - rest);
      carried = (leftAfter - rest) * period;
      ring(left - leftAfter, period);
      left = leftAfter;
    }
  }

  private void begin(SlowWindow.Block motion, double entrySquared, double exitSquared) {
    block = motion;
    double a = motion.a();
    entry = Math.sqrt(entrySquared);
    exit = Math.sqrt(exitSquared);
    peak = Math.min(motion.v(), Math.sqrt(a * motion.d() + (entrySquared + exitSquared) / 2));
    peak = Math.max(peak, Math.max(entry, exit));
    up = (peak - entry) / a;
    whole = SlowWindow.trapezoid(motion, entrySquared, exitSquared);
    level = Math.max(0, whole - up - (peak - exit) / a);
    at = 0;
  }

  private void segment(double perMm) {
    double from = at;
    double enough = Math.min(block.d(), way(from) + LEAST_STEPS / perMm);
    double longest = SEGMENT;
    believed = 0;
    while (at < whole) {
      go(longest - believed, from);
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

  /** Goes on for so long, or to the end of this part of the trapezoid. */
  private void go(double seconds, double from) {
    if (at < up && at + seconds > up) {
      believed += 2 * (way(up) - way(from)) / (entry + block.a() * at + peak);
      at = up;
      return;
    }
    double end = at < up ? up : at < up + level - CRUMB ? up + level : whole;
    double spent = Math.min(seconds, end - at);
    believed += spent;
    at = end - at <= seconds + CRUMB ? end : at + spent; // no crumbs of rounding
  }

  /** Millimetres made after some seconds. */
  private double way(double t) {
    double a = block.a();
    if (t < up) {
      return entry * t + a * t * t / 2;
    }
    if (t < up + level) {
      return entry * up + a * up * up / 2 + peak * (t - up);
    }
    double toEnd = Math.max(0, whole - t);
    return block.d() - exit * toEnd - a * toEnd * toEnd / 2;
  }

  private void ring(long steps, double period) {
    double cycles = Math.ceil(period * HERTZ);
    int rings = cycles < 2000 ? 1 : cycles < 4000 ? 2 : cycles < 8000 ? 4 : 8;
    long ring =
        (long) Math.min(65_535, Math.floor(cycles / rings)) + 1; // counts from 0 to its value
    ticks += steps * rings * ring;
    lastRing = ring;
  }
}
