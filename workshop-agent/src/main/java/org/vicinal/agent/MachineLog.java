package org.vicinal.agent;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vicinal.agent.journal.LineMark;
import org.vicinal.agent.journal.Marks;
import org.vicinal.agent.machine.RunEnd;
import org.vicinal.agent.machine.RunLog;
import org.vicinal.agent.machine.RunStart;
import org.vicinal.agent.workshop.WorkshopInput;
import org.vicinal.messages.id.RunId;

/**
 * One machine's memory of its runs: asks the workshop's loop before the first byte, which goes out
 * when the journal has it; marks acknowledged lines without a system call. Used on the machine's
 * thread.
 */
final class MachineLog implements RunLog {
  private static final Logger LOG = LoggerFactory.getLogger(MachineLog.class);
  private static final int PATIENCE_SECONDS = 20;

  private final WorkshopLoop loop;
  private final Marks marks;
  private final Permits permits;
  private final String port;
  private final BrokenRuns broken;
  private @Nullable LineMark mark;
  private @Nullable RunStart begun;

  /** What the loop says about runs that are about to begin: empty to let, or why not. */
  static final class Permits {
    private final Map<RunId, CompletableFuture<Optional<String>>> waiting =
        new ConcurrentHashMap<>();

    CompletableFuture<Optional<String>> await(RunId run) {
      return waiting.computeIfAbsent(run, _ -> new CompletableFuture<>());
    }

    void answer(RunId run, Optional<String> reason) {
      var future = waiting.remove(run);
      if (future != null) {
        future.complete(reason);
      }
    }
  }

  MachineLog(WorkshopLoop loop, Marks marks, Permits permits, String port, BrokenRuns broken) {
    this.port = port;
    this.broken = broken;
    this.loop = loop;
    this.marks = marks;
    this.permits = permits;
  }

  @Override
  public CompletionStage<Optional<String>> starting(RunStart start) {
    var run = new RunId(start.runId());
    try {
      mark = marks.begin(run);
      begun = start;
    } catch (IOException e) {
      return CompletableFuture.completedStage(Optional.of(String.valueOf(e.getMessage())));
    }
    var answer = permits.await(run);
    if (!loop.offer(new WorkshopInput.RunStarting(loop.now(), run))) {
      return CompletableFuture.completedStage(Optional.of("the workshop has too much to do"));
    }
    return answer
        .copy()
        .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
        .exceptionally(
            failure -> {
              // If the journal has it after all, it is a run that ended before its first byte.
              ended(
                  start.runId(),
                  new RunEnd.Failed("The journal was too slow to begin the run.", 0));
              return Optional.of("the journal did not answer in time");
            });
  }

  /** On a thread of its own: the machine's waits for no disk. */
  private void remember(String runId, RunEnd end) {
    var start = begun;
    var reached = mark == null ? LineMark.NOTHING : mark.reached();
    if (start != null && start.runId().equals(runId)) {
      Thread.ofVirtual()
          .name("broken run " + runId)
          .start(
              () -> {
                if (end instanceof RunEnd.Completed || reached.line() == 0) {
                  broken.forget(port);
                } else {
                  broken.note(port, new RunId(runId), start.program(), start.lines(), reached);
                }
              });
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
    remember(runId, end);
    var over = new WorkshopInput.RunOver(loop.now(), new RunId(runId), end);
    if (!loop.offer(over)) {
      LOG.warn("The workshop is behind; that run {} has ended ({}) waits for it", runId, end);
      Thread.ofVirtual().name("end of run " + runId).start(() -> loop.put(over));
    }
  }
}
