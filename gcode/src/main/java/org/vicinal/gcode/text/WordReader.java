package org.vicinal.gcode.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Reads a program line by line into words, in one pass over a fixed buffer. Not thread-safe; one
 * reader, one thread.
 *
 * <p>A word is a letter and a number. The number is collected as an integer and divided once, so
 * that it is the double nearest to what is written, without a {@code String}. What is not a word (a
 * {@code #}, a NUL, a quote out of place) stops the line at {@link #oddAt}; whoever gives meaning
 * decides what that is worth.
 *
 * <p>The buffer always ends in a newline of our own. A line that runs into it before the end of the
 * input is read again after a refill; a line longer than the buffer is cut and flagged {@link
 * #TRUNCATED}.
 */
public final class WordReader implements AutoCloseable {
  /** More words than any real line has. */
  public static final int MAX_WORDS = 128;

  /** The word has a number. */
  public static final byte NUMBER = 0;

  /** The word is a bare letter. */
  public static final byte BARE = 1;

  /** What follows the letter begins like a number and is none. */
  public static final byte BAD = 2;

  private static final int BUFFER = 1 << 18;
  private static final double[] TENS = {
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17,
    1e18
  };

  private final InputStream in;
  private final boolean printer;
  private final byte[] buffer = new byte[BUFFER + 1];
  private final byte[] letters = new byte[MAX_WORDS];
  private final byte[] kinds = new byte[MAX_WORDS];
  private final double[] values = new double[MAX_WORDS];
  private final int[] columns = new int[MAX_WORDS];

  private int position;
  private int limit;
  private long base;
  private boolean inputEnded;
  private boolean skipping;

  private long lineNumber;
  private int start;
  private int end;
  private int count;
  private int flags;
  private int oddAt;
  private int commentAt;
  private int starAt;
  private int textAt;

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

  /** More than {@link #MAX_WORDS} words. */
  public static final int TOO_MANY_WORDS = 8192;

  /**
   * Takes over a stream of plain text.
   *
   * @param printer whether a line is one command with parameters: then spaces end a number and
   *     messages are not split
   */
  public WordReader(InputStream in, boolean printer) {
    this.in = in;
    this.printer = printer;
    buffer[0] = '\n';
  }

  /** Goes to the next line; false at the end. Empty lines count. */
  public boolean next() throws IOException {
    if (skipping) {
      skipToLineEnd();
    }
    while (!scan()) {
      if (inputEnded && position == limit) {
        return false;
      }
      if (!refill()) {
        cut();
        break;
      }
    }
    lineNumber++;
    return true;
  }

  /** Number of the line, from 1. */
  public long lineNumber() {
    return lineNumber;
  }

  /** How many bytes of the program stand before this line. */
  public long lineOffset() {
    return base + start;
  }

  /** How many words the line has. */
  public int count() {
    return count;
  }

  /** The letter of a word, in upper case. */
  public int letter(int word) {
    return letters[word];
  }

  /** The number of a word; 0 unless its kind is {@link #NUMBER}. */
  public double value(int word) {
    return values[word];
  }

  /** {@link #NUMBER}, {@link #BARE} or {@link #BAD}. */
  public int kind(int word) {
    return kinds[word];
  }

  /** Where a word begins, from 1. */
  public int column(int word) {
    return columns[word] - start + 1;
  }

  /** What was noticed, as an or of the constants here. */
  public int flags() {
    return flags;
  }

  /** Column of the byte that is no word, from 1; 0 if all is well. Words after it were not read. */
  public int oddColumn() {
    return oddAt < 0 ? 0 : oddAt - start + 1;
  }

  /** The byte at {@link #oddColumn()}. */
  public int oddByte() {
    return oddAt < 0 ? 0 : buffer[oddAt] & 0xff;
  }

  /** Index of the first comment's first byte in the line, from 0; -1 without a comment. */
  public int commentIndex() {
    return commentAt < 0 ? -1 : commentAt - start;
  }

  /** Index in the line of the {@code *} of a checksum; -1 without one. */
  public int starIndex() {
    return starAt < 0 ? -1 : starAt - start;
  }

  /** Index in the line of the free text of M117 and its kind, or of a named command; -1 without. */
  public int textIndex() {
    return textAt < 0 ? -1 : textAt - start;
  }

  /** Length of the line in bytes without its end. */
  public int length() {
    return end - start;
  }

  /** A byte of the line, from 0 to 255. */
  public int byteAt(int index) {
    return buffer[start + index] & 0xff;
  }

  /** The buffer that holds the line from {@link #lineStart()}; valid until {@link #next()}. */
  public byte[] buffer() {
    return buffer;
  }

  /** Where the line begins in {@link #buffer()}. */
  public int lineStart() {
    return start;
  }

  /** The line as people see it, at most 120 characters. For findings; allocates. */
  public String text() {
    int shown = Math.min(end - start, 120);
    String text = new String(buffer, start, shown, StandardCharsets.UTF_8);
    return shown < end - start ? text + "..." : text;
  }

  /** Part of the line as text. Allocates. */
  public String text(int from, int to) {
    return new String(buffer, start + from, to - from, StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private boolean scan() {
    byte[] b = buffer;
    int p = position;
    start = p;
    count = 0;
    flags = 0;
    oddAt = -1;
    commentAt = -1;
    starAt = -1;
    textAt = -1;
    if (lineNumber == 0
        && base == 0
        && p == 0
        && limit > 3
        && b[0] == (byte) 0xef
        && b[1] == (byte) 0xbb
        && b[2] == (byte) 0xbf) {
      flags = BOM;
      p = 3;
      start = 3;
    }
    while (true) {
      int c = b[p];
      if (c >= 'A' && c <= 'Z') {
        p = word(p, c);
      } else if (c == ' ' || c == '\t') {
        p++;
      } else if (c == '\n' || c == '\r') {
        return lineEnd(p, c);
      } else {
        p = other(p, c);
      }
    }
  }

  /** Whether the end at {@code p} is a true one; takes CR LF as one. */
  private boolean lineEnd(int p, int c) {
    end = p;
    if (p >= limit) {
      if (inputEnded) {
        position = limit;
      }
      return inputEnded && p > start;
    }
    int after = p + 1;
    if (c == '\r') {
      if (after == limit && !inputEnded) {
        return false;
      }
      if (after < limit && buffer[after] == '\n') {
        after++;
      }
    }
    position = after;
    return true;
  }

  private int other(int p, int c) {
    if (c >= 'a' && c <= 'z') {
      flags |= LOWER_CASE;
      return word(p, c - 32);
    }
    return switch (c) {
      case ';' -> {
        if (commentAt < 0) {
          commentAt = p;
        }
        yield skipRest(p + 1);
      }
      case '(' -> parentheses(p);
      case '*' -> {
        starAt = p;
        yield skipRest(p + 1);
      }
      case '/' -> {
        if (count > 0 || buffer[p + 1] == '/') {
          yield odd(p, c);
        }
        flags |= BLOCK_DELETE;
        yield p + 1;
      }
      case '%' -> {
        if (count > 0) {
          yield odd(p, c);
        }
        flags |= PERCENT;
        yield skipRest(p + 1);
      }
      case '"' -> printer && count > 0 ? quoted(p) : odd(p, c);
      default -> odd(p, c);
    };
  }

  private int odd(int p, int c) {
    oddAt = p;
    if (c < 0) {
      flags |= HIGH_BYTE;
    }
    return skipRest(p + 1);
  }

  /** Reads letter and number; gives the place after them. */
  private int word(int at, int letter) {
    byte[] b = buffer;
    int p = at + 1;
    int c = b[p];
    if (printer && count == 0 && isNamePart(c)) {
      return named(at);
    }
    while (c == ' ' || c == '\t') {
      c = b[++p];
    }
    int n = count;
    if (n == MAX_WORDS) {
      flags |= TOO_MANY_WORDS;
      return skipRest(p);
    }
    int sign = c;
    if (c == '-' || c == '+') {
      c = b[++p];
    }
    long mantissa = 0;
    int digits = p;
    int digit;
    while ((digit = c - '0') >= 0 && digit <= 9) {
      mantissa = mantissa * 10 + digit;
      c = b[++p];
    }
    int decimals = 0;
    digits = p - digits;
    if (c == '.') {
      int point = p;
      c = b[++p];
      while ((digit = c - '0') >= 0 && digit <= 9) {
        mantissa = mantissa * 10 + digit;
        c = b[++p];
      }
      decimals = p - point - 1;
      digits += decimals;
    }
    letters[n] = (byte) letter;
    columns[n] = at;
    count = n + 1;
    if (digits == 0
        || digits > 18
        || c == '.'
        || (c <= ' ' && !printer && continues(p))
        || (c | 32) == 'e') {
      return unusual(at, n, p);
    }
    double value = decimals == 0 ? mantissa : mantissa / TENS[decimals];
    values[n] = sign == '-' ? -value : value;
    kinds[n] = NUMBER;
    if (printer && letter == 'M' && takesText(n, (int) value)) {
      textAt = p;
      return textEnd(p);
    }
    return p;
  }

  /** Whether a number goes on after spaces, as it does where all spaces are dropped. */
  private boolean continues(int p) {
    int c = buffer[p];
    if (c != ' ' && c != '\t') {
      return false;
    }
    while (c == ' ' || c == '\t') {
      c = buffer[++p];
    }
    return (c >= '0' && c <= '9') || c == '.';
  }

  /**
   * Bare letters, long numbers, spaces inside, two points, exponents. Gives the place after the
   * word.
   */
  private int unusual(int at, int n, int after) {
    NumberText number = NumberText.read(buffer, at + 1, !printer);
    values[n] = number.value();
    kinds[n] = number.kind();
    int p = number.kind() == BARE ? after : number.end();
    int c = buffer[p];
    if (number.kind() == NUMBER && (c | 32) == 'e' && isExponent(p)) {
      flags |= EXPONENT;
    }
    if (printer
        && letters[n] == 'M'
        && number.kind() == NUMBER
        && takesText(n, (int) number.value())) {
      textAt = p;
      return textEnd(p);
    }
    return p;
  }

  private boolean isExponent(int p) {
    int sign = buffer[p + 1];
    int digit = buffer[p + 1] == '\n' ? 0 : buffer[p + 2];
    return (sign == '+' || sign == '-') && digit >= '0' && digit <= '9';
  }

  private static boolean isNamePart(int c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_';
  }

  private int named(int at) {
    flags |= NAMED;
    textAt = at;
    return textEnd(at);
  }

  /** Commands of Marlin whose rest is a text: not words. */
  private boolean takesText(int word, int code) {
    if (word > 1 || (word == 1 && letters[0] != 'N')) {
      return false;
    }
    return switch (code) {
      case 16,
          23,
          28,
          30,
          32,
          33,
          36,
          38,
          98,
          117,
          118,
          291,
          485,
          550,
          551,
          587,
          588,
          589,
          810,
          811,
          812,
          813,
          814,
          815,
          816,
          817,
          818,
          819,
          919,
          928,
          1002 ->
          true;
      default -> false;
    };
  }

  /** The end of a free text: a semicolon outside quotes, or the end of the line. */
  private int textEnd(int p) {
    boolean quotes = false;
    while (true) {
      int c = buffer[p];
      if (c == '\n' || c == '\r') {
        return p;
      }
      if (c == '"') {
        quotes = !quotes;
      } else if (c == ';' && !quotes) {
        return p;
      } else if (c < ' ' && c != '\t') {
        flags |= c < 0 ? HIGH_BYTE : CONTROL_BYTE;
      }
      p++;
    }
  }

  private int quoted(int p) {
    flags |= QUOTED;
    p++;
    int c;
    while ((c = buffer[p]) != '"') {
      if (c == '\n' || c == '\r') {
        return p;
      }
      p++;
    }
    return p + 1;
  }

  private int parentheses(int p) {
    flags |= PARENTHESES;
    if (commentAt < 0) {
      commentAt = p;
    }
    while (true) {
      int c = buffer[++p];
      if (c == ')') {
        return p + 1;
      }
      if (c == '(') {
        flags |= NESTED;
      } else if (c == '\n' || c == '\r') {
        flags |= UNCLOSED;
        return p;
      } else if (c < ' ' && c != '\t') {
        flags |= c < 0 ? HIGH_BYTE : CONTROL_BYTE;
      }
    }
  }

  private int skipRest(int p) {
    byte[] b = buffer;
    while (true) {
      int c = b[p];
      if (c < ' ' && c != '\t') {
        if (c == '\n' || c == '\r') {
          return p;
        }
        flags |= c < 0 ? HIGH_BYTE : CONTROL_BYTE;
      }
      p++;
    }
  }

  /**
   * Makes room and reads on; false if the buffer is full of one line or the input gave nothing new.
   */
  private boolean refill() throws IOException {
    int kept = limit - position;
    if (position > 0) {
      System.arraycopy(buffer, position, buffer, 0, kept);
      base += position;
      position = 0;
      limit = kept;
    }
    if (limit == BUFFER) {
      return false;
    }
    int read = in.read(buffer, limit, BUFFER - limit);
    if (read < 0) {
      inputEnded = true;
    } else {
      limit += read;
    }
    buffer[limit] = '\n';
    return true;
  }

  private void cut() {
    start = 0;
    end = limit;
    position = limit;
    flags |= TRUNCATED;
    skipping = true;
  }

  private void skipToLineEnd() throws IOException {
    skipping = false;
    while (true) {
      while (position < limit) {
        int c = buffer[position++];
        if (c == '\n') {
          return;
        }
        if (c == '\r') {
          if (position == limit && !inputEnded) {
            refill();
          }
          if (position < limit && buffer[position] == '\n') {
            position++;
          }
          return;
        }
      }
      if (inputEnded) {
        return;
      }
      refill();
    }
  }
}
