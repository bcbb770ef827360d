package org.vicinal.agent.machine;

import java.nio.file.Path;

/**
 * One program, once.
 *
 * @param runId names the run in the journal; never used twice
 * @param program the G-code as it was made; comments and long forms are taken off on the way
 * @param lines how many lines the file has, for the progress that people see
 */
public record RunRequest(String runId, Path program, long lines) {
  public RunRequest {
    if (runId.isBlank()) {
      throw new IllegalArgumentException("Expected an id for the run of " + program);
    }
    if (lines < 0) {
      throw new IllegalArgumentException("Expected a number of lines, got " + lines);
    }
  }
}
