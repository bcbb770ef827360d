package org.vicinal.gcode.meaning;

/**
 * An expression has no value. Caught where the line is executed and made a finding; carries what
 * was expected.
 */
final class ExpressionRefusal extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final String text;

  ExpressionRefusal(String expected) {
    super("Expected " + expected, null, false, false);
    text = "Expected " + expected;
  }

  /** What was expected and found. */
  String text() {
    return text;
  }
}
