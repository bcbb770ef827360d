package org.vicinal.gcode;

/**
 * Something a person should know about a program before it runs.
 *
 * @param line from 1; 0 when it is about the whole program
 * @param column from 1, in bytes; 0 when it is about the whole line
 * @param code stable and listed in {@code docs/gcode-findings.md}
 * @param text what is wrong, what was expected and found, and what to do
 */
public record Finding(long line, int column, Severity severity, String code, String text) {

  /** How much a finding weighs. */
  public enum Severity {
    /** The program must not run on this machine as it stands. */
    ERROR,
    /** It may run, but somebody should have looked. */
    WARNING,
    /** Good to know. */
    INFO
  }

  @Override
  public String toString() {
    String place = line == 0 ? "" : column == 0 ? line + ": " : line + ":" + column + ": ";
    return place + severity + " " + code + ": " + text;
  }
}
