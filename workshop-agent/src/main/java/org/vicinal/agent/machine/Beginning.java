package org.vicinal.agent.machine;

/**
 * What the journal knows of a machine when its thread starts.
 *
 * @param confirmed whether a person has said since the last run that it may be used again
 * @param interrupted whether a run was begun and its end never seen, so that heaters or a spindle
 *     may still be on and are turned off before anything else
 */
public record Beginning(boolean confirmed, boolean interrupted) {

  /** Nobody has looked at it yet. */
  public static final Beginning UNKNOWN = new Beginning(false, false);

  /** A person looked since the last run. */
  public static final Beginning CONFIRMED = new Beginning(true, false);

  /** It was at work when the agent died. */
  public static final Beginning INTERRUPTED = new Beginning(false, true);
}
