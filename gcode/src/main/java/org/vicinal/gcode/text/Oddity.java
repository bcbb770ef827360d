package org.vicinal.gcode.text;

/** What a {@link WordReader} notices about how a line is written, as bits of its flags. */
public final class Oddity {
  /** An exponent as in {@code 1e+06} was seen. */
  public static final int EXPONENT = 1;

  /** A {@code (} within a comment in parentheses. */
  public static final int NESTED = 2;

  /** A comment in parentheses without its end. */
  public static final int UNCLOSED = 4;

  /** A comment in parentheses. */
  public static final int PARENTHESES = 8;

  /** A byte from 0x80, in a comment or outside. */
  public static final int HIGH_BYTE = 16;

  /** A control byte other than tab, in a comment. */
  public static final int CONTROL_BYTE = 32;

  /** The line begins with {@code /}. */
  public static final int BLOCK_DELETE = 64;

  /** The line begins with {@code %}. */
  public static final int PERCENT = 128;

  /** A byte order mark stood before the line. */
  public static final int BOM = 256;

  /** The line begins with a name of several letters, as Klipper's commands do. */
  public static final int NAMED = 512;

  /** A word in quotes. */
  public static final int QUOTED = 1024;

  /** The line is longer than our buffer; only its head was read. */
  public static final int TRUNCATED = 2048;

  /** A letter in lower case. */
  public static final int LOWER_CASE = 4096;

  /** More than {@link WordReader#MAX_WORDS} words. */
  public static final int TOO_MANY_WORDS = 8192;

  private Oddity() {}

  /** The bit for a byte below a space that is not a tab; bytes are signed here. */
  static int ofByte(int c) {
    return c < 0 ? HIGH_BYTE : CONTROL_BYTE;
  }
}
