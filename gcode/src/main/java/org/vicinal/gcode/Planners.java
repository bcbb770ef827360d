package org.vicinal.gcode;

import org.jspecify.annotations.Nullable;
import org.vicinal.gcode.time.GrblPlanner;
import org.vicinal.gcode.time.KlipperPlanner;
import org.vicinal.gcode.time.Limits;
import org.vicinal.gcode.time.MarlinDeviationPlanner;
import org.vicinal.gcode.time.MarlinJerkPlanner;
import org.vicinal.gcode.time.MarlinPlainJerkPlanner;
import org.vicinal.gcode.time.Planner;
import org.vicinal.gcode.time.SlicerPlanner;

/** Builds the planner for a machine. */
final class Planners {
  private Planners() {}

  /**
   * The planner of this model; {@code config} holds what the slicer stated, null if that is not to
   * count.
   */
  static Planner of(TimeModel model, MachineLimits machine, @Nullable SlicerConfig config) {
    Limits limits = limits(machine);
    if (config != null) {
      config.apply(limits, model == TimeModel.PRUSASLICER);
    }
    return switch (model) {
      case GRBL -> new GrblPlanner(limits);
      case MARLIN_JERK -> new MarlinJerkPlanner(limits, false);
      case MARLIN_JERK_2_1_3 -> new MarlinPlainJerkPlanner(limits);
      case MK3 -> new MarlinJerkPlanner(limits, true);
      case MARLIN_JD -> new MarlinDeviationPlanner(limits);
      case KLIPPER -> new KlipperPlanner(limits);
      case PRUSASLICER ->
          config == null ? new SlicerPlanner(limits, 2, 5, false) : config.planner(limits);
    };
  }

  private static Limits limits(MachineLimits machine) {
    var limits = new Limits();
    for (int i = 0; i < 4; i++) {
      MachineLimits.Axis axis = machine.axes().get(i);
      limits.speed[i] = axis.speed();
      limits.acceleration[i] = axis.acceleration();
      limits.jerk[i] = axis.jerk();
      limits.stepsPerMm[i] =
          axis.stepsPerMm() > 0 ? axis.stepsPerMm() : machine.dialect().mill() ? 250 : 1e9;
    }
    limits.printAcceleration = machine.printAcceleration();
    limits.retractAcceleration = machine.retractAcceleration();
    limits.travelAcceleration = machine.travelAcceleration();
    limits.junctionDeviation = machine.junctionDeviation();
    limits.arcTolerance = machine.arcTolerance();
    limits.squareCornerVelocity = machine.squareCornerVelocity();
    limits.minCruiseRatio = machine.minCruiseRatio();
    limits.window = machine.window();
    limits.stopSeconds = machine.stopSeconds();
    limits.laser = machine.laser();
    limits.avrTimer = machine.dialect() == Dialect.GRBL;
    return limits;
  }
}
