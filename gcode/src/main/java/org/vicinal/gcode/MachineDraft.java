package org.vicinal.gcode;

import java.util.ArrayList;

/**
 * A machine while its description is read: usual values at first, each until a line says otherwise.
 */
final class MachineDraft {
  private static final double FAR = Double.POSITIVE_INFINITY;

  String name;
  Dialect dialect = Dialect.MARLIN;
  TimeModel timeModel = TimeModel.MARLIN_JERK;
  boolean timeModelStated;
  final double[] min = {-FAR, -FAR, -FAR, -FAR};
  final double[] max = {FAR, FAR, FAR, FAR};
  double[] speed = {200, 200, 12, 120};
  double[] acceleration = {1000, 1000, 200, 5000};
  double[] jerk = {8, 8, 0.4, 5};
  double[] steps = {0, 0, 0, 0};
  double print = 1250;
  double retract = 1250;
  double travel = 1250;
  double deviation;
  double arcTolerance = 0.002;
  double cornerVelocity = 5;
  double cruiseRatio = 0.5;
  int window = 15;
  double stopSeconds;
  double nozzle = 300;
  double bed = 120;
  double spindle;
  boolean laser;
  double chamber = Double.NaN;
  int tools = 1;

  MachineDraft(String name) {
    this.name = name;
  }

  void dialect(Dialect wanted) {
    dialect = wanted;
    if (!timeModelStated) {
      timeModel =
          switch (wanted) {
            case MARLIN -> TimeModel.MARLIN_JERK;
            case PRUSA -> TimeModel.MK3;
            case REPRAPFIRMWARE -> TimeModel.MARLIN_JERK;
            case KLIPPER -> TimeModel.KLIPPER;
            case GRBL, GRBLHAL, LINUXCNC -> TimeModel.GRBL;
          };
    }
  }

  void deviation(double value) {
    deviation = value;
    if (!timeModelStated && dialect == Dialect.MARLIN && value > 0) {
      timeModel = TimeModel.MARLIN_JD;
    }
  }

  void likeAnyMill() {
    speed = new double[] {500 / 60.0, 500 / 60.0, 500 / 60.0, 100};
    acceleration = new double[] {10, 10, 10, 1000};
    steps = new double[] {250, 250, 250, 0};
    deviation = 0.01;
    nozzle = 0;
    bed = 0;
    spindle = 10_000;
  }

  void like(MachineLimits other) {
    dialect = other.dialect();
    timeModel = other.timeModel();
    for (int i = 0; i < 4; i++) {
      MachineLimits.Axis axis = other.axes().get(i);
      min[i] = axis.min();
      max[i] = axis.max();
      speed[i] = axis.speed();
      acceleration[i] = axis.acceleration();
      jerk[i] = axis.jerk();
      steps[i] = axis.stepsPerMm();
    }
    print = other.printAcceleration();
    retract = other.retractAcceleration();
    travel = other.travelAcceleration();
    deviation = other.junctionDeviation();
    arcTolerance = other.arcTolerance();
    cornerVelocity = other.squareCornerVelocity();
    cruiseRatio = other.minCruiseRatio();
    window = other.window();
    stopSeconds = other.stopSeconds();
    nozzle = other.nozzleCelsius();
    bed = other.bedCelsius();
    chamber = other.chamberCelsius();
    spindle = other.spindleRpm();
    laser = other.laser();
    tools = other.tools();
  }

  MachineLimits build(String source) {
    for (int i = 0; i < 4; i++) {
      if (!(speed[i] > 0) || !(acceleration[i] > 0)) {
        throw new IllegalArgumentException(
            source
                + ": Expected speeds and accelerations above 0, found "
                + speed[i]
                + " and "
                + acceleration[i]
                + " for axis "
                + "xyze".charAt(i)
                + ".");
      }
    }
    var axes = new ArrayList<MachineLimits.Axis>();
    for (int i = 0; i < 4; i++) {
      axes.add(
          new MachineLimits.Axis(min[i], max[i], speed[i], acceleration[i], jerk[i], steps[i]));
    }
    return new MachineLimits(
        name,
        source,
        dialect,
        timeModel,
        axes,
        print,
        retract,
        travel,
        deviation,
        arcTolerance,
        cornerVelocity,
        cruiseRatio,
        window,
        stopSeconds,
        nozzle,
        bed,
        chamber,
        spindle,
        laser,
        tools);
  }
}
