package org.vicinal.messages.fit;

/**
 * One thing that is missing, with the figure needed and the figure found.
 *
 * @param found {@link #NOT_STATED} when the workshop has not said; then it is asked
 * @param weight how far away a remedy is, from 1 (another spool) to 9 (another kind of machine):
 *     near misses sort first
 */
public record Shortfall(String what, String needed, String found, int weight) {
  /** Found: nothing, because nobody has said. Unknown is asked, not assumed. */
  public static final String NOT_STATED = "not stated";

  /** Such as {@code bed: 260 mm needed, 220 mm found}. */
  public String words() {
    return what + ": " + needed + " needed, " + found + " found";
  }

  /** Whether an answer of the workshop could still make it a fit. */
  public boolean asks() {
    return found.equals(NOT_STATED);
  }
}
