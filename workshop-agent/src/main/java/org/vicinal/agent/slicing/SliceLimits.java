package org.vicinal.agent.slicing;

import java.time.Duration;

/**
 * What a slicer may take.
 *
 * @param time on the wall, from its start
 * @param memory bytes of address space; libraries count
 * @param output bytes of one file
 */
public record SliceLimits(Duration time, long memory, long output) {
  /** Ten minutes, 3 GB, 500 MB: what a program of the largest printable plate stays far below. */
  public static final SliceLimits USUAL =
      new SliceLimits(Duration.ofMinutes(10), 3_000_000_000L, 500_000_000L);
}
