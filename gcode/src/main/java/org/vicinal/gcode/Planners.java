package org.vicinal.gcode;

import org.vicinal.gcode.time.GrblPlanner;
import org.vicinal.gcode.time.Limits;
import org.vicinal.gcode.time.MarlinDeviationPlanner;
import org.vicinal.gcode.time.MarlinJerkPlanner;
import org.vicinal.gcode.time.Planner;

/** Builds the planner for a machine. */
final class Planners {
  private Planners() {}

  static Planner of(TimeModel model, MachineLimits machine) {
    Limits limits = limits(machine);
    return switch (model) {
      case GRBL -> new GrblPlanner(limits);
      case MARLIN_JERK, KLIPPER -> new MarlinJerkPlanner(limits, false);
      case MK3, PRUSASLICER -> new MarlinJerkPlanner(limits, true);
      case MARLIN_JD -> new MarlinDeviationPlanner(limits);
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
    return limits;
  }
}
