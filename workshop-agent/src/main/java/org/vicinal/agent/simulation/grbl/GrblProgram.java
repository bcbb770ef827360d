package org.vicinal.agent.simulation.grbl;

import org.vicinal.agent.simulation.board.Waiting;
import org.vicinal.agent.simulation.board.Waiting.On;

/** Carries out lines of G-code, in the order in which GRBL does what stands in one line. */
final class GrblProgram {
  private final GrblController grbl;
  private final GrblMachine machine;
  private final GrblMoves moves;
  private int error;

  GrblProgram(GrblController grbl, GrblMachine machine) {
    this.grbl = grbl;
    this.machine = machine;
    this.moves = new GrblMoves(grbl, machine);
  }

  /** The error of the line begun last; 0 for none. */
  int error() {
    return error;
  }

  /** The error that this line would have now; 0 for none. */
  int judge(String text) {
    GrblBlock block = GrblBlock.parse(text, grbl.hal());
    return block.error != 0 ? block.error : GrblRules.check(block, machine.modes);
  }

  /** Begins a line; what it waits for. Nothing has been done when there is an error. */
  Waiting begin(String text) {
    GrblBlock block = GrblBlock.parse(text, grbl.hal());
    error = block.error != 0 ? block.error : GrblRules.check(block, machine.modes);
    return error == 0 ? execute(block) : Waiting.OVER;
  }

  private Waiting execute(GrblBlock block) {
    GrblModes modes = machine.modes;
    block.use('N');
    modes.take(block);
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
        block.spindle >= 0
            || block.coolant >= 0
            || block.flow >= 0
            || block.toolChange
            || block.nonModal == 40;
    Waiting first = sync && !grbl.checking() ? Waiting.forThe(On.REST) : Waiting.atOnce();
    return first.then(now -> afterSync(block, now));
  }

  private Waiting afterSync(GrblBlock block, long now) {
    GrblModes modes = machine.modes;
    modes.takeOutputs(block);
    if (block.system >= 0) {
      modes.system = block.system;
      grbl.offsetsChanged();
    }
    if (block.toolLength >= 0) {
      machine.offsets.toolLength(block.toolLength == 431 ? block.use('Z') * modes.unit() : 0);
      grbl.offsetsChanged();
    }
    if (block.toolChange && !grbl.checking()) {
      return grbl.toolChange().then(at -> nonModal(block, at));
    }
    return nonModal(block, now);
  }

  private Waiting nonModal(GrblBlock block, long now) {
    return switch (block.nonModal) {
      case 40 -> dwell(block, now);
      case 100 -> {
        coordinates(block);
        yield Waiting.until(grbl.writeEeprom(now)).then(at -> flow(block));
      }
      case 281, 301 -> {
        double[] at = machine.parsed();
        System.arraycopy(at, 0, machine.offsets.storedPosition(block.nonModal), 0, 3);
        yield Waiting.until(grbl.writeEeprom(now)).then(then -> flow(block));
      }
      case 920, 921 -> {
        machine.offsets.setG92(block.nonModal == 920 ? difference(block) : new double[3]);
        grbl.offsetsChanged();
        yield flow(block);
      }
      case 280, 300 -> moves.toStored(block).then(at -> flow(block));
      default -> motion(block);
    };
  }

  private Waiting dwell(GrblBlock block, long now) {
    double seconds = block.use('P');
    return grbl.checking()
        ? flow(block)
        : Waiting.until(now + grbl.nanos(seconds)).then(at -> flow(block));
  }

  private void coordinates(GrblBlock block) {
    int number = (int) block.use('P');
    int system = number == 0 ? machine.modes.system : 53 + number;
    double[] at = machine.offsets.base(system);
    boolean here = block.use('L') == 20;
    double[] position = machine.parsed();
    for (int axis = 0; axis < 3; axis++) {
      char letter = "XYZ".charAt(axis);
      if (block.has(letter)) {
        double value = block.use(letter) * machine.modes.unit();
        at[axis] = here ? position[axis] - value : value;
      }
    }
    machine.offsets.settle(system, at);
    grbl.offsetsChanged();
  }

  private double[] difference(GrblBlock block) {
    double[] base = machine.offsets.base(machine.modes.system);
    double[] position = machine.parsed();
    double[] to = new double[3];
    for (int axis = 0; axis < 3; axis++) {
      char letter = "XYZ".charAt(axis);
      if (block.has(letter)) {
        to[axis] = position[axis] - base[axis] - block.use(letter) * machine.modes.unit();
      }
    }
    return to;
  }

  private Waiting motion(GrblBlock block) {
    if (block.motion >= 0) {
      machine.modes.motion = GrblRules.motionOf(block.motion);
    }
    if (!block.hasAxis()) {
      error = block.leftover() ? 36 : 0;
      return error == 0 ? flow(block) : Waiting.OVER;
    }
    GrblMoves.Planned planned = moves.plan(block);
    error = planned.error();
    return error == 0 ? planned.waiting().then(at -> flow(block)) : Waiting.OVER;
  }

  private Waiting flow(GrblBlock block) {
    return switch (block.flow) {
      case 0 -> grbl.checking() ? Waiting.OVER : grbl.programHold();
      case 2, 30 -> {
        machine.modes.programEnd();
        machine.overrides.restart();
        machine.overridden();
        grbl.offsetsChanged();
        grbl.voice().say("[MSG:Pgm End]");
        yield Waiting.OVER;
      }
      default -> Waiting.OVER;
    };
  }
}
