package org.vicinal.agent.simulation.grbl;

import java.util.Arrays;

/** The receive buffer: 128 bytes, and what comes when it is full is lost without a word. */
final class GrblRing {
  private final byte[] bytes;
  private int head;
  private int count;
  private long lost;

  GrblRing(int size) {
    bytes = new byte[size];
  }

  void arrive(byte b) {
    if (count == bytes.length) {
      lost++;
      return;
    }
    bytes[(head + count) % bytes.length] = b;
    count++;
  }

  boolean isEmpty() {
    return count == 0;
  }

  byte take() {
    byte b = bytes[head];
    head = (head + 1) % bytes.length;
    count--;
    return b;
  }

  int free() {
    return bytes.length - count;
  }

  /** How many bytes were lost since the beginning. */
  long lost() {
    return lost;
  }

  void clear() {
    head = 0;
    count = 0;
    Arrays.fill(bytes, (byte) 0);
  }
}
