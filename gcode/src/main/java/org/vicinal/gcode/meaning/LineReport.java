package org.vicinal.gcode.meaning;

import org.vicinal.gcode.text.WordReader;

/**
 * What is wrong with the line that is executed now. A line with an error moves nothing, as on the
 * machine.
 */
final class LineReport {
  private static final int SHOWN = 120;

  private final WordReader words;
  private final Findings findings;
  private String shown = "";
  private boolean broken;

  LineReport(WordReader words, Findings findings) {
    this.words = words;
    this.findings = findings;
  }

  /** A new line begins. */
  void begin() {
    broken = false;
  }

  /** A line is executed that was read long ago. */
  void again(long number, String line) {
    findings.at(number);
    shown = line;
  }

  /** Whether the line has an error. */
  boolean broken() {
    return broken;
  }

  /** The line is done, without an error. */
  void stop() {
    broken = true;
  }

  void error(Rule rule, int column, String text) {
    broken = true;
    if (findings.wants(rule)) {
      findings.add(rule, column, text + ": " + text());
    }
  }

  /** The line as people see it. */
  String text() {
    String line = shown.isEmpty() ? words.text() : shown;
    return line.length() > SHOWN ? line.substring(0, SHOWN) + "..." : line;
  }

  /** A code as it is written: 38.2, not 38.200. */
  static String number(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }
}
