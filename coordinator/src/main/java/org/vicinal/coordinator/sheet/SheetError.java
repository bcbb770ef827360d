package org.vicinal.coordinator.sheet;

/**
 * Something in a file that cannot be read as meant; the message has file, line and what was
 * expected.
 */
public final class SheetError extends Exception {
  private static final long serialVersionUID = 1;

  SheetError(String file, int line, String words) {
    super(line > 0 ? "%s:%d: %s".formatted(file, line, words) : "%s: %s".formatted(file, words));
  }

  /** What is wrong, for a person. */
  public String words() {
    return String.valueOf(getMessage());
  }
}
