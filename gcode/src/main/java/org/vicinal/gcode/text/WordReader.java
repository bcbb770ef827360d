package org.vicinal.gcode.text;

import java.io.IOException;
import java.io.InputStream;

/**
 * Reads a program line by line into words, in one pass over a fixed buffer. Not thread-safe; one
 * reader, one thread.
 *
 * <p>A word is a letter and a number. The number is collected as an integer and divided once, so
 * that up to fifteen digits give the double nearest to what is written, without a {@code String}.
 * What is not a word (a {@code #}, a NUL, a quote out of place) stops the line at {@link #oddAt};
 * whoever gives meaning decides what that is worth.
 *
 * <p>The buffer always ends in a newline of our own. A line that runs into it before the end of the
 * input is read again after a refill; a line longer than the buffer is cut and flagged {@link
 * Oddity#TRUNCATED}.
 */
public final class WordReader extends Line implements AutoCloseable {
  private static final double[] TENS = {
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17,
    1e18
  };

  private final boolean printer;
  private boolean skipping;

  /**
   * Takes over a stream of plain text.
   *
   * @param printer whether a line is one command with parameters: then spaces end a number and
   *     messages are not split
   */
  public WordReader(InputStream in, boolean printer) {
    super(new LineBuffer(in));
    this.printer = printer;
  }

  /** Goes to the next line; false at the end. Empty lines count. */
  public boolean next() throws IOException {
    if (skipping) {
      skipping = false;
      source.skipToLineEnd();
    }
    while (!scan()) {
      if (source.isExhausted()) {
        return false;
      }
      if (!source.refill()) {
        cut();
        break;
      }
    }
    lineNumber++;
    return true;
  }

  @Override
  public void close() throws IOException {
    source.close();
  }

  private boolean scan() {
    byte[] b = buffer;
    int p = source.position;
    begin(p);
    if (lineNumber == 0 && source.atByteOrderMark()) {
      flags = Oddity.BOM;
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
        end = p;
        return source.endLine(p, c, start);
      } else {
        p = other(p, c);
      }
    }
  }

  private int other(int p, int c) {
    if (c >= 'a' && c <= 'z') {
      flags |= Oddity.LOWER_CASE;
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
        flags |= Oddity.BLOCK_DELETE;
        yield p + 1;
      }
      case '%' -> {
        if (count > 0) {
          yield odd(p, c);
        }
        flags |= Oddity.PERCENT;
        yield skipRest(p + 1);
      }
      case '"' -> {
        if (!printer || count == 0) {
          yield odd(p, c);
        }
        flags |= Oddity.QUOTED;
        yield FreeText.afterQuotes(buffer, p);
      }
      default -> odd(p, c);
    };
  }

  private int odd(int p, int c) {
    oddAt = p;
    if (c < 0) {
      flags |= Oddity.HIGH_BYTE;
    }
    return skipRest(p + 1);
  }

  /** Reads letter and number; gives the place after them. */
  private int word(int at, int letter) {
    byte[] b = buffer;
    int p = at + 1;
    int c = b[p];
    int n = count;
    if (n == 0 && printer && FreeText.isNamePart(c)) {
      flags |= Oddity.NAMED;
      return text(at);
    }
    while (c == ' ' || c == '\t') {
      c = b[++p];
    }
    if (n == MAX_WORDS) {
      return tooMany(p);
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
    count = n + 1;
    if (digits == 0 || digits > 18 || ((c > ' ' || !printer) && goesOn(p, c))) {
      return unusual(at, letter, n, p);
    }
    double value = decimals == 0 ? mantissa : mantissa / TENS[decimals];
    values[n] = sign == '-' ? -value : value;
    mark(n, letter, NUMBER, at);
    if (letter == 'M' && printer && takesText(n, (int) value)) {
      return text(p);
    }
    return p;
  }

  private int tooMany(int p) {
    flags |= Oddity.TOO_MANY_WORDS;
    return skipRest(p);
  }

  /**
   * Whether a number does not end here: by a second point, an exponent, or after spaces, where all
   * spaces are dropped.
   */
  private boolean goesOn(int at, int byteThere) {
    int p = at;
    int c = byteThere;
    if (printer || (c != ' ' && c != '\t')) {
      return c == '.' || (c | 32) == 'e';
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
  private int unusual(int at, int letter, int n, int after) {
    NumberText number = NumberText.read(buffer, at + 1, !printer);
    values[n] = number.value();
    mark(n, letter, number.kind(), at);
    int p = number.kind() == BARE ? after : number.end();
    int c = buffer[p];
    if (number.kind() == NUMBER && (c | 32) == 'e' && isExponent(p)) {
      flags |= Oddity.EXPONENT;
    }
    if (printer && letter == 'M' && number.kind() == NUMBER && takesText(n, (int) number.value())) {
      return text(p);
    }
    return p;
  }

  private boolean isExponent(int p) {
    int sign = buffer[p + 1];
    int digit = buffer[p + 1] == '\n' ? 0 : buffer[p + 2];
    return (sign == '+' || sign == '-') && digit >= '0' && digit <= '9';
  }

  /** A text: nothing in it is a word. */
  private int text(int from) {
    textAt = from;
    int to = FreeText.end(buffer, from);
    flags |= FreeText.oddities(buffer, from, to);
    return to;
  }

  private boolean takesText(int word, int code) {
    boolean command = word == 0 || (word == 1 && letter(0) == 'N');
    return command && FreeText.follows(code);
  }

  private int parentheses(int p) {
    flags |= Oddity.PARENTHESES;
    if (commentAt < 0) {
      commentAt = p;
    }
    while (true) {
      int c = buffer[++p];
      if (c == ')') {
        return p + 1;
      }
      if (c == '(') {
        flags |= Oddity.NESTED;
      } else if (c == '\n' || c == '\r') {
        flags |= Oddity.UNCLOSED;
        return p;
      } else if (c < ' ' && c != '\t') {
        flags |= Oddity.ofByte(c);
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
        flags |= Oddity.ofByte(c);
      }
      p++;
    }
  }

  private void cut() {
    start = 0;
    end = source.limit;
    source.position = end;
    flags |= Oddity.TRUNCATED;
    skipping = true;
  }
}
