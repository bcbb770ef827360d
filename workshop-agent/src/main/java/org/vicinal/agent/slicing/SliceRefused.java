package org.vicinal.agent.slicing;

/** No program comes of a model, and why; the words are for the customer and the workshop. */
public final class SliceRefused extends Exception {
  private static final long serialVersionUID = 1;
  private final Cause cause;

  /** Whose matter it is. */
  public enum Cause {
    /** This model cannot be made with this profile; trying again changes nothing. */
    MODEL,
    /** The workshop's slicer or profile is not as it should be. */
    WORKSHOP,
    /** It took more time, memory or disk than it may; another time it might not. */
    LIMITS
  }

  SliceRefused(Cause cause, String message) {
    super(message);
    this.cause = cause;
  }

  /** Whose matter it is. */
  public Cause matter() {
    return cause;
  }
}
