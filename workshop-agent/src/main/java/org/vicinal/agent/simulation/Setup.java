package org.vicinal.agent.simulation;

import org.vicinal.agent.simulation.board.Switch;

/** How a simulated board stands there, whatever its firmware. */
public record Setup(
    @Switch("seconds of the machine that pass in one of the clock") double speed,
    @Switch("travel along X in mm; bed=XxYxZ sets all three") double x,
    @Switch("along Y") double y,
    @Switch("along Z") double z,
    @Switch("bits per second that the cable carries; 0 for no limit") int baud,
    @Switch("is not reset when a host opens the port") boolean keepOnOpen) {

  /** As fast as life, on a cable that takes no time. */
  public static final Setup USUAL = new Setup(1, 250, 210, 210, 0, false);

  public Setup {
    if (!(speed > 0)) {
      throw new IllegalArgumentException("Expected a speed above 0, found " + speed + ".");
    }
  }

  double[] travel() {
    return new double[] {x, y, z};
  }

  Setup withBed(String bed) {
    String[] parts = bed.split("x", -1);
    try {
      if (parts.length == 3) {
        return new Setup(
            speed,
            Double.parseDouble(parts[0]),
            Double.parseDouble(parts[1]),
            Double.parseDouble(parts[2]),
            baud,
            keepOnOpen);
      }
    } catch (NumberFormatException e) {
      // told below
    }
    throw new IllegalArgumentException(
        "Expected a bed as XxYxZ in mm such as 250x210x210, found " + bed + ".");
  }
}
