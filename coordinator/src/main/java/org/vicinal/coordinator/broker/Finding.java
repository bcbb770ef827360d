package org.vicinal.coordinator.broker;

/**
 * What a look at one thing showed.
 *
 * @param says what was found, and when it is not well what to do
 */
public record Finding(Level level, String says) {
  /** How bad it is. */
  public enum Level {
    WELL,
    /** It works, but not as well or as long as it could. */
    DOUBTFUL,
    /** Something acknowledged may be lost, or it does not work. */
    BAD
  }

  /** Nothing to do. */
  public static Finding well(String says) {
    return new Finding(Level.WELL, says);
  }

  /** Better changed. */
  public static Finding doubtful(String says) {
    return new Finding(Level.DOUBTFUL, says);
  }

  /** Must be changed. */
  public static Finding bad(String says) {
    return new Finding(Level.BAD, says);
  }
}
