package org.vicinal.agent.firmware;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes lines out of bytes that come in any pieces. A value: what has come of an unfinished line.
 *
 * <p>Control bytes inside a line are dropped and counted; a line longer than {@link #LIMIT} is
 * given out in parts, so that noise on the wire takes no memory.
 *
 * @param partial the beginning of the next line
 * @param controls how many control bytes have been dropped, a sign of a bad link
 */
public record LineFramer(String partial, long controls) {

  /** No firmware says longer lines; settings lists come nearest. */
  public static final int LIMIT = 512;

  /** Nothing has come yet. */
  public static final LineFramer EMPTY = new LineFramer("", 0);

  /** The lines that these bytes complete, and what is left. */
  public record Framed(LineFramer next, List<String> lines) {}

  /** Takes what has come. */
  public Framed take(byte[] bytes) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder(partial);
    long dropped = controls;
    for (char c : new String(bytes, StandardCharsets.ISO_8859_1).toCharArray()) {
      if (c == '\n' || c == '\r' || line.length() == LIMIT) {
        if (!line.isEmpty()) {
          lines.add(line.toString());
        }
        line.setLength(0);
      }
      if (c >= ' ' || c == '\t') {
        line.append(c);
      } else if (c != '\n' && c != '\r') {
        dropped++;
      }
    }
    return new Framed(new LineFramer(line.toString(), dropped), List.copyOf(lines));
  }
}
