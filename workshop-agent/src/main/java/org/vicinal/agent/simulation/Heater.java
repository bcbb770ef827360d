package org.vicinal.agent.simulation;

/**
 * A heated thing: towards the temperature its power would reach while it is below its target, at
 * the target once there, towards the room when it is above.
 */
final class Heater {
  private static final double ROOM = 21;

  private final double ceiling;
  private final double tauSeconds;
  private double celsius = ROOM;
  private double target;

  /**
   * @param ceiling where full power would end, in degrees Celsius
   * @param tauSeconds how slowly it follows
   */
  Heater(double ceiling, double tauSeconds) {
    this.ceiling = ceiling;
    this.tauSeconds = tauSeconds;
  }

  double celsius() {
    return celsius;
  }

  double target() {
    return target;
  }

  void aimAt(double wanted) {
    target = wanted;
  }

  /** Lets this many seconds of the machine's time pass. */
  void pass(double seconds) {
    double end = celsius < target ? ceiling : ROOM;
    double after = end + (celsius - end) * Math.exp(-seconds / tauSeconds);
    boolean reached = celsius < target ? after >= target : after <= target;
    celsius = reached ? target : after;
  }

  /** Whether it is within a degree of its target, or above a target below the room. */
  boolean there() {
    return Math.abs(celsius - target) < 1 || (target < ROOM && celsius < ROOM + 1);
  }

  /** Seconds of the machine's time until it is there; 0 if it is. */
  double secondsToTarget() {
    if (there()) {
      return 0;
    }
    double end = celsius < target ? ceiling : ROOM;
    double goal = celsius < target ? target - 0.9 : Math.max(target, ROOM) + 0.9;
    return tauSeconds * Math.log((celsius - end) / (goal - end));
  }
}
