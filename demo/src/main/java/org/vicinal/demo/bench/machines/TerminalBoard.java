package org.vicinal.demo.bench.machines;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.vicinal.agent.simulation.CabledBoard;
import org.vicinal.agent.simulation.PseudoTerminal;
import org.vicinal.agent.simulation.Simulation;

/**
 * A simulated board behind a pseudo-terminal, on a thread of its own that waits in the kernel. It
 * notes how soon after an answer the next line came, and when a stop arrived.
 */
final class TerminalBoard implements Runnable, AutoCloseable {
  private static final int LONGEST_WAIT_MILLIS = 20;
  private static final long ANSWERS_COUNT_FOR = 100_000_000L; // a later line answers nothing

  private final PseudoTerminal terminal = new PseudoTerminal();
  private final CabledBoard board;
  private final Samples answerToNext = new Samples(1_000_000);
  private final Thread thread;
  private volatile boolean closed;
  private volatile boolean fresh = true;
  private volatile long stopSeenAt;
  private long answeredAt;

  TerminalBoard(Simulation simulation) throws IOException {
    board = simulation.board(line -> {});
    thread = Thread.ofPlatform().daemon().name("board " + terminal.slave()).unstarted(this);
  }

  TerminalBoard start() {
    thread.start();
    return this;
  }

  Path port() {
    return terminal.slave();
  }

  Samples answerToNext() {
    return answerToNext;
  }

  /** When the bytes of a stop were last seen on the wire; 0 for never. */
  long stopSeenAt() {
    return stopSeenAt;
  }

  @Override
  public void run() {
    while (!closed) {
      switch (terminal.await(waitMillis())) {
        case ALONE -> {
          fresh = true;
          java.util.concurrent.locks.LockSupport.parkNanos(2_000_000);
        }
        case SILENCE -> open();
        case BYTES -> {
          open();
          long now = System.nanoTime();
          hear(terminal.read(), now);
        }
      }
      byte[] said = board.advance(System.nanoTime());
      if (!fresh && said.length > 0) {
        terminal.write(said);
        answeredAt = said[0] == 'o' ? System.nanoTime() : 0;
      }
    }
  }

  private void open() {
    if (fresh) {
      fresh = false;
      board.reset(System.nanoTime());
    }
  }

  private void hear(byte[] bytes, long now) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    if (text.indexOf('\u0018') >= 0 || text.contains("M112")) {
      stopSeenAt = now;
    }
    if (answeredAt != 0 && text.endsWith("\n") && now - answeredAt < ANSWERS_COUNT_FOR) {
      answerToNext.add(now - answeredAt);
    }
    answeredAt = 0;
    board.receive(bytes, now);
  }

  private int waitMillis() {
    long at = board.wakeAt();
    long millis = (at - System.nanoTime() + 999_999) / 1_000_000;
    return at == Long.MAX_VALUE ? LONGEST_WAIT_MILLIS : Math.clamp(millis, 0, LONGEST_WAIT_MILLIS);
  }

  @Override
  public void close() {
    closed = true;
    try {
      thread.join(1000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    terminal.close();
  }
}
