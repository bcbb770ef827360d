package org.vicinal.coordinator.matching;

/**
 * How far a question reaches.
 *
 * @param metres nobody farther is looked at
 * @param fits how many workshops that fit are wanted, the nearest ones
 * @param misses how many that do not fit are told, with reasons
 */
public record Reach(double metres, int fits, int misses) {
  /** Near misses are the best of this many nearest workshops that have a machine of the process. */
  public static final int MISSES_LOOKED_AT = 16;
}
