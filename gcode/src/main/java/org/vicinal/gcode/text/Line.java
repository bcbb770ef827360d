package org.vicinal.gcode.text;

import java.nio.charset.StandardCharsets;

/**
 * The line that a {@link WordReader} stands on: its words, what was odd about it, and its bytes.
 * All of it is valid until the reader goes on.
 */
public abstract sealed class Line permits WordReader {
  /** More words than any real line has. */
  public static final int MAX_WORDS = 128;

  /** The word has a number. */
  public static final byte NUMBER = 0;

  /** The word is a bare letter. */
  public static final byte BARE = 1;

  /** What follows the letter begins like a number and is none. */
  public static final byte BAD = 2;

  final LineBuffer source;
  final byte[] buffer;

  /** Letter, kind and place of each word in one number: one store and one look for three. */
  private final int[] marks = new int[MAX_WORDS];

  final double[] values = new double[MAX_WORDS];
  long lineNumber;
  int start;
  int end;
  int count;
  int flags;
  int oddAt;
  int commentAt;
  int starAt;
  int textAt;

  Line(LineBuffer source) {
    this.source = source;
    buffer = source.bytes;
  }

  /** Nothing is known yet of the line that begins here. */
  final void begin(int at) {
    start = at;
    count = 0;
    flags = 0;
    oddAt = -1;
    commentAt = -1;
    starAt = -1;
    textAt = -1;
  }

  final void mark(int word, int letter, int kind, int at) {
    marks[word] = letter | kind << 7 | at << 9;
  }

  /** Number of the line, from 1. */
  public final long lineNumber() {
    return lineNumber;
  }

  /** How many bytes of the program stand before this line. */
  public final long lineOffset() {
    return source.base + start;
  }

  /** How many words the line has. */
  public final int count() {
    return count;
  }

  /** The letter of a word, in upper case. */
  public final int letter(int word) {
    return marks[word] & 0x7f;
  }

  /** The number of a word; 0 unless its kind is {@link #NUMBER}. */
  public final double value(int word) {
    return values[word];
  }

  /** {@link #NUMBER}, {@link #BARE} or {@link #BAD}. */
  public final int kind(int word) {
    return marks[word] >> 7 & 3;
  }

  /** Where a word begins, from 1. */
  public final int column(int word) {
    return (marks[word] >>> 9) - start + 1;
  }

  /** What was noticed, as bits of {@link Oddity}. */
  public final int flags() {
    return flags;
  }

  /** Column of the byte that is no word, from 1; 0 if all is well. Words after it were not read. */
  public final int oddColumn() {
    return oddAt < 0 ? 0 : oddAt - start + 1;
  }

  /** The byte at {@link #oddColumn()}. */
  public final int oddByte() {
    return oddAt < 0 ? 0 : buffer[oddAt] & 0xff;
  }

  /** Index of the first comment's first byte in the line, from 0; -1 without a comment. */
  public final int commentIndex() {
    return commentAt < 0 ? -1 : commentAt - start;
  }

  /** Index in the line of the {@code *} of a checksum; -1 without one. */
  public final int starIndex() {
    return starAt < 0 ? -1 : starAt - start;
  }

  /** Index in the line of the free text of M117 and its kind, or of a named command; -1 without. */
  public final int textIndex() {
    return textAt < 0 ? -1 : textAt - start;
  }

  /** Length of the line in bytes without its end. */
  public final int length() {
    return end - start;
  }

  /** A byte of the line, from 0 to 255. */
  public final int byteAt(int index) {
    return buffer[start + index] & 0xff;
  }

  /** The buffer that holds the line from {@link #lineStart()}; valid until the reader goes on. */
  public final byte[] buffer() {
    return buffer;
  }

  /** Where the line begins in {@link #buffer()}. */
  public final int lineStart() {
    return start;
  }

  /** The line as people see it, at most 120 characters. For findings; allocates. */
  public final String text() {
    int shown = Math.min(end - start, 120);
    String text = new String(buffer, start, shown, StandardCharsets.UTF_8);
    return shown < end - start ? text + "..." : text;
  }

  /** Part of the line as text. Allocates. */
  public final String text(int from, int to) {
    return new String(buffer, start + from, to - from, StandardCharsets.UTF_8);
  }
}
