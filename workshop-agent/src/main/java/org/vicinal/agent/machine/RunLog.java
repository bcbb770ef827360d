package org.vicinal.agent.machine;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * The machine's memory of its runs, kept by the agent's journal.
 *
 * <p>All methods are called on the machine's own thread, for one run at a time, and none of them
 * waits for a disk: whoever stops or cancels a run would wait with it.
 */
public interface RunLog {

  /**
   * Writes down that a run is about to begin, and returns at once. The first byte of the run goes
   * to the port only after the answer has come: nothing when the line is durable, or why it cannot
   * be; then the run is refused and no byte is sent.
   */
  CompletionStage<Optional<String>> starting(RunStart start);

  /**
   * This line of the program is about to go to the port: whatever happens from now on, the firmware
   * may have it. As often as {@link #acknowledged} and as cheap.
   */
  default void sent(String runId, long line) {}

  /**
   * The firmware has taken the program up to this line. Called up to thousands of times a second:
   * it only notes, it never waits for a disk.
   *
   * @param offset how many bytes of the program stand before the line
   */
  void acknowledged(String runId, long line, long offset);

  /** The run is over. Called once per run that was begun. */
  void ended(String runId, RunEnd end);

  /** Remembers nothing, for a file streamed by hand and for tests. */
  RunLog NONE =
      new RunLog() {
        @Override
        public CompletionStage<Optional<String>> starting(RunStart start) {
          return CompletableFuture.completedStage(Optional.empty());
        }

        @Override
        public void acknowledged(String runId, long line, long offset) {}

        @Override
        public void ended(String runId, RunEnd end) {}
      };
}
