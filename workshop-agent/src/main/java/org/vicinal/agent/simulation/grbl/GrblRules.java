package org.vicinal.agent.simulation.grbl;

/** Errors of a line that depend on the modes, in the order in which GRBL finds them. */
final class GrblRules {

  private GrblRules() {}

  /** The error of this line under these modes; 0 for none. */
  static int check(GrblBlock block, GrblModes modes) {
    boolean takesAxes = block.nonModal == 100 || block.nonModal == 920;
    boolean mayTakeAxes = block.nonModal == 280 || block.nonModal == 300;
    boolean moves = block.motion >= 0 && block.motion != 800;
    if (moves && (takesAxes || (mayTakeAxes && block.hasAxis()))) {
      return 24;
    }
    if (block.nonModal == 40 && !block.has('P')) {
      return 28;
    }
    if (block.nonModal == 100) {
      int error = coordinates(block);
      if (error != 0) {
        return error;
      }
    }
    if (takesAxes && !block.hasAxis()) {
      return 26;
    }
    if (block.toolLength == 431 && !block.has('Z')) {
      return 37;
    }
    return motion(block, modes, takesAxes || mayTakeAxes || block.toolLength == 431);
  }

  private static int coordinates(GrblBlock block) {
    if (!block.has('P') || !block.has('L')) {
      return 28;
    }
    if (block.value('L') != 2 && block.value('L') != 20) {
      return 20;
    }
    return block.value('P') > 6 ? 29 : 0;
  }

  private static int motion(GrblBlock block, GrblModes modes, boolean axesTaken) {
    int motion = block.motion >= 0 ? motionOf(block.motion) : modes.motion;
    boolean axes = block.hasAxis() && !axesTaken;
    if (block.machineSpace && axes && motion != 0 && motion != 1) {
      return 30;
    }
    if (motion == 80) {
      return axes ? 31 : 0;
    }
    if (!axes) {
      boolean wanted = block.motion == 20 || block.motion == 30 || block.motion >= 382;
      return wanted && block.motion != 800 && !axesTaken ? 26 : 0;
    }
    return motion == 0 ? 0 : feed(block, modes);
  }

  private static int feed(GrblBlock block, GrblModes modes) {
    boolean inverse = block.feedMode >= 0 ? block.feedMode == 93 : modes.inverseTime;
    boolean feed = block.has('F') || (modes.feed > 0 && !inverse);
    boolean zero = block.has('F') && block.value('F') == 0;
    return !feed || zero ? 22 : 0;
  }

  /** The number of a motion mode: 0 to 3, 80, or 382 to 385 for G38.2 to G38.5. */
  static int motionOf(int code) {
    return code > 380 && code < 400 ? code : code / 10;
  }
}
