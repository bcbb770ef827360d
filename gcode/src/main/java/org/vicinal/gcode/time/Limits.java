package org.vicinal.gcode.time;

/**
 * What a planner may ask of the machine, in mm and seconds; axes are X, Y, Z, E. A program may
 * change it as it goes (M201, M203, M204, M205), so it is mutable and belongs to one planner.
 */
public final class Limits {
  public final double[] speed = new double[4];
  public final double[] acceleration = new double[4];
  public final double[] jerk = new double[4];
  public final double[] stepsPerMm = new double[4];
  public double printAcceleration;
  public double retractAcceleration;
  public double travelAcceleration;

  /** What a program may set by M204; PrusaSlicer's own limits. */
  public double maxPrintAcceleration = Double.MAX_VALUE;

  public double maxRetractAcceleration = Double.MAX_VALUE;
  public double maxTravelAcceleration = Double.MAX_VALUE;
  public double junctionDeviation;
  public double arcTolerance;
  public double minFeed;
  public double minTravelFeed;
  public double squareCornerVelocity;
  public double minCruiseRatio;

  /** M221 as a factor: how much faster the extruder turns than is written. */
  public double flow = 1;

  /** Whether M201 to M205 had a say. */
  public boolean changedByProgram;

  /** Blocks that the firmware looks ahead. */
  public int window = 15;

  /** Whether steps are timed by an AVR's timer, as on the boards of GRBL 1.1. */
  public boolean avrTimer;

  /** Seconds lost at every full stop. */
  public double stopSeconds;

  /** Whether the spindle is a laser, whose power changes without a stop. */
  public boolean laser;
}
