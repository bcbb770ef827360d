package org.vicinal.agent.simulation.marlin;

import org.jspecify.annotations.Nullable;

/**
 * The first stage of Marlin's reading: from bytes to lines. What is dropped here, comments,
 * backslashes and whatever does not fit into the slot, is not part of the checksum.
 */
final class MarlinInput {
  private final MarlinSwitches switches;
  private final byte[] waiting;
  private final StringBuilder line = new StringBuilder();
  private int head;
  private int count;
  private boolean comment;
  private boolean parenthesis;
  private boolean quoted;
  private boolean escaped;
  private long lost;

  MarlinInput(MarlinSwitches switches) {
    this.switches = switches;
    this.waiting = new byte[switches.receiveBytes()];
  }

  /** A byte comes from the wire; without room it is lost. */
  void arrive(byte b) {
    if (count < waiting.length) {
      waiting[(head + count) % waiting.length] = b;
      count++;
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
    while (count > 0) {
      char c = (char) (waiting[head] & 0xff);
      head = (head + 1) % waiting.length;
      count--;
      if (c == '\n' || c == '\r') {
        String text = untilNul(line);
        forgetLine();
        if (!text.isEmpty()) {
          return text;
        }
      } else {
        take(c);
      }
    }
    return null;
  }

  /** To the firmware a line is a C string. */
  private static String untilNul(StringBuilder line) {
    int nul = line.indexOf("\0");
    return nul < 0 ? line.toString() : line.substring(0, nul);
  }

  private void take(char c) {
    if (c == '\\' && !escaped) {
      escaped = true;
      return;
    }
    if (!escaped) {
      mark(c);
    }
    boolean closes = parenthesis && c == ')';
    escaped = false;
    if (!comment && !parenthesis && line.length() < switches.lineBytes() && c != '\b') {
      line.append(c);
    }
    parenthesis = parenthesis && !closes;
  }

  /** Where comments and quotes begin. */
  private void mark(char c) {
    if (c == '"' && switches.quotedStrings()) {
      quoted = !quoted;
    }
    comment = comment || (c == ';' && !quoted);
    parenthesis = parenthesis || (c == '(' && !quoted && switches.parenComments());
  }

  /** Throws away what has not been read, as firmware does before it asks for a line again. */
  void flush() {
    count = 0;
  }

  /** As after a reset. */
  void clear() {
    count = 0;
    forgetLine();
  }

  private void forgetLine() {
    line.setLength(0);
    comment = false;
    parenthesis = false;
    quoted = false;
    escaped = false;
  }
}
