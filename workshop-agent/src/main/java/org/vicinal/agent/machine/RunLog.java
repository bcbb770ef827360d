package org.vicinal.agent.machine;

import java.io.IOException;

/**
 * The machine's memory of its runs, kept by the agent's journal.
 *
 * <p>All methods are called on the machine's own thread, for one run at a time.
 */
public interface RunLog {

  /**
   * Writes down that a run is about to begin. The first byte of the run goes to the port only after
   * this has returned, so it returns when the line is durable.
   *
   * @throws IOException when it cannot be written; the run is refused and no byte is sent
   */
  void starting(RunStart start) throws IOException;

  /**
   * The firmware has taken the program up to this line. Called up to thousands of times a second:
   * it only notes, it never waits for a disk.
   */
  void acknowledged(String runId, long line);

  /** The run is over. Called once per run that was begun. */
  void ended(String runId, RunEnd end);

  /** Remembers nothing, for a file streamed by hand and for tests. */
  RunLog NONE =
      new RunLog() {
        @Override
        public void starting(RunStart start) {}

        @Override
        public void acknowledged(String runId, long line) {}

        @Override
        public void ended(String runId, RunEnd end) {}
      };
}
