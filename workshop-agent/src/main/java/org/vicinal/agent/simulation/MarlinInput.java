package org.vicinal.agent.simulation;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * The first stage of Marlin's reading: from bytes to lines. What is dropped here, comments,
 * backslashes and whatever does not fit into the slot, is not part of the checksum.
 */
final class MarlinInput {

  /** A slot of 96 bytes ends with a NUL. */
  static final int SLOT = 95;

  private final int capacity;
  private final Deque<Byte> waiting = new ArrayDeque<>();
  private final StringBuilder line = new StringBuilder();
  private boolean comment;
  private boolean escaped;
  private long lost;

  MarlinInput(int capacity) {
    this.capacity = capacity;
  }

  /** A byte comes from the wire; without room it is lost. */
  void arrive(byte b) {
    if (waiting.size() < capacity) {
      waiting.addLast(b);
    } else {
      lost++;
    }
  }

  /** How many bytes were lost because nobody read them. */
  long lost() {
    return lost;
  }

  /** The next whole line that has something in it; null when more bytes are needed. */
  @Nullable String nextLine() {
    while (!waiting.isEmpty()) {
      char c = (char) (waiting.removeFirst() & 0xff);
      if (c == '\n' || c == '\r') {
        String text = line.toString();
        line.setLength(0);
        comment = false;
        escaped = false;
        if (!text.isEmpty()) {
          return text;
        }
      } else {
        take(c);
      }
    }
    return null;
  }

  private void take(char c) {
    if (c == '\\' && !escaped) {
      escaped = true;
      return;
    }
    if (c == ';' && !escaped) {
      comment = true;
    }
    escaped = false;
    if (!comment && line.length() < SLOT && c != '\b') {
      line.append(c);
    }
  }

  /** Throws away what has not been read, as firmware does before it asks for a line again. */
  void flush() {
    waiting.clear();
  }

  /** As after a reset. */
  void clear() {
    waiting.clear();
    line.setLength(0);
    comment = false;
    escaped = false;
  }
}
