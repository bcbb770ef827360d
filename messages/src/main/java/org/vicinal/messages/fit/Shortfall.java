package org.vicinal.messages.fit;

/**
 * One thing that is missing, with the figure needed and the figure found.
 *
 * @param weight how far away a remedy is, from 1 (another spool) to 9 (another kind of machine):
 *     near misses sort first
 */
public record Shortfall(String what, String needed, String found, int weight) {
  /** Such as {@code bed: 260 mm needed, 220 mm found}. */
  public String words() {
    return what + ": " + needed + " needed, " + found + " found";
  }
}
