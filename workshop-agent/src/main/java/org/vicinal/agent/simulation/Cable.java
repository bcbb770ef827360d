package org.vicinal.agent.simulation;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Joins a simulated board and a pseudo-terminal, on the thread that calls {@link #run}. When a host
 * opens the terminal the board is reset, as the DTR line of most boards does it.
 */
final class Cable {
  private static final int LONGEST_WAIT_MILLIS = 50;
  private static final long ALONE_WAIT = 5_000_000L;

  private final PseudoTerminal terminal;
  private final CabledBoard board;
  private final boolean resetOnOpen;
  private boolean connected;
  private boolean locked;

  Cable(PseudoTerminal terminal, CabledBoard board, boolean resetOnOpen) {
    this.terminal = terminal;
    this.board = board;
    this.resetOnOpen = resetOnOpen;
  }

  /**
   * Carries bytes and lets the machine's time pass until this ends, the board is unplugged, or no
   * host can come again: then another terminal must take this one's place.
   */
  void run(BooleanSupplier on) {
    while (on.getAsBoolean() && !board.unplugged() && !locked) {
      if (board.reads()) {
        listen();
      } else {
        LockSupport.parkNanos(ALONE_WAIT); // the host's writes pile up in the terminal
      }
      byte[] said = board.advance(System.nanoTime());
      if (connected && said.length > 0) {
        terminal.write(said);
      }
    }
  }

  private void listen() {
    switch (terminal.await(waitMillis())) {
      case ALONE -> {
        locked = connected && terminal.isLocked();
        connected = false;
        LockSupport.parkNanos(ALONE_WAIT);
      }
      case SILENCE -> connect();
      case BYTES -> {
        connect();
        board.receive(terminal.read(), System.nanoTime());
      }
    }
  }

  private int waitMillis() {
    long at = board.wakeAt();
    if (at == Long.MAX_VALUE) {
      return LONGEST_WAIT_MILLIS;
    }
    return Math.clamp((at - System.nanoTime() + 999_999) / 1_000_000, 0, LONGEST_WAIT_MILLIS);
  }

  private void connect() {
    if (!connected) {
      connected = true;
      if (resetOnOpen) {
        board.reset(System.nanoTime());
      }
    }
  }
}
