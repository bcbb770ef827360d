package org.vicinal.commons;

/**
 * Something about a manifest that its author should know.
 *
 * @param line counted from 1; 0 when it is about the whole file
 * @param words what was expected, what was found, what to do
 */
public record Finding(Severity severity, int line, String words) {
  /** How bad it is. */
  public enum Severity {
    /** The manifest cannot be used, or says what must not be. */
    ERROR,
    /** It was understood although it is not as the standard has it. */
    WARNING,
    /** It was kept as it is, because nobody here knows it. */
    NOTE
  }

  public static Finding error(int line, String words) {
    return new Finding(Severity.ERROR, line, words);
  }

  public static Finding warning(int line, String words) {
    return new Finding(Severity.WARNING, line, words);
  }

  public static Finding note(int line, String words) {
    return new Finding(Severity.NOTE, line, words);
  }

  /** As one line: {@code okh.toml:12: warning: ...}. */
  public String text(String file) {
    return file
        + (line > 0 ? ":" + line : "")
        + ": "
        + severity.name().toLowerCase(java.util.Locale.ROOT)
        + ": "
        + words;
  }
}
