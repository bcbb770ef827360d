package org.vicinal.agent.stream;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.vicinal.agent.journal.LineMark;
import org.vicinal.agent.journal.Marks;
import org.vicinal.agent.machine.RunEnd;
import org.vicinal.agent.machine.RunLog;
import org.vicinal.agent.machine.RunStart;

/**
 * Writes the one run into its book on a thread of its own, so that the machine's thread never waits
 * for the disk, and tells when it is over.
 */
final class HandLog implements RunLog, AutoCloseable {
  private static final int PATIENCE_SECONDS = 10;

  private final RunBook book;
  private final RunBook.Written run;
  private final Marks marks;
  private final CompletableFuture<RunEnd> over = new CompletableFuture<>();
  private final ExecutorService disk =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("run book").factory());
  private volatile @Nullable LineMark mark;

  HandLog(RunBook book, RunBook.Written run) {
    this.book = book;
    this.run = run;
    this.marks = new Marks(book.folder());
  }

  /** How the run ended; done when it has. */
  CompletableFuture<RunEnd> over() {
    return over;
  }

  @Override
  public CompletionStage<Optional<String>> starting(RunStart start) {
    return CompletableFuture.supplyAsync(this::begin, disk);
  }

  private Optional<String> begin() {
    try {
      mark = marks.begin(run.run());
      book.write(run);
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of("its beginning cannot be written down: " + e.getMessage());
    }
  }

  @Override
  public void sent(String runId, long line) {
    var current = mark;
    if (current != null) {
      current.sent(line);
    }
  }

  @Override
  public void acknowledged(String runId, long line, long offset) {
    var current = mark;
    if (current != null) {
      current.set(line, offset);
    }
  }

  @Override
  public void ended(String runId, RunEnd end) {
    disk.execute(() -> write(end));
    over.complete(end);
  }

  private void write(RunEnd end) {
    if (end instanceof RunEnd.Interrupted) {
      return; // it stays open: the next one begins with making the machine safe
    }
    try {
      book.write(run.ended(end.getClass().getSimpleName(), end.line()));
      marks.forget(run.run());
    } catch (IOException e) {
      System.err.println("The end of the run could not be written down: " + e.getMessage());
    }
  }

  @Override
  public void close() {
    marks.close();
    disk.shutdown();
    try {
      var _ = disk.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
