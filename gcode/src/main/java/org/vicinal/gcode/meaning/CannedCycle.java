package org.vicinal.gcode.meaning;

/**
 * Drilling, tapping and boring cycles G73, G74, G81 to G86, G88 and G89, expanded into moves. R, Z,
 * Q, P and L stay until another motion.
 */
final class CannedCycle {
  private static final double CHIP_CLEARANCE = 0.254;
  private static final int MOST_PECKS = 100_000;
  private static final int MOST_MOVES = 5_000_000;

  private double clear = Double.NaN;
  private double bottom = Double.NaN;
  private double peck = Double.NaN;
  private double dwell = Double.NaN;
  private int moves;
  private double old = Double.NaN;
  private final double[] to = new double[3];

  boolean isCycle(int motion) {
    return switch (motion) {
      case 730, 740, 810, 820, 830, 840, 850, 860, 880, 890 -> true;
      default -> false;
    };
  }

  void forget() {
    clear = Double.NaN;
    bottom = Double.NaN;
    peck = Double.NaN;
    dwell = Double.NaN;
    old = Double.NaN;
  }

  /**
   * Drills at one place, or at L places; what is wrong, or nothing.
   *
   * @param again whether the cycle was in force before this line
   */
  String run(int motion, MillBlock block, boolean again, MillMotion mill) {
    if (!again) {
      dwell = Double.NaN;
    }
    int deep = mill.planeAxis(2);
    double[] at = mill.where().at;
    double unit = mill.unit();
    double offset = mill.where().offset(deep);
    if (Double.isNaN(old)) {
      old = at[deep];
    }
    if (block.has('R')) {
      clear = mill.relative() ? old + block.value('R') * unit : block.value('R') * unit + offset;
    }
    if (block.has('X' + deep)) {
      double value = block.value('X' + deep) * unit;
      bottom = mill.relative() ? clear + value : value + offset;
    }
    peck = block.has('Q') ? block.value('Q') * unit : peck;
    dwell = block.has('P') ? block.value('P') : dwell;
    String wrong = wrong(motion, block, mill);
    if (wrong.isEmpty()) {
      int times = (int) Math.clamp(block.value('L', 1), 1, 10_000);
      for (int i = 0; i < times && moves < MOST_MOVES; i++) {
        hole(motion, block, mill, deep, i);
      }
    }
    return wrong;
  }

  private String wrong(int motion, MillBlock block, MillMotion mill) {
    double times = block.value('L', 1);
    boolean dwells = motion == 820 || motion == 860 || motion == 880 || motion == 890;
    boolean pecks = motion == 730 || motion == 830;
    if (Double.isNaN(clear)) {
      return "Expected R with the height above the hole, found none. Add it";
    } else if (Double.isNaN(bottom)) {
      return "Expected Z with the depth of the hole, found none. Add it";
    } else if (bottom > clear) {
      return "Expected R above Z in a drilling cycle, found it below. Correct it";
    } else if (pecks && !(peck > 0)) {
      return "Expected Q above 0 with the depth of a peck, found none. Add it";
    } else if (dwells && !(dwell >= 0)) {
      return "Expected P with the seconds at the bottom of the hole, found none. Add it";
    } else if (times < 1 || times != Math.rint(times)) {
      return "Expected L as a whole number above 0, found " + LineReport.number(times);
    } else if (block.hasOther() || mill.inverseTime()) {
      return "Expected a drilling cycle without A to C, U to W and G93, found one of them. Remove it";
    } else if (moves >= MOST_MOVES) {
      return "Expected at most " + MOST_MOVES + " moves of drilling cycles, found more. Split it";
    }
    return "";
  }

  private void hole(int motion, MillBlock block, MillMotion mill, int deep, int repeat) {
    double[] at = mill.where().at;
    if (at[deep] < clear) {
      go(mill, deep, clear, true);
    }
    System.arraycopy(at, 0, to, 0, 3);
    for (int i = 0; i < 2; i++) {
      int axis = mill.planeAxis(i);
      if (block.has('X' + axis)) {
        double value = block.value('X' + axis) * mill.unit();
        if (mill.relative()) {
          to[axis] = at[axis] + value;
        } else if (repeat == 0) {
          to[axis] = value + mill.where().offset(axis);
        }
      }
    }
    mill.line(to, true);
    go(mill, deep, clear, true);
    if (motion == 730 || motion == 830) {
      pecks(motion == 830, mill, deep);
    } else {
      go(mill, deep, bottom, false);
    }
    if (motion == 820 || motion == 880 || motion == 890 || motion == 860) {
      mill.dwellFor(dwell);
    }
    if (motion == 880) {
      mill.pause();
    }
    if ((motion == 740 || motion == 840) && dwell > 0) {
      mill.dwellFor(dwell);
    }
    boolean feedOut = motion == 850 || motion == 890 || motion == 740 || motion == 840;
    if (feedOut) {
      go(mill, deep, clear, false);
    }
    double back = mill.returnToR() ? clear : Math.max(old, clear);
    go(mill, deep, back, true);
  }

  private void pecks(boolean outOfHole, MillMotion mill, int deep) {
    double depth = clear;
    for (int i = 0; i < MOST_PECKS && moves < MOST_MOVES; i++) {
      depth -= peck;
      if (depth <= bottom) {
        break;
      }
      go(mill, deep, depth, false);
      go(mill, deep, outOfHole ? clear : depth + CHIP_CLEARANCE, true);
      if (outOfHole) {
        go(mill, deep, depth + CHIP_CLEARANCE, true);
      }
    }
    go(mill, deep, bottom, false);
  }

  private void go(MillMotion mill, int axis, double value, boolean rapid) {
    System.arraycopy(mill.where().at, 0, to, 0, 3);
    if (to[axis] != value) {
      moves++;
      to[axis] = value;
      mill.line(to, rapid);
    }
  }
}
