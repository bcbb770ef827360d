package org.vicinal.agent.stream;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * What a person types: lines while questions are asked, single keys while a machine works. The
 * thread that waits for keys ends with the process, because a read from a terminal cannot be ended.
 */
public final class Keys {
  /** Nothing was typed. */
  static final int NONE = -1;

  /** Ctrl-C, where the terminal hands it over as a key. */
  static final int INTERRUPT = 3;

  private static final int LONGEST_LINE = 200;

  private final InputStream in;
  private final BlockingQueue<Integer> typed = new ArrayBlockingQueue<>(16);
  private boolean listening;

  /** Keys from this stream; nobody else may read it. */
  public Keys(InputStream in) {
    this.in = in;
  }

  /** A line, without its end; empty when there is nobody to type one. */
  String line() throws IOException {
    var line = new java.io.ByteArrayOutputStream();
    for (int key = in.read(); key >= 0 && key != '\n'; key = in.read()) {
      if (line.size() < LONGEST_LINE) {
        line.write(key);
      }
    }
    return line.toString(StandardCharsets.UTF_8).strip();
  }

  /** From now on every key counts by itself. */
  void listen() {
    if (!listening) {
      listening = true;
      Thread.ofPlatform().daemon().name("keys").start(this::read);
    }
  }

  private void read() {
    try {
      for (int key = in.read(); key >= 0; key = in.read()) {
        if (key > ' ' || key == INTERRUPT) {
          var _ = typed.offer(Character.toLowerCase(key)); // who hammers loses some
        }
      }
    } catch (IOException e) {
      typed.clear(); // the terminal is gone; the signal that says so ends the run
    }
  }

  /** The next key, or {@link #NONE} when none comes in time. */
  int next(long millis) throws InterruptedException {
    var key = typed.poll(millis, TimeUnit.MILLISECONDS);
    return key == null ? NONE : key;
  }
}
