package org.vicinal.gcode;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.vicinal.gcode.text.Oddity;
import org.vicinal.gcode.text.WordReader;

/**
 * The lines of a program as they go out, one after the other, in constant memory. One thread at a
 * time.
 */
public final class WireLines implements AutoCloseable {
  private final Dialect dialect;
  private final WordReader words;
  private byte[] out = new byte[256];
  private int length;
  private int percents;

  WireLines(InputStream program, Dialect dialect) {
    this.dialect = dialect;
    this.words = new WordReader(program, dialect.printer());
  }

  /**
   * The next line that has something to say; null at the end.
   *
   * @throws WireRefusal if a line must not go out
   */
  public @Nullable WireLine next() throws IOException {
    while (!hasEnded() && words.next()) {
      if ((words.flags() & Oddity.TRUNCATED) != 0) {
        throw refusal("longer than any machine takes. Split it: %s".formatted(words.text()));
      }
      length = 0;
      if (dialect.printer()) {
        reducePrinterLine();
      } else {
        reduceMillLine();
      }
      if (length > 0) {
        checkLength();
        return new WireLine(Arrays.copyOf(out, length), words.lineNumber(), words.lineOffset());
      }
    }
    return null;
  }

  /** LinuxCNC reads from one percent sign to the next. */
  private boolean hasEnded() {
    return percents > 1 && dialect == Dialect.LINUXCNC;
  }

  @Override
  public void close() throws IOException {
    words.close();
  }

  private void reducePrinterLine() throws WireRefusal {
    int from = 0;
    int first = 0;
    if (words.count() > 0 && words.letter(0) == 'N' && words.kind(0) == WordReader.NUMBER) {
      from = afterNumber(words.column(0));
      first = 1;
    }
    if (words.count() > first && words.letter(first) == 'M' && words.value(first) == 110) {
      return; // numbering belongs to the sender
    }
    int textFrom = words.textIndex() < 0 ? Integer.MAX_VALUE : words.textIndex();
    int to = words.starIndex() >= 0 ? words.starIndex() : words.length();
    boolean quotes = false;
    for (int i = from; i < to; i++) {
      int c = words.byteAt(i);
      if (c == '"') {
        quotes = !quotes;
      } else if (c == ';' && !quotes) {
        break;
      } else if (c == '(' && !quotes && i < textFrom) {
        i = afterParenthesis(i, to);
        continue;
      }
      boolean text = quotes || i >= textFrom;
      put(i, text ? safeInText(c) : c, text);
    }
    while (length > 0 && out[length - 1] == ' ') {
      length--;
    }
    breakHiddenRenumbering();
  }

  /** Marlin looks for "M110" anywhere in a line and would count anew from there. */
  private void breakHiddenRenumbering() {
    if (words.textIndex() < 0) {
      return;
    }
    for (int i = 0; i + 3 < length; i++) {
      if (out[i] == 'M' && out[i + 1] == '1' && out[i + 2] == '1' && out[i + 3] == '0') {
        out[i] = 'm';
      }
    }
  }

  /** A star would begin a checksum and a backslash would vanish. */
  private static int safeInText(int c) {
    return switch (c) {
      case '*' -> '+';
      case '\\' -> '/';
      default -> c;
    };
  }

  private void reduceMillLine() throws WireRefusal {
    int from = 0;
    if (words.count() > 0 && words.letter(0) == 'N' && words.kind(0) == WordReader.NUMBER) {
      from = afterNumber(words.column(0));
    }
    int to = words.length();
    boolean strip = dialect.realtimeBytes();
    for (int i = from; i < to; i++) {
      int c = words.byteAt(i);
      if (c == ';') {
        return;
      }
      if (c == '(') {
        i = afterParenthesis(i, to);
      } else if (c == '%' && length == 0) {
        percents++;
        return;
      } else if (c == '*' && strip) {
        throw refusal(
            "column %d begins a checksum, at which %s stops. Remove it: %s"
                .formatted(i + 1, dialect, words.text()));
      } else if (c != ' ' && c != '\t' && !(strip && c == '/' && length == 0)) {
        // GRBL knows no block delete: it drops the slash and executes the line
        put(i, c, false);
      }
    }
  }

  private void put(int index, int c, boolean text) throws WireRefusal {
    if (c == '\t') {
      c = ' ';
    }
    if (c == ' ') {
      if (length == 0 || (!text && out[length - 1] == ' ')) {
        return;
      }
    } else if (c < ' ' || c == 0x7f) {
      throw refusal(
          "column %d holds the control byte 0x%02x. Remove it: %s"
              .formatted(index + 1, c, words.text()));
    } else if (c >= 0x80 && !text) {
      throw refusal(
          "column %d holds the byte 0x%02x, which is not ASCII. Replace it: %s"
              .formatted(index + 1, c, words.text()));
    } else if (dialect.realtimeBytes() && (c == '?' || c == '!' || c == '~')) {
      throw refusal(
          "column %d holds '%c', which acts at once on this machine. Remove it: %s"
              .formatted(index + 1, c, words.text()));
    }
    if (length == out.length) {
      out = Arrays.copyOf(out, length * 2);
    }
    out[length++] = (byte) c;
  }

  private void checkLength() throws WireRefusal {
    int limit = dialect.payloadLimit();
    if (length > limit) {
      throw refusal(
          "%d bytes go out, but %s takes %d in a line. Shorten it or split it: %s"
              .formatted(length, dialect, limit, words.text()));
    }
  }

  /** Index after the number of the word that begins in this column. */
  private int afterNumber(int column) {
    int i = column;
    while (i < words.length()
        && (words.byteAt(i) == ' ' || (words.byteAt(i) >= '0' && words.byteAt(i) <= '9'))) {
      i++;
    }
    return i;
  }

  private int afterParenthesis(int i, int to) {
    while (i < to && words.byteAt(i) != ')') {
      i++;
    }
    return i;
  }

  private WireRefusal refusal(String message) {
    return new WireRefusal(words.lineNumber(), message);
  }
}
