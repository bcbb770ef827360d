package org.vicinal.agent.simulation;

import org.vicinal.agent.simulation.Waiting.On;

/** Executes lines of G-code on a {@link GrblMachine}, checked in the order in which GRBL checks. */
final class GrblProgram {
  private final SimulatedGrbl grbl;
  private final GrblMachine machine;
  private int error;

  GrblProgram(SimulatedGrbl grbl, GrblMachine machine) {
    this.grbl = grbl;
    this.machine = machine;
  }

  /** The error of the line begun last; 0 for none. */
  int error() {
    return error;
  }

  /** Begins a line; what it waits for. Nothing has been done when there is an error. */
  Waiting begin(String text) {
    GrblBlock block = GrblBlock.parse(text);
    error = block.error != 0 ? block.error : check(block);
    if (error != 0) {
      return Waiting.OVER;
    }
    return execute(block);
  }

  /** Errors that depend on the modes; the modes themselves are changed only afterwards. */
  private int check(GrblBlock block) {
    boolean usesAxes =
        block.nonModal == 100
            || block.nonModal == 920
            || block.nonModal == 280
            || block.nonModal == 300;
    boolean moves = block.motion >= 0 && block.motion != 800;
    if (moves && usesAxes && block.nonModal != 280 && block.nonModal != 300) {
      return 24;
    }
    if (moves && (block.nonModal == 280 || block.nonModal == 300) && block.hasAxis()) {
      return 24;
    }
    if (block.nonModal == 40 && !block.has('P')) {
      return 28;
    }
    if (block.nonModal == 100 && (!block.has('P') || !block.has('L'))) {
      return 28;
    }
    if (block.nonModal == 100 && block.value('L') != 2 && block.value('L') != 20) {
      return 20;
    }
    if ((block.nonModal == 100 || block.nonModal == 920) && !block.hasAxis()) {
      return 26;
    }
    if (block.toolLength == 431 && !block.has('Z')) {
      return 37;
    }
    return checkMotion(block, usesAxes || block.toolLength == 431);
  }

  private int checkMotion(GrblBlock block, boolean axesUsed) {
    int motion = block.motion >= 0 ? motionOf(block.motion) : machine.modes.motion;
    boolean axes = block.hasAxis() && !axesUsed;
    if (block.machineSpace && axes && motion != 0 && motion != 1) {
      return 30;
    }
    if (motion == 80) {
      return axes ? 31 : 0;
    }
    if (!axes) {
      boolean wanted = block.motion == 20 || block.motion == 30 || block.motion >= 382;
      return wanted && block.motion != 800 && !block.has('R') && !full(block) ? 26 : 0;
    }
    boolean feed = block.has('F') || (machine.modes.feed > 0 && !inverse(block));
    boolean zero = block.has('F') && block.value('F') == 0;
    return motion != 0 && (!feed || zero) ? 22 : 0;
  }

  private boolean inverse(GrblBlock block) {
    return block.feedMode >= 0 ? block.feedMode == 93 : machine.modes.inverseTime;
  }

  /** A full circle needs no axis word in LinuxCNC, but GRBL wants one. */
  private static boolean full(GrblBlock block) {
    return block.hasAxis();
  }

  private static int motionOf(int code) {
    return code > 380 && code < 400 ? code : code / 10;
  }

  private Waiting execute(GrblBlock block) {
    GrblModes modes = machine.modes;
    block.use('N');
    if (block.units >= 0) {
      modes.inches = block.units == 20;
    }
    if (block.feedMode >= 0) {
      modes.inverseTime = block.feedMode == 93;
    }
    if (block.has('F')) {
      modes.feed = block.use('F') * modes.unit();
    }
    if (block.has('S')) {
      modes.speed = block.use('S');
    }
    if (block.has('T')) {
      modes.tool = (int) block.use('T');
    }
    boolean sync =
        block.spindle >= 0 || block.coolant >= 0 || block.flow >= 0 || block.nonModal == 40;
    if (block.plane >= 0) {
      modes.plane = block.plane;
    }
    if (block.distance >= 0) {
      modes.relative = block.distance == 91;
    }
    Waiting rest =
        sync && !grbl.checking()
            ? Waiting.forThe(On.REST)
            : new Waiting(On.TIME, 0, now -> Waiting.OVER);
    return rest.then(now -> afterSync(block, now));
  }

  private Waiting afterSync(GrblBlock block, long now) {
    GrblModes modes = machine.modes;
    if (block.spindle >= 0) {
      modes.spindle = block.spindle;
    }
    if (block.coolant >= 0) {
      modes.flood = block.coolant == 8;
    }
    if (block.system >= 0) {
      modes.system = block.system;
    }
    if (block.toolLength >= 0) {
      machine.toolLength(block.toolLength == 431 ? block.use('Z') * modes.unit() : 0);
    }
    if (block.nonModal == 40) {
      double seconds = block.use('P');
      return grbl.checking()
          ? flow(block)
          : Waiting.until(now + grbl.nanos(seconds)).then(at -> flow(block));
    }
    return nonModal(block, now);
  }

  private Waiting nonModal(GrblBlock block, long now) {
    return switch (block.nonModal) {
      case 100 -> {
        coordinates(block);
        yield Waiting.until(grbl.writeEeprom(now)).then(at -> flow(block));
      }
      case 281, 301 -> {
        double[] at = machine.planner.target();
        System.arraycopy(at, 0, machine.storedPosition(block.nonModal), 0, 3);
        yield Waiting.until(grbl.writeEeprom(now)).then(then -> flow(block));
      }
      case 920 -> {
        machine.setG92(difference(block));
        yield flow(block);
      }
      case 921 -> {
        machine.setG92(new double[3]);
        yield flow(block);
      }
      case 280, 300 -> goStored(block);
      default -> motion(block);
    };
  }

  private void coordinates(GrblBlock block) {
    int number = (int) block.use('P');
    int system = number == 0 ? machine.modes.system : 53 + number;
    double[] at = machine.systems.getOrDefault(system, new double[3]).clone();
    boolean here = block.use('L') == 20;
    double[] position = machine.planner.target();
    for (int axis = 0; axis < 3; axis++) {
      char letter = "XYZ".charAt(axis);
      if (block.has(letter)) {
        double value = block.use(letter) * machine.modes.unit();
        at[axis] = here ? position[axis] - value : value;
      }
    }
    machine.settle(system, at);
  }

  private double[] difference(GrblBlock block) {
    double[] base = machine.systems.getOrDefault(machine.modes.system, new double[3]);
    double[] position = machine.planner.target();
    double[] to = new double[3];
    for (int axis = 0; axis < 3; axis++) {
      char letter = "XYZ".charAt(axis);
      if (block.has(letter)) {
        to[axis] = position[axis] - base[axis] - block.use(letter) * machine.modes.unit();
      }
    }
    return to;
  }

  /** G28 and G30: by way of the axis words, then to the stored point. */
  private Waiting goStored(GrblBlock block) {
    double[] end = machine.storedPosition(block.nonModal).clone();
    double[] by = machine.target(block, block.machineSpace, machine.modes.relative);
    return move(by, GrblMachine.distance(machine.planner.target(), by), true)
        .then(
            now ->
                move(end, GrblMachine.distance(machine.planner.target(), end), true)
                    .then(at -> flow(block)));
  }

  private Waiting motion(GrblBlock block) {
    GrblModes modes = machine.modes;
    if (block.motion >= 0) {
      modes.motion = motionOf(block.motion);
    }
    if (!block.hasAxis()) {
      return flow(block);
    }
    double[] from = machine.planner.target();
    double[] to = machine.target(block, block.machineSpace, modes.relative);
    double length = GrblMachine.distance(from, to);
    if (modes.motion == 2 || modes.motion == 3) {
      GrblGeometry.Arc arc =
          GrblGeometry.arc(block, modes.plane, modes.unit(), modes.motion == 2, from, to);
      if (arc.error() != 0) {
        error = arc.error();
        return Waiting.OVER;
      }
      length = Math.max(arc.length(), length);
    }
    if (unused(block)) {
      error = 36;
      return Waiting.OVER;
    }
    if (modes.motion > 100) {
      return probe(to, length, modes.motion).then(at -> flow(block));
    }
    return move(to, length, modes.motion == 0).then(at -> flow(block));
  }

  private static boolean unused(GrblBlock block) {
    for (char letter : "IJKLPR".toCharArray()) {
      if (block.has(letter)) {
        return true;
      }
    }
    return false;
  }

  private Waiting move(double[] to, double length, boolean rapid) {
    if (machine.settings.on(20) && machine.outside(to)) {
      grbl.softLimit();
      return Waiting.forThe(On.PERSON);
    }
    if (grbl.checking()) {
      machine.planner.place(to);
      return new Waiting(On.TIME, 0, now -> Waiting.OVER);
    }
    return Waiting.forThe(On.ROOM)
        .then(
            now -> {
              plan(to, length, rapid, now);
              return Waiting.OVER;
            });
  }

  private void plan(double[] to, double length, boolean rapid, long now) {
    if (length > 0) {
      double seconds = machine.seconds(to, length, rapid);
      machine.planner.add(to, grbl.nanos(seconds), rapid ? 0 : machine.modes.feed, now);
    }
  }

  /** Nothing is ever touched here, so a probe goes all the way and then says so. */
  private Waiting probe(double[] to, double length, int kind) {
    if (grbl.checking()) {
      return new Waiting(On.TIME, 0, now -> Waiting.OVER);
    }
    return Waiting.forThe(On.REST)
        .then(
            now -> {
              plan(to, length, false, now);
              return Waiting.forThe(On.REST)
                  .then(
                      at -> {
                        grbl.probeMissed(kind == 382 || kind == 384);
                        return Waiting.OVER;
                      });
            });
  }

  private Waiting flow(GrblBlock block) {
    return switch (block.flow) {
      case 0 -> grbl.checking() ? Waiting.OVER : grbl.programHold();
      case 2, 30 -> {
        machine.modes.programEnd();
        grbl.say("[MSG:Pgm End]");
        yield Waiting.OVER;
      }
      default -> Waiting.OVER;
    };
  }
}
