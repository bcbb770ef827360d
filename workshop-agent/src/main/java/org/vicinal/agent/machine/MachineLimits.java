package org.vicinal.agent.machine;

import java.time.Duration;

/**
 * What a machine may be asked to do.
 *
 * @param widthMm its travel along X
 * @param depthMm its travel along Y
 * @param heightMm its travel along Z
 * @param attention how long it waits, hot or spinning, for a person before it makes itself safe
 */
public record MachineLimits(double widthMm, double depthMm, double heightMm, Duration attention) {

  /** A box, and half an hour for a person to come. */
  public static MachineLimits box(double widthMm, double depthMm, double heightMm) {
    return new MachineLimits(widthMm, depthMm, heightMm, Duration.ofMinutes(30));
  }

  public MachineLimits {
    if (!(widthMm > 0 && depthMm > 0 && heightMm > 0)) {
      throw new IllegalArgumentException(
          "Expected a box in millimetres, got %s x %s x %s.".formatted(widthMm, depthMm, heightMm));
    }
  }
}
