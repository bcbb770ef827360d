package org.vicinal.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vicinal.agent.journal.ActiveRun;
import org.vicinal.agent.journal.LineMark;
import org.vicinal.agent.journal.LineMark.Reached;
import org.vicinal.agent.stream.Job;
import org.vicinal.agent.stream.RunBook;
import org.vicinal.agent.stream.Start;
import org.vicinal.messages.config.ConfigurationError;
import org.vicinal.messages.id.RunId;

/**
 * Of each machine the last run that did not come to its end, so that a person may go on with it by
 * hand: {@code agent restart}. The lot itself has gone back; what is made so is the workshop's own.
 */
public final class BrokenRuns {
  private static final Logger LOG = LoggerFactory.getLogger(BrokenRuns.class);

  private final Path folder;
  private final Path files;

  /** Below an agent's data folder. */
  public BrokenRuns(Path data) {
    this.folder = data.resolve("broken");
    this.files = data.resolve("files");
  }

  private RunBook book(String port) {
    return new RunBook(Job.folderOf(folder, port));
  }

  /**
   * A run on this port has broken off.
   *
   * @param program its file, named by its digest
   */
  void note(String port, RunId run, Path program, long lines, Reached reached) {
    try {
      var book = book(port);
      var digest = String.valueOf(program.getFileName());
      long bytes = Files.exists(program) ? Files.size(program) : 0;
      var mark = LineMark.begin(Job.folderOf(folder, port), run);
      mark.set(reached.line(), reached.offset());
      mark.sent(reached.sent());
      book.write(
          new RunBook.Written(
              run,
              program.toAbsolutePath().toString(),
              digest,
              bytes,
              lines,
              Instant.now(),
              null,
              0));
    } catch (IOException e) {
      LOG.warn("Where run {} broke off could not be written down: {}", run, e.getMessage());
    }
  }

  /** The agent has died while this run was on. */
  void note(AgentSettings settings, ActiveRun run, Reached reached) {
    settings.listMachines().stream()
        .filter(entry -> entry.id().equals(run.machine()))
        .forEach(
            entry ->
                note(
                    entry.port(),
                    run.run(),
                    files.resolve(run.program().value()),
                    run.lines(),
                    reached));
  }

  /** Another run begins on this port: what broke off before is not to be gone on with. */
  void forget(String port) {
    try {
      book(port).forget();
    } catch (IOException e) {
      LOG.warn("An old broken run on {} could not be forgotten: {}", port, e.getMessage());
    }
  }

  /**
   * What a person would go on with.
   *
   * @throws ConfigurationError when there is no such machine
   * @throws IOException when nothing has broken off there
   */
  public Job job(AgentSettings settings, String machine, Start start, boolean checkOnly)
      throws IOException {
    var entry =
        settings.listMachines().stream()
            .filter(one -> one.name().equals(machine))
            .findFirst()
            .orElseThrow(
                () ->
                    new ConfigurationError(
                        "Expected one of %s, found \"%s\"."
                            .formatted(
                                settings.listMachines().stream().map(MachineEntry::name).toList(),
                                machine)));
    return job(entry, start, checkOnly)
        .orElseThrow(
            () ->
                new IOException(
                    "Expected a run of %s that has broken off, but none is remembered."
                        .formatted(machine)));
  }

  Optional<Job> job(MachineEntry entry, Start start, boolean checkOnly) throws IOException {
    return book(entry.port())
        .last()
        .map(
            last ->
                new Job(
                    entry.settings(),
                    entry.limits(),
                    Path.of(last.program()),
                    checkOnly,
                    false,
                    folder,
                    start));
  }
}
