package org.vicinal.gcode.meaning;

/**
 * Cuts in step with the spindle: G33 and G33.1 (K is the way for each turn) and the lathe's thread
 * cycle G76. Their seconds rest on S.
 */
final class Threading {
  private static final int MOST_PASSES = 10_000;

  private final double[] to = new double[3];

  /** Whether a motion is one of them. */
  static boolean isThread(int motion) {
    return motion == 330 || motion == 331 || motion == 760;
  }

  /** Cuts; what is wrong, or nothing. */
  String run(MillModes modes, MillBlock block, MillMotion mill) {
    if (!modes.spindleOn || !(modes.spindle > 0)) {
      return "Expected the spindle on and turning (M3 S...) before G33 or G76, found it still. Add"
          + " M3 and S";
    }
    return modes.motion == 760 ? cycle(modes, block, mill) : synchronous(modes, block, mill);
  }

  private String synchronous(MillModes modes, MillBlock block, MillMotion mill) {
    if (!block.has('K')) {
      return "Expected K with the way for each turn of G33, found none. Add it";
    }
    double rate = Math.abs(block.value('K')) * modes.unit * modes.spindle;
    double[] at = mill.where().at;
    double x = at[0];
    double y = at[1];
    double z = at[2];
    mill.cutAt(mill.target, rate);
    if (modes.motion == 331) {
      move(mill, x, z, y, rate);
    }
    return "";
  }

  private void move(MillMotion mill, double x, double z, double y, double mmPerMin) {
    to[0] = x;
    to[1] = y;
    to[2] = z;
    if (mmPerMin > 0) {
      mill.cutAt(to, mmPerMin);
    } else {
      mill.lineAlone(to, true);
    }
  }

  /** Passes of growing depth along Z, each begun and ended on the drive line. */
  private String cycle(MillModes modes, MillBlock block, MillMotion mill) {
    String wrong = missing(modes, block);
    if (!wrong.isEmpty()) {
      return wrong;
    }
    double unit = modes.diameter ? modes.unit / 2 : modes.unit;
    double peak = block.value('I') * unit;
    double inwards = Math.signum(peak);
    double first = block.value('J') * unit;
    double full = block.value('K') * unit;
    double degression = Math.max(1, block.value('R', 1));
    double slide = Math.tan(Math.toRadians(block.value('Q', 0)));
    int spring = (int) Math.clamp(block.value('H', 0), 0, 1000);
    int pass = 1;
    for (double depth = first; depth < full; pass++) {
      pass(depth, slide, peak, inwards, full, modes, block, mill);
      depth = first * Math.pow(pass + 1, 1 / degression);
      if (pass > MOST_PASSES) {
        return "Expected a thread of at most " + MOST_PASSES + " passes, found more. Enlarge J";
      }
    }
    for (int i = 0; i <= spring; i++) {
      pass(full, slide, peak, inwards, full, modes, block, mill);
    }
    double[] at = mill.where().at;
    move(mill, at[0], mill.target[2], at[1], 0);
    return "";
  }

  private static String missing(MillModes modes, MillBlock block) {
    for (char letter : "PZIJK".toCharArray()) {
      if (!block.has(letter)) {
        return "Expected P, Z, I, J and K beside G76, found no " + letter + ". Add it";
      }
    }
    if (modes.plane != 18) {
      return "Expected G18 in force for G76, found another plane. Add G18";
    }
    if (block.has('X') || block.has('Y')) {
      return "Expected Z as the only axis beside G76, found another. Remove it";
    }
    boolean shallow = block.value('J') <= 0 || block.value('K') <= 0 || block.value('P') <= 0;
    return shallow || block.value('R', 1) < 1 || block.value('I') == 0
        ? "Expected P, J and K above 0, I other than 0 and R of at least 1 beside G76. Correct them"
        : "";
  }

  private void pass(
      double depth,
      double slide,
      double peak,
      double inwards,
      double full,
      MillModes modes,
      MillBlock block,
      MillMotion mill) {
    double[] at = mill.where().at;
    double driveX = at[0];
    double y = at[1];
    double startZ = at[2];
    double rate = block.value('P') * modes.unit * modes.spindle;
    double shift = depth * slide;
    double cutX = driveX + peak + inwards * depth;
    double endZ = mill.target[2] - shift;
    double taper = Math.abs(block.value('E', 0) * modes.unit) * Math.signum(endZ - startZ);
    int ends = (int) block.value('L', 0);
    boolean entry = (ends & 1) != 0 && taper != 0;
    boolean exit = (ends & 2) != 0 && taper != 0;
    double crest = cutX - inwards * full;
    move(mill, entry ? crest : cutX, startZ - shift, y, 0);
    if (entry) {
      move(mill, cutX, startZ - shift + taper, y, rate);
    }
    move(mill, cutX, exit ? endZ - taper : endZ, y, rate);
    if (exit) {
      move(mill, crest, endZ, y, rate);
    }
    move(mill, driveX, endZ, y, 0);
    move(mill, driveX, startZ, y, 0);
  }
}
