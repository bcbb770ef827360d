package org.vicinal.agent.machine;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.vicinal.agent.modal.Rejoining.Proposal;

/**
 * One program, once.
 *
 * @param runId names the run in the journal; never used twice
 * @param program the G-code as it was made; comments and long forms are taken off on the way
 * @param lines how many lines the file has, for the progress that people see
 * @param rehearsal whether GRBL's check mode reads it first; printers have none
 * @param from where it goes on in the middle, and what comes before that; null from its beginning
 */
public record RunRequest(
    String runId, Path program, long lines, Rehearsal rehearsal, @Nullable Proposal from) {

  /** When the controller's own check is asked. */
  public enum Rehearsal {
    /** Not: the program has passed it on this machine. */
    NONE,
    /** Before the first run of a program since the agent began. */
    FIRST,
    /** And nothing else: the run ends when the check has. */
    ONLY
  }

  public RunRequest {
    if (runId.isBlank()) {
      throw new IllegalArgumentException("Expected an id for the run of " + program);
    }
    if (lines < 0) {
      throw new IllegalArgumentException("Expected a number of lines, got " + lines);
    }
  }

  /** A program that need not be checked by the controller. */
  public RunRequest(String runId, Path program, long lines) {
    this(runId, program, lines, Rehearsal.NONE);
  }

  /** What a check of it is remembered by. */
  String name() {
    return program + ":" + lines;
  }

  /** A program from its beginning. */
  public RunRequest(String runId, Path program, long lines, Rehearsal rehearsal) {
    this(runId, program, lines, rehearsal, null);
  }

  /** The same run, read by GRBL's check mode first. */
  public RunRequest rehearsed() {
    return new RunRequest(runId, program, lines, Rehearsal.FIRST, from);
  }

  /** Nothing but GRBL's check of it. */
  public RunRequest checkOnly() {
    return new RunRequest(runId, program, lines, Rehearsal.ONLY, null);
  }

  /** The same run, but from a line in the middle. */
  public RunRequest from(Proposal entry) {
    return new RunRequest(runId, program, lines, rehearsal, entry);
  }

  /** The first line of the file that is sent, from 1. */
  long firstLine() {
    return from == null ? 1 : from.line();
  }

  /** The same program, read a second time for the check, and from its beginning. */
  RunRequest forCheck() {
    return new RunRequest(runId + CHECK, program, lines, rehearsal);
  }

  /** Belongs to the id of what is read for the check. */
  static final String CHECK = "/check";
}
