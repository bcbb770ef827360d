package org.vicinal.agent.machine;

import java.nio.file.Path;

/** What is written down before the first byte of a run goes to the port. */
public record RunStart(String runId, String machine, Path program, long lines) {}
