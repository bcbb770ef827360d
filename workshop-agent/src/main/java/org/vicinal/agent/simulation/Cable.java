package org.vicinal.agent.simulation;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Joins a simulated firmware and a pseudo-terminal, on the thread that calls {@link #run}. When a
 * host opens the terminal the board is reset, as the DTR line of most boards does it.
 */
final class Cable {
  private static final int LONGEST_WAIT_MILLIS = 50;
  private static final long ALONE_WAIT = 5_000_000L;

  private final PseudoTerminal terminal;
  private final SimulatedFirmware firmware;
  private final boolean resetOnOpen;
  private boolean connected;

  Cable(PseudoTerminal terminal, SimulatedFirmware firmware, boolean resetOnOpen) {
    this.terminal = terminal;
    this.firmware = firmware;
    this.resetOnOpen = resetOnOpen;
  }

  /** Carries bytes and lets the machine's time pass for as long as {@code on} says so. */
  void run(BooleanSupplier on) {
    firmware.reset(System.nanoTime());
    while (on.getAsBoolean()) {
      PseudoTerminal.Hearing heard = terminal.await(waitMillis());
      switch (heard) {
        case ALONE -> alone();
        case SILENCE -> connect();
        case BYTES -> {
          connect();
          byte[] bytes = terminal.read();
          firmware.receive(bytes, System.nanoTime());
        }
      }
      byte[] said = firmware.advance(System.nanoTime());
      if (connected) {
        terminal.write(said);
      }
    }
  }

  private int waitMillis() {
    long at = firmware.wakeAt();
    if (at == Long.MAX_VALUE) {
      return LONGEST_WAIT_MILLIS;
    }
    return Math.clamp((at - System.nanoTime() + 999_999) / 1_000_000, 0, LONGEST_WAIT_MILLIS);
  }

  private void alone() {
    connected = false;
    LockSupport.parkNanos(ALONE_WAIT);
  }

  private void connect() {
    if (!connected) {
      connected = true;
      if (resetOnOpen) {
        firmware.reset(System.nanoTime());
      }
    }
  }
}
