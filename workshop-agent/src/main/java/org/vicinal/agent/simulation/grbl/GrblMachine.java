package org.vicinal.agent.simulation.grbl;

import java.util.Locale;
import org.vicinal.agent.simulation.board.MotionBuffer;
import org.vicinal.gcode.time.GrblPlanner;
import org.vicinal.gcode.time.Limits;

/**
 * The mill that GRBL drives: settings, modes, offsets, moves. Knows nothing of bytes and answers.
 */
final class GrblMachine {
  final MotionBuffer moves;
  final GrblSettings settings;
  final GrblOffsets offsets = new GrblOffsets();
  final GrblOverrides overrides = new GrblOverrides();
  GrblModes modes = new GrblModes();
  private final Limits limits = new Limits();
  private double[] parsed = new double[3];

  GrblMachine(GrblSettings settings, GrblSwitches switches, double speed) {
    this.settings = settings;
    limits.window = 1000; // blocks are taken one by one, so it never fills
    limits.avrTimer = !switches.hal();
    settingsChanged();
    this.moves = new MotionBuffer(new GrblPlanner(limits), switches.blocks(), speed, 0.01);
  }

  /** Takes over what {@code $$} says. */
  void settingsChanged() {
    for (int axis = 0; axis < 3; axis++) {
      limits.stepsPerMm[axis] = Math.max(0.1, settings.number(100 + axis));
      limits.speed[axis] = Math.max(1, settings.number(110 + axis)) / 60;
      limits.acceleration[axis] = Math.max(1, settings.number(120 + axis));
    }
    limits.junctionDeviation = settings.number(11);
    limits.arcTolerance = settings.number(12);
  }

  /** As after a soft reset: modes and G92 are gone, the stored offsets stay. */
  void restart(long now) {
    moves.clear(now);
    parsed = moves.target();
    modes = new GrblModes();
    offsets.restart();
    overrides.restart();
    overridden();
  }

  /** The overrides have changed. */
  void overridden() {
    moves.override(overrides.feedFactor(), overrides.rapidFactor());
  }

  /** Where the parser is: the end of the last line, made or only checked. */
  double[] parsed() {
    return parsed.clone();
  }

  void arrive(double[] at) {
    parsed = at.clone();
  }

  /** Puts the tool here, as homing does. */
  void place(double[] here) {
    moves.place(here);
    parsed = here.clone();
  }

  /** Machine position minus this is work position. */
  double[] offset() {
    return offsets.of(modes.system);
  }

  /** The target of the axis words in machine coordinates, in millimetres. */
  double[] target(GrblBlock block, boolean machineSpace, boolean relative) {
    double[] to = parsed();
    double[] offset = offset();
    for (int axis = 0; axis < 3; axis++) {
      char letter = "XYZ".charAt(axis);
      if (block.has(letter)) {
        double value = block.use(letter) * modes.unit();
        to[axis] = relative ? to[axis] + value : machineSpace ? value : value + offset[axis];
      }
    }
    return to;
  }

  boolean outside(double[] to) {
    for (int axis = 0; axis < 3; axis++) {
      if (to[axis] > 1e-6 || to[axis] < -settings.number(130 + axis) - 1e-6) {
        return true;
      }
    }
    return false;
  }

  /** Seconds to come to a stand from the present feed. */
  double stoppingSeconds() {
    return moves.feed() / 60 / Math.max(1, settings.number(120));
  }

  static String shown(double[] at) {
    return String.format(Locale.ROOT, "%.3f,%.3f,%.3f", at[0], at[1], at[2]);
  }
}
