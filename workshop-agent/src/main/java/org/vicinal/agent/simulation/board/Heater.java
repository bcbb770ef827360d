package org.vicinal.agent.simulation.board;

/**
 * A heated thing and its thermistor: a mass that power warms and the room cools, a sensor that lags
 * behind it, and a control that sees the sensor only.
 *
 * <p>Seconds are the machine's own. One thread.
 */
public final class Heater {
  private static final double ROOM = 21;
  private static final double STEP = 0.1;
  private static final double FUNCTIONAL = 10; // beyond this many degrees it is all or nothing

  private final Build build;
  private double celsius = ROOM;
  private double sensed = ROOM;
  private double target;
  private double duty;
  private double integral;
  private double left;
  private boolean dead;
  private boolean open;

  /**
   * What a heater is made of.
   *
   * @param watts at full power
   * @param joulesPerKelvin how much it takes to warm it
   * @param wattsPerKelvin what the room takes for each degree above it
   * @param sensorSeconds how far the sensor lags behind
   * @param regulated whether its power is proportioned (PID) or only switched (bang-bang)
   * @param most degrees at which a firmware stops because the sensor must be broken
   */
  public record Build(
      double watts,
      double joulesPerKelvin,
      double wattsPerKelvin,
      double sensorSeconds,
      boolean regulated,
      double most) {

    /** A hotend of 40 W: 200 degrees in a minute and a half. */
    public static Build hotend(double most) {
      return new Build(40, 12, 0.1, 1.5, true, most);
    }

    /** A bed of 220 W: 60 degrees in a minute and a half, switched. */
    public static Build bed(double most) {
      return new Build(220, 400, 1.8, 3, false, most);
    }
  }

  public Heater(Build build) {
    this.build = build;
  }

  /** What the sensor shows, in degrees Celsius. */
  public double celsius() {
    return open ? 999 : sensed;
  }

  /** Degrees Celsius wanted; 0 is off. */
  public double target() {
    return target;
  }

  /** Its power now, from 0 to 127 as Marlin prints it. */
  public int power() {
    return (int) Math.round(duty * 127);
  }

  /** Sets what is wanted. */
  public void aimAt(double wanted) {
    target = wanted;
    integral = 0;
  }

  /** Its wire breaks: it never warms again. */
  public void die() {
    dead = true;
  }

  /** Its sensor breaks off and shows nonsense. */
  public void loseSensor() {
    open = true;
  }

  /** As the sensor shows, at least this warm and wanted warm. */
  boolean heated() {
    return target > 0;
  }

  /** Degrees at which the firmware takes the sensor for broken. */
  double most() {
    return build.most();
  }

  /** Whether nothing will change by itself. */
  public boolean atRest() {
    return target <= 0 && Math.abs(celsius - ROOM) < 0.01 && Math.abs(sensed - ROOM) < 0.01;
  }

  /** Lets this many seconds pass. */
  public void pass(double seconds) {
    if (atRest()) {
      celsius = ROOM;
      sensed = ROOM;
      duty = 0;
      return;
    }
    left += seconds;
    while (left >= STEP) {
      left -= STEP;
      step();
    }
  }

  private void step() {
    control();
    double watts = dead ? 0 : duty * build.watts();
    celsius += STEP * (watts - build.wattsPerKelvin() * (celsius - ROOM)) / build.joulesPerKelvin();
    sensed += STEP * (celsius - sensed) / build.sensorSeconds();
  }

  private void control() {
    double error = target - celsius();
    if (target <= 0) {
      duty = 0;
    } else if (!build.regulated()) {
      duty = error > 0.25 ? 1 : error < -0.25 ? 0 : duty;
    } else if (Math.abs(error) > FUNCTIONAL) {
      duty = error > 0 ? 1 : 0;
      integral = 0;
    } else {
      double hold = build.wattsPerKelvin() * (target - ROOM) / build.watts();
      integral = Math.clamp(integral + 0.002 * error * STEP, -0.3, 0.3);
      duty = Math.clamp(hold + 0.08 * error + integral, 0, 1);
    }
  }

  /** Whether the sensor is within a degree of the target, or above a target below the room. */
  public boolean there() {
    return Math.abs(celsius() - target) < 1 || (target < ROOM && celsius() < ROOM + 1);
  }
}
