package org.vicinal.agent.machine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.vicinal.agent.firmware.Firmware;
import org.vicinal.gcode.Dialect;
import org.vicinal.gcode.WireForm;
import org.vicinal.gcode.WireLine;
import org.vicinal.gcode.WireLines;

/**
 * Reads one program for one run, a piece at a time, on a thread of its own: the machine's thread
 * never waits for a disk. The open file belongs to that thread.
 */
final class ProgramReader {
  private static final int PIECE = 512;

  private final RunRequest request;
  private final Dialect dialect;
  private final Predicate<Input> mailbox;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Thread.ofVirtual().factory());
  private @Nullable WireLines lines;

  ProgramReader(RunRequest request, Firmware firmware, Predicate<Input> mailbox) {
    this.request = request;
    this.dialect = dialectOf(firmware);
    this.mailbox = mailbox;
  }

  private static Dialect dialectOf(Firmware firmware) {
    return Dialect.find(firmware.name())
        .orElseThrow(() -> new IllegalStateException("No dialect for " + firmware.name()));
  }

  /** Reads the next piece and drops it into the mailbox. */
  void readOn() {
    thread.execute(this::piece);
  }

  private void piece() {
    Input input;
    try {
      input = next();
    } catch (IOException e) {
      input =
          new Input.ProgramUnreadable(
              System.nanoTime(),
              request.runId(),
              "%s: %s".formatted(request.program().getFileName(), e.getMessage()));
    }
    while (!mailbox.test(input) && !thread.isShutdown()) {
      LockSupport.parkNanos(1_000_000); // the mailbox is full, and this must arrive
    }
  }

  private Input next() throws IOException {
    WireLines open = lines;
    if (open == null) {
      open = WireForm.open(request.program(), dialect);
      lines = open;
    }
    List<ProgramLine> piece = new ArrayList<>(PIECE);
    WireLine line = open.next();
    while (line != null) {
      if (line.sourceLine() >= request.firstLine()) {
        piece.add(
            new ProgramLine(
                line.sourceLine(),
                new String(line.bytes(), StandardCharsets.ISO_8859_1),
                line.byteOffset()));
      }
      line = piece.size() < PIECE ? open.next() : null;
    }
    return new Input.ProgramRead(System.nanoTime(), request.runId(), piece, piece.size() < PIECE);
  }

  void close() {
    thread.execute(this::closeFile);
    thread.shutdown();
  }

  private void closeFile() {
    try {
      if (lines != null) {
        lines.close();
      }
    } catch (IOException e) {
      return; // only read from
    }
  }
}
