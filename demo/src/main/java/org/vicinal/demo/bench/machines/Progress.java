package org.vicinal.demo.bench.machines;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.vicinal.agent.machine.RunEnd;
import org.vicinal.agent.machine.RunLog;
import org.vicinal.agent.machine.RunStart;

/**
 * A journal that only counts; its disk may be slow. Written on the machine's thread, read by the
 * bench.
 */
final class Progress implements RunLog {
  private static final int SLOW_EVERY = 50;

  private final long slowMillis;
  private volatile long firstAt;
  private volatile long lastAt;
  private volatile long lines;
  private long counted; // the machine's thread only

  /**
   * @param slowMillis what the disk takes now and then, and for the beginning of a run
   */
  Progress(long slowMillis) {
    this.slowMillis = slowMillis;
  }

  @Override
  public CompletionStage<Optional<String>> starting(RunStart start) {
    lines = 0;
    firstAt = 0;
    if (slowMillis == 0) {
      return CompletableFuture.completedStage(Optional.empty());
    }
    Executor later = CompletableFuture.delayedExecutor(slowMillis, TimeUnit.MILLISECONDS);
    return CompletableFuture.supplyAsync(Optional::empty, later);
  }

  @Override
  public void acknowledged(String runId, long line, long offset) {
    long now = System.nanoTime();
    if (firstAt == 0) {
      firstAt = now;
      counted = 0;
    } else {
      counted++;
      lines = counted;
    }
    lastAt = now;
    if (slowMillis > 0 && lines % SLOW_EVERY == 0) {
      LockSupport.parkNanos(slowMillis * 1_000_000);
    }
  }

  @Override
  public void ended(String runId, RunEnd end) {
    // the last line has told all
  }

  long lines() {
    return lines;
  }

  double linesPerSecond() {
    return lines / Math.max(1e-9, (lastAt - firstAt) / 1e9);
  }
}
