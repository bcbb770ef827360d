package org.vicinal.mesh.format;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.vicinal.mesh.MeshRefusal;

/** The words of a text file one after the other, with the line they stand on. */
final class Words {
  private static final int LONGEST = 256;
  private final InputStream in;
  private final byte[] word = new byte[LONGEST];
  private long line = 1;
  private int ended = -2; // the byte after the last word: -2 before the first

  Words(InputStream in) {
    this.in = new BufferedInputStream(in, 1 << 16);
  }

  /** The line of the last word, from 1. */
  long line() {
    return line;
  }

  /** The next word; empty at the end of the file. */
  String next() throws IOException, MeshRefusal {
    skipped();
    int c = in.read();
    while (c >= 0 && c <= ' ') {
      line += c == '\n' ? 1 : 0;
      c = in.read();
    }
    return word(c);
  }

  private String word(int first) throws IOException, MeshRefusal {
    int c = first;
    int length = 0;
    while (c > ' ') {
      if (length == LONGEST) {
        throw new MeshRefusal("Line %d: expected words of at most %d characters.", line, LONGEST);
      }
      word[length++] = (byte) c;
      c = in.read();
    }
    ended = c;
    return new String(word, 0, length, java.nio.charset.StandardCharsets.ISO_8859_1);
  }

  private void skipped() {
    line += ended == '\n' ? 1 : 0;
    ended = -2;
  }

  /** The next word of this line; empty when there is none. A backslash at its end lets it go on. */
  String nextOnLine() throws IOException, MeshRefusal {
    while (!atLineEnd()) {
      int c = in.read();
      while (c == ' ' || c == '\t') {
        c = in.read();
      }
      if (c <= ' ') {
        ended = c;
        return "";
      }
      var text = word(c);
      if (!text.equals("\\")) {
        return text;
      }
      endLine();
      skipped();
    }
    return "";
  }

  /** Skips what is left of the line. */
  void endLine() throws IOException {
    int c = ended;
    while (c != '\n' && c != '\r' && c != -1) {
      c = in.read();
    }
    ended = c;
  }

  private boolean atLineEnd() {
    return ended == '\n' || ended == '\r' || ended == -1;
  }

  /** The next word as a number. */
  double number(String what) throws IOException, MeshRefusal {
    return number(what, next());
  }

  /** {@code text} as a number. */
  double number(String what, String text) throws MeshRefusal {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new MeshRefusal(
          "Line %d: expected %s, but found \"%s\". Numbers have a point, not a comma.",
          line, what, text.isEmpty() ? "the end of the file" : text);
    }
  }
}
