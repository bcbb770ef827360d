package org.vicinal.agent.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.vicinal.messages.id.RunId;

/**
 * The marks of the runs that are on, in one folder. Once a second a thread of its own puts on the
 * disk what has changed, so that no machine waits for it. Any thread.
 */
public final class Marks implements AutoCloseable {
  private final Path folder;
  private final Map<RunId, LineMark> open = new ConcurrentHashMap<>();
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("marks").factory());
  private boolean running;

  /** Marks in this folder, which need not exist yet. */
  public Marks(Path folder) {
    this.folder = folder;
  }

  /** Begins to mark the lines of a run. */
  public LineMark begin(RunId run) throws IOException {
    var mark = LineMark.begin(folder, run);
    open.put(run, mark);
    run();
    return mark;
  }

  /** No thread wakes before the first run. */
  private synchronized void run() {
    if (!running) {
      running = true;
      var _ = thread.scheduleWithFixedDelay(this::flush, 1, 1, TimeUnit.SECONDS);
    }
  }

  private void flush() {
    open.values().forEach(LineMark::flush);
  }

  /** The run is over; its mark stays as it is. */
  public void keep(RunId run) {
    var mark = open.remove(run);
    if (mark != null) {
      mark.flush();
    }
  }

  /** The run's end stands in the journal; its mark says nothing more. */
  public void forget(RunId run) throws IOException {
    open.remove(run);
    LineMark.forget(folder, run);
  }

  @Override
  public void close() {
    thread.shutdownNow();
    flush();
  }
}
