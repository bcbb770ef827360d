package org.vicinal.gcode.text;

import java.io.IOException;
import java.io.InputStream;

/**
 * A window of fixed size over the bytes of a program. It always ends in a newline of our own, so
 * that whoever scans needs no bounds. Belongs to one {@link WordReader}.
 */
final class LineBuffer {
  private static final int SIZE = 1 << 18;

  private final InputStream in;

  /** The bytes; {@link #limit} of them are the program's, then comes our newline. */
  final byte[] bytes = new byte[SIZE + 1];

  /** Where the next line begins. */
  int position;

  int limit;

  /** How many bytes of the program stood before the window. */
  long base;

  boolean inputEnded;

  LineBuffer(InputStream in) {
    this.in = in;
    bytes[0] = '\n';
  }

  /** Whether nothing is left to read. */
  boolean isExhausted() {
    return inputEnded && position == limit;
  }

  /** Whether the program begins here with the bytes EF BB BF. */
  boolean atByteOrderMark() {
    return base == 0
        && position == 0
        && limit > 3
        && bytes[0] == (byte) 0xef
        && bytes[1] == (byte) 0xbb
        && bytes[2] == (byte) 0xbf;
  }

  /**
   * Goes behind the line end at {@code p}, taking CR LF as one; false if the end may be our own
   * newline or the LF may still come.
   */
  boolean endLine(int p, int c, int start) {
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
      if (after < limit && bytes[after] == '\n') {
        after++;
      }
    }
    position = after;
    return true;
  }

  /** Makes room and reads on; false if the window is full of one line. */
  boolean refill() throws IOException {
    int kept = limit - position;
    if (position > 0) {
      System.arraycopy(bytes, position, bytes, 0, kept);
      base += position;
      position = 0;
      limit = kept;
    }
    if (limit == SIZE) {
      return false;
    }
    int read = in.read(bytes, limit, SIZE - limit);
    if (read < 0) {
      inputEnded = true;
    } else {
      limit += read;
    }
    bytes[limit] = '\n';
    return true;
  }

  /** Leaves the rest of a line that is longer than the window. */
  void skipToLineEnd() throws IOException {
    while (true) {
      while (position < limit) {
        int c = bytes[position++];
        if (c == '\n') {
          return;
        }
        if (c == '\r') {
          if (position == limit && !inputEnded) {
            refill();
          }
          if (position < limit && bytes[position] == '\n') {
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

  void close() throws IOException {
    in.close();
  }
}
