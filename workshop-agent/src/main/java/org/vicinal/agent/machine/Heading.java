package org.vicinal.agent.machine;

import java.util.Locale;
import org.vicinal.agent.firmware.Firmware;

/**
 * Where somebody holds a key to drive a tool.
 *
 * @param x the share of the feed along X, from -1 to 1, with {@code y} and {@code z}
 * @param feed in mm per minute
 */
public record Heading(double x, double y, double z, double feed) {
  private static final double FASTEST = 6000;

  public Heading {
    double length = Math.sqrt(x * x + y * y + z * z);
    if (!(length > 0 && length <= 1.0001)) {
      throw new IllegalArgumentException(
          "Expected a direction of x, y and z that is at most 1 long, such as {\"x\": -1}, found %s, %s, %s."
              .formatted(x, y, z));
    }
    if (!(feed > 0 && feed <= FASTEST)) {
      throw new IllegalArgumentException(
          "Expected a feed from 1 to %.0f mm/min, found %s.".formatted(FASTEST, feed));
    }
  }

  /** The firmware's line for so many nanoseconds of it. */
  String line(Firmware firmware, long nanos) {
    String begin =
        firmware.numbered() ? "G1 X%.3f Y%.3f Z%.3f F%.0f" : "$J=G91G21X%.3fY%.3fZ%.3fF%.0f";
    return String.format(
        Locale.ROOT, begin, along(0, nanos), along(1, nanos), along(2, nanos), feed);
  }

  /** How far it goes along this axis in so many nanoseconds, in mm. */
  double along(int axis, long nanos) {
    double share = axis == 0 ? x : axis == 1 ? y : z;
    return share * feed / 60 * nanos / 1e9;
  }
}
