package org.vicinal.agent.recorder;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * Some bytes that went over the line, or a note beside them.
 *
 * @param number counts from 1 and never goes back
 * @param at to the microsecond, where the system's clock can do it
 * @param text the bytes as ISO 8859-1, so that none is lost
 */
public record Traffic(long number, Instant at, Direction direction, String text) {

  /** Which way. */
  public enum Direction {
    /** To the machine, in its turn. */
    WRITTEN('>'),
    /** To the machine, before everything that waited. */
    URGENT('!'),
    /** A stop: what waited was thrown away. */
    STOP('X'),
    /** From the machine. */
    HEARD('<'),
    /** Not on the wire: a change of state. */
    NOTE('#');

    private final char mark;

    Direction(char mark) {
      this.mark = mark;
    }
  }

  static String textOf(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  /** One line for a file: nothing of the bytes is lost, and none of them acts in a terminal. */
  String line() {
    var line = new StringBuilder().append(at).append(' ').append(direction.mark).append(' ');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\n' -> line.append("\\n");
        case '\r' -> line.append("\\r");
        case '\\' -> line.append("\\\\");
        default -> {
          if (direction != Direction.NOTE && (c < ' ' || c > '~')) {
            line.append("\\x%02x".formatted((int) c));
          } else {
            line.append(c);
          }
        }
      }
    }
    return line.toString();
  }
}
